package org.reskontra.invoice.bankfiles;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.XmlNode.Room;

/**
 * Reads camt.052, .053 and .054 of version .02 and later. Elements that differ between versions are looked for in all
 * their places, so that a later version is read as far as it says the same things.
 */
final class CamtReader implements EntryReader {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.(052|053|054)\\.001\\.(\\d{2})");
    private static final String DETAILS = "NtryDtls";

    private final XMLStreamReader xml;

    /** Of an earlier reading; null in the first, which finds it out. */
    private final @Nullable Set<Integer> known;

    private final Set<Integer> divided = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private final Identities identities = new Identities();
    private @Nullable BankFormat format;
    private String id = "";
    private int places;
    private int entries;
    private int notBooked;

    private @Nullable CamtSection section;
    private @Nullable Movement movement;

    /** An {@code Ntry} that is being read. */
    private static final class Movement {

        private final XmlNode head;
        private final Room room = new Room();
        private final Room keeping = new Room();
        private @Nullable CamtEntry entry;
        private @Nullable String identity;
        private int transactions;
        private Optional<Money> sum = Optional.empty();
        private final List<XmlNode> kept = new ArrayList<>();

        Movement(int line) {
            head = new XmlNode("Ntry", line, null, "", new ArrayList<>());
        }
    }

    private CamtReader(XMLStreamReader xml, @Nullable Set<Integer> known) {
        this.xml = xml;
        this.known = known;
    }

    /** @param known places of the divided entries from an earlier reading; null in the first */
    static CamtReader of(InputStream in, @Nullable Set<Integer> known) throws Damaged {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            var portions = new Portions(in);
            return new CamtReader(portions.before(factory.createXMLStreamReader(portions)), known);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    @Override
    public @Nullable Entry next() throws Damaged {
        try {
            while (xml.hasNext()) {
                var entry = switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw damaged("the document", "dtd", "A bank's message has no DTD and no entities of its own.");
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    default -> null;
                };
                if (entry != null) {
                    return entry;
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        if (sections.isEmpty()) {
            throw damaged(
                    "the document",
                    "missing",
                    "There is no statement, report or notice in it: ask the bank for a whole one.");
        }
        return null;
    }

    private @Nullable Entry start() throws Damaged, XMLStreamException {
        var name = xml.getLocalName();
        if (format == null) {
            format = format(name);
            return null;
        }
        if (movement != null) {
            return inMovement(movement, name);
        }
        if (section != null) {
            if (name.equals("Ntry")) {
                movement = new Movement(line());
                places++;
            } else {
                section.add(XmlNode.read(xml, section.room()));
            }
            return null;
        }
        switch (name) {
            case "BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn", "BkToCstmrAcctRpt" -> requireMessage(name);
            case "GrpHdr" ->
                id = XmlNode.read(xml, new Room()).firstText("MsgId").orElse("");
            case "Stmt", "Ntfctn", "Rpt" -> section = new CamtSection(line(), name);
            default -> XmlNode.read(xml, new Room());
        }
        return null;
    }

    private @Nullable Entry inMovement(Movement its, String name) throws Damaged, XMLStreamException {
        switch (name) {
            case DETAILS -> beginTransactions(its);
            case "TxDtls" -> {
                var room = new Room();
                return transaction(its, XmlNode.read(xml, room), room);
            }
            default -> its.head.children().add(XmlNode.read(xml, its.room));
        }
        return null;
    }

    private CamtEntry beginTransactions(Movement its) throws Damaged {
        if (its.entry == null) {
            var in = Objects.requireNonNull(section);
            its.entry = CamtEntry.of(places, its.head, in.account(), in.made());
            in.add(its.entry);
            notBooked += its.entry.booked() ? 0 : 1;
        }
        return its.entry;
    }

    private @Nullable Entry transaction(Movement its, XmlNode transaction, Room room) throws Damaged {
        var entry = beginTransactions(its);
        if (entry.booked() && its.identity == null) {
            its.identity = identities.of(entry.key(Optional.of(transaction)));
        }
        its.transactions++;
        var part = entry.part(transaction);
        its.sum = its.transactions == 1 ? part : its.sum.flatMap(sum -> part.map(sum::plus));
        if (its.identity != null && known != null && known.contains(places)) {
            return count(entry.divided(entries + 1, its.identity, its.transactions, transaction));
        }
        if (its.kept.size() < MOST_REFERENCES && its.keeping.has(room.taken())) {
            its.keeping.take(room.taken());
            its.kept.add(transaction);
        }
        return null;
    }

    private @Nullable Entry end() throws Damaged {
        switch (xml.getLocalName()) {
            case "Ntry" -> {
                var its = Objects.requireNonNull(movement);
                movement = null;
                return endMovement(its);
            }
            case "Stmt", "Ntfctn", "Rpt" -> {
                if (sections.size() == MOST_SECTIONS) {
                    throw damaged(
                            "the document", "too-many-statements", "A file has at most " + MOST_SECTIONS + " of them.");
                }
                sections.add(Objects.requireNonNull(section).end());
                section = null;
            }
            default -> {}
        }
        return null;
    }

    private @Nullable Entry endMovement(Movement its) throws Damaged {
        var entry = beginTransactions(its);
        boolean divides =
                its.transactions > 1 && its.sum.filter(entry.amount()::equals).isPresent();
        if (divides) {
            divided.add(entry.place());
        }
        if (!entry.booked()) {
            return null;
        }
        Objects.requireNonNull(section).count(divides ? its.transactions : 1);
        if (divides) {
            entries += known == null ? its.transactions : 0;
            requireBounded();
            return null;
        }
        var identity = its.identity == null ? identities.of(entry.key(Optional.empty())) : its.identity;
        return count(entry.whole(entries + 1, identity, its.kept));
    }

    private Entry count(Entry entry) throws Damaged {
        entries++;
        requireBounded();
        return entry;
    }

    private void requireBounded() throws Damaged {
        if (entries > MOST_ENTRIES) {
            throw damaged(
                    "Ntry[" + places + "]", "too-many-entries", "A file has at most " + MOST_ENTRIES + " entries.");
        }
    }

    private BankFormat format(String root) throws Damaged {
        var namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
        var matcher = NAMESPACE.matcher(namespace);
        if (!root.equals("Document") || !matcher.matches()) {
            throw damaged(
                    root,
                    "unknown-format",
                    "'" + namespace + "' is none of camt.052, camt.053 and camt.054 of ISO 20022.");
        }
        if (Integer.parseInt(matcher.group(2)) < 2) {
            throw damaged(
                    root,
                    "unknown-version",
                    "Version ." + matcher.group(2) + " is too old: ask the bank for version .02 or later.");
        }
        return BankFormat.valueOf("CAMT_" + matcher.group(1));
    }

    private void requireMessage(String name) throws Damaged {
        var expected = switch (Objects.requireNonNull(format)) {
            case CAMT_052 -> "BkToCstmrAcctRpt";
            case CAMT_053 -> "BkToCstmrStmt";
            case CAMT_054 -> "BkToCstmrDbtCdtNtfctn";
            case BGMAX -> throw new IllegalStateException("BgMax is not XML");
        };
        if (!name.equals(expected)) {
            throw damaged(name, "unknown-format", "A message of this namespace holds " + expected + ".");
        }
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private Damaged damaged(String place, String code, String reason) {
        return new Damaged(Math.max(0, line()), place, code, reason);
    }

    private static Damaged malformed(XMLStreamException e) {
        if (e.getNestedException() instanceof Portions.TooLarge) {
            return new Damaged(0, "the document", "too-large", "There is more in one piece than any bank writes.");
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new Damaged(
                line,
                "column " + (e.getLocation() == null ? 0 : e.getLocation().getColumnNumber()),
                "malformed-xml",
                "The XML breaks off or is not well-formed here: the file was cut off or changed. Fetch it again.");
    }

    @Override
    public BankFile file() {
        return new BankFile(Objects.requireNonNull(format), id, sections, entries, notBooked, divided);
    }
}
