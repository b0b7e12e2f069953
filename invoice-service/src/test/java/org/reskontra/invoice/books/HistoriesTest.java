package org.reskontra.invoice.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Dunning;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;

/** What holds whatever happens: made-up lives of invoices, told in made-up orders. A failure names its seed. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HistoriesTest {

    private static final LocalDate BEGIN = LocalDate.parse("2026-01-05");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final int INVOICES = 5;
    private static final int DAYS = 150;
    private static final int FLIPS = 12;

    @Inject
    LinkPostings links;

    /** Something that happened, told at any time after what it depends on. */
    private sealed interface Fact {

        int invoice();

        record Issue(int invoice, LocalDate on, LocalDate due, long minor, String currency) implements Fact {}

        /** By reference it may be told before the invoice is. */
        record Pay(
                int number,
                int invoice,
                LocalDate booked,
                LocalDate value,
                long minor,
                String currency,
                boolean byReference)
                implements Fact {}

        /** The bank took the payment with that number back, or it was not for the invoice. */
        record TakeBack(int invoice, int payment, LocalDate on, boolean reversed) implements Fact {}

        /** Part or all of the invoice was never owed. */
        record Credit(int invoice, LocalDate on, long minor, String currency) implements Fact {}

        /** Reminders of an invoice are told in their order: they come on one topic. */
        record Remind(int invoice, int step, LocalDate on, String currency) implements Fact {}
    }

    private record Snapshot(Instant takenAt, String path, Map<String, Object> seen) {}

    /** A creditor's books while facts are told. */
    private static final class Book {

        final Creditor creditor = Creditor.on(TODAY.toString());
        final Dunning dunning = new Dunning(creditor);
        final String customer = creditor.aCustomer();
        final Map<Integer, String> ids = new TreeMap<>();
        final Map<Integer, String> payments = new TreeMap<>();

        void tell(Fact fact) {
            switch (fact) {
                case Fact.Issue f -> ids.put(f.invoice(), creditor.issued(bill(f)));
                case Fact.Pay f -> {
                    var payment = new HashMap<String, Object>();
                    payments.put(f.number(), Ids.next().toString());
                    payment.put("id", payments.get(f.number()));
                    payment.put("amount", money(f.minor(), f.currency()));
                    payment.put("bookingDate", f.booked().toString());
                    payment.put("valueDate", f.value().toString());
                    if (f.byReference()) {
                        payment.put("reference", reference(f.invoice()));
                    } else {
                        payment.put("invoiceId", ids.get(f.invoice()));
                    }
                    creditor.post("/v1/payments", payment).then().statusCode(201);
                }
                case Fact.TakeBack f -> {
                    creditor.settles(); // it has found its invoice if it is there
                    var path = "/v1/payments/" + payments.get(f.payment());
                    var taken = f.reversed()
                            ? creditor.post(
                                    path + "/reversal",
                                    Map.of("reason", "PAYER_OBJECTED", "reversedOn", f.on().toString()))
                            : creditor.as("clerk")
                                    .body(Map.of("reason", "WRONG_INVOICE"))
                                    .post(path + "/unmatch");
                    taken.then().statusCode(200);
                }
                case Fact.Credit f ->
                    creditor.post(
                                    "/v1/invoices/" + ids.get(f.invoice()) + "/credit-notes",
                                    Map.of(
                                            "reason",
                                            "WRONG_AMOUNT",
                                            "issueDate",
                                            f.on().toString(),
                                            "amount",
                                            money(f.minor(), f.currency())))
                            .then()
                            .statusCode(201);
                case Fact.Remind f ->
                    dunning.reminds(ids.get(f.invoice()), f.step(), Money.of(60_00, f.currency()), f.on().toString());
            }
        }

        private Map<String, Object> bill(Fact.Issue fact) {
            var bill = invoice(
                    customer,
                    "H" + fact.invoice(),
                    fact.on().toString(),
                    fact.due().toString());
            bill.put("currency", fact.currency());
            bill.put("paymentReference", reference(fact.invoice()));
            bill.put(
                    "lines",
                    List.of(Map.of(
                            "description",
                            "Timber",
                            "quantity",
                            "1",
                            "unitPrice",
                            money(fact.minor(), fact.currency()),
                            "vatRate",
                            "0")));
            return bill;
        }

        /** What is owed and where the money is, when all is told. */
        Map<String, Object> balances() {
            creditor.settles();
            var balances = new TreeMap<String, Object>();
            ids.forEach((number, id) -> {
                var seen = creditor.read("/v1/invoices/" + id);
                balances.put(number + " owed", seen.getMap("outstanding"));
                balances.put(number + " state", seen.getString("state"));
                for (int days = 0; days <= DAYS; days += 30) {
                    var on = BEGIN.plusDays(days);
                    balances.put(
                            number + " on " + on,
                            creditor.read("/v1/invoices/" + id + "/statement?on=" + on)
                                    .getMap("total"));
                }
            });
            for (var account : json(creditor, "/v1/ledger/trial-balance").get("accounts")) {
                var balance = account.get("balance");
                if (balance.get("minor").asLong() != 0) { // an account that was used and is empty again is none
                    balances.put(
                            account.get("account").asText() + " "
                                    + balance.get("currency").asText(),
                            balance.get("minor").asLong());
                }
            }
            return balances;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_ledger_is_zero_and_every_statement_is_the_ledgers(long seed) {
        var random = random(seed);
        var book = new Book();
        for (var fact : anyOrder(random, facts(random, true))) {
            book.tell(fact);
        }
        book.creditor.settles();
        for (int time = 0; time < 5; time++) {
            var on = BEGIN.plusDays(random.nextInt(DAYS + 30));
            var said = "seed " + seed + " on " + on;
            var sums =
                    book.creditor.read("/v1/ledger/trial-balance?on=" + on).<Integer>getList("sums.difference.minor");
            assertTrue(sums.stream().allMatch(minor -> minor == 0), () -> said + ": " + sums);
            book.ids.values().forEach(id -> agrees(book.creditor, id, on, said));
        }
        assertEquals(
                Set.of("SEK", "EUR"),
                Set.copyOf(book.creditor.read("/v1/ledger/trial-balance").getList("sums.debit.currency")),
                "both currencies are in it");
    }

    /** The parts are the ledger's, the total is they and what runs, and the leaves of the tree are the postings. */
    private static void agrees(Creditor creditor, String invoice, LocalDate on, String said) {
        var parts = new TreeMap<String, Long>(Map.of("PRINCIPAL", 0L, "INTEREST", 0L, "COSTS", 0L));
        var postings = new TreeSet<String>();
        for (var item :
                json(creditor, "/v1/invoices/" + invoice + "/ledger?limit=200").get("items")) {
            for (var entry : item.get("entries")) {
                if (entry.has("part")
                        && !LocalDate.parse(item.get("on").asText()).isAfter(on)) {
                    var minor = entry.path("debit").path("minor").asLong()
                            - entry.path("credit").path("minor").asLong();
                    parts.merge(entry.get("part").asText(), minor, Long::sum);
                    postings.add(item.get("id").asText());
                }
            }
        }
        var statement = json(creditor, "/v1/invoices/" + invoice + "/statement?on=" + on);
        long accrued = statement.get("interestAccrued").get("minor").asLong();
        assertEquals(
                parts,
                new TreeMap<>(Map.of(
                        ClaimPart.PRINCIPAL.name(),
                        statement.get("principal").get("minor").asLong(),
                        ClaimPart.INTEREST.name(),
                        statement.get("interestPosted").get("minor").asLong(),
                        ClaimPart.COSTS.name(),
                        statement.get("costs").get("minor").asLong())),
                said);
        long total = statement.get("total").get("minor").asLong();
        assertEquals(parts.values().stream().mapToLong(Long::longValue).sum() + accrued, total, said);
        var tree = tree(statement.get("tree"));
        assertEquals(total, TraceCheck.recompute(tree).longValueExact(), said);
        var leaves = new TreeSet<String>();
        collect(tree, leaves);
        assertEquals(postings, leaves, said);
    }

    private static void collect(Trace node, Set<String> postings) {
        if (node.inputs().containsKey("posting")) {
            postings.add(node.inputs().get("posting"));
        }
        node.parts().forEach(part -> collect(part, postings));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void as_known_then_is_what_a_snapshot_showed_then(long seed) {
        var random = random(seed);
        var book = new Book();
        var snapshots = new ArrayList<Snapshot>();
        for (var fact : anyOrder(random, facts(random, true))) {
            book.tell(fact);
            book.creditor.settles();
            if (!book.ids.isEmpty() && random.nextInt(3) == 0) {
                var known = List.copyOf(book.ids.values());
                var on = BEGIN.plusDays(random.nextInt(DAYS + 30));
                for (var path : List.of(
                        "/v1/ledger/trial-balance",
                        "/v1/ledger/aging",
                        "/v1/invoices/" + known.get(random.nextInt(known.size())) + "/statement")) {
                    var asked = path + "?on=" + on;
                    snapshots.add(new Snapshot(
                            Instant.now(), asked, book.creditor.read(asked).getMap("")));
                }
            }
        }
        assertTrue(snapshots.size() > 5, "seed " + seed + " takes snapshots");
        for (var snapshot : snapshots) {
            var known = new HashMap<>(book.creditor
                    .read(snapshot.path() + "&knownAt=" + snapshot.takenAt())
                    .<String, Object>getMap(""));
            known.remove("knownAt");
            assertEquals(snapshot.seen(), known, "seed " + seed + ", " + snapshot.path() + " at " + snapshot.takenAt());
        }
    }

    /**
     * A claim that is settled by what was told so far gives later fees up and holds later money, so fees are told of
     * claims that are never paid in full.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void the_same_facts_end_in_the_same_balances_in_whatever_order_they_are_told(long seed) {
        var random = random(seed);
        var facts = facts(random, false);
        Map<String, Object> first = null;
        for (int time = 0; time < 3; time++) {
            var order = anyOrder(random, facts);
            var book = new Book();
            order.forEach(book::tell);
            var balances = book.balances();
            if (first == null) {
                first = balances;
            }
            assertEquals(first, balances, () -> "seed " + seed + ", told as " + order);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31})
    void a_flipped_value_in_any_sealed_row_is_found_and_its_posting_is_named(long seed) throws SQLException {
        var random = random(seed);
        var book = new Book();
        anyOrder(random, facts(random, true)).forEach(book::tell);
        book.creditor.settles();
        Blocking.await(() -> links.run(new TenantId(book.creditor.tenant)));
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            guards(statement, false);
            try {
                for (int time = 0; time < FLIPS; time++) {
                    var table = time % 2 == 0 ? "ledger_posting" : "ledger_entry";
                    var columns = FLIPPED.get(table);
                    var column = List.copyOf(columns.keySet()).get(random.nextInt(columns.size()));
                    isFound(book.creditor, statement, random, table, column, columns.get(column), seed);
                }
                theFirstOfManyIsNamed(book.creditor, statement, random);
            } finally {
                guards(statement, true);
            }
        }
        assertTrue(book.creditor.read("/v1/ledger/verification").getBoolean("intact"), "all is as it was again");
    }

    /** What a column becomes; the keys and the order have cases of their own in {@link LedgerChainTest}. */
    private static final Map<String, Map<String, String>> FLIPPED = Map.of(
            "ledger_posting",
                    new TreeMap<>(Map.of(
                            "kind", "kind || '.'",
                            "value_date", "value_date + 1",
                            "booking_date", "booking_date + 1",
                            "interest_through", "coalesce(interest_through + 1, date '2026-01-01')",
                            "rule_id", "coalesce(rule_id, '') || '.'",
                            "trace", "coalesce(trace, '{}') || '{\"by\": \"hand\"}'",
                            "actor", "actor || '.'",
                            "invoice_id", "uuidv7()",
                            "payment_id", "uuidv7()")),
            "ledger_entry",
                    new TreeMap<>(Map.of(
                            "minor", "minor # 1024",
                            "currency", "'NOK'",
                            "value_date", "value_date + 1",
                            "known_at", "known_at + interval '1 microsecond'",
                            "line", "line + 100",
                            "invoice_id", "uuidv7()")));

    private static void isFound(
            Creditor creditor,
            Statement statement,
            RandomGenerator random,
            String table,
            String column,
            String flipped,
            long seed)
            throws SQLException {
        var posting = table.equals("ledger_posting") ? "id" : "posting_id";
        var rows = list(
                statement,
                "select ctid || ' ' || " + posting + " from " + table + " where tenant_id = '" + creditor.tenant
                        + "' order by " + posting + ", ctid");
        var row = rows.get(random.nextInt(rows.size())).split(" ");
        var said = "seed " + seed + ", " + table + "." + column + " of posting " + row[1];
        statement.execute("create temporary table kept as select * from " + table + " where ctid = '" + row[0] + "'");
        var now = list(
                        statement,
                        "update " + table + " set " + column + " = " + flipped + " where ctid = '" + row[0]
                                + "' returning ctid")
                .getFirst();
        var seen = creditor.read("/v1/ledger/verification");
        var place = creditor.rows("select position from ledger_link where posting_id = '" + row[1] + "'")
                .getFirst();
        assertEquals("false", seen.getString("intact"), said);
        assertEquals("CHANGED", seen.getString("broken.fault"), said);
        assertEquals(row[1], seen.getString("broken.postingId"), said);
        assertEquals(place, seen.getString("broken.position"), said);
        list(
                statement,
                "update " + table + " set " + column + " = (select " + column + " from kept) where ctid = '" + now
                        + "' returning ctid");
        statement.execute("drop table kept");
    }

    private static void theFirstOfManyIsNamed(Creditor creditor, Statement statement, RandomGenerator random)
            throws SQLException {
        var links = creditor.rows("select posting_id from ledger_link order by position");
        int first = random.nextInt(links.size() - 1);
        var many = "where tenant_id = '" + creditor.tenant + "' and id in ('"
                + String.join("', '", links.subList(first, links.size())) + "')";
        statement.execute("update ledger_posting set actor = actor || '.' " + many);
        assertEquals(links.get(first), creditor.read("/v1/ledger/verification").getString("broken.postingId"));
        statement.execute("update ledger_posting set actor = rtrim(actor, '.') " + many);
    }

    private static void guards(Statement statement, boolean up) throws SQLException {
        for (var table : FLIPPED.keySet()) {
            statement.execute("alter table " + table + (up ? " enable" : " disable") + " trigger user");
            statement.execute("alter table " + table + (up ? "" : " no") + " force row level security");
        }
    }

    private static List<String> list(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /**
     * The lives of some invoices. Those that are reminded are paid and credited in part only; the others may be paid in
     * full or too much, and credited in full.
     *
     * @param anything reminded ones may be paid and credited in full and too much as well
     */
    private static List<Fact> facts(RandomGenerator random, boolean anything) {
        var facts = new ArrayList<Fact>();
        for (int invoice = 0; invoice < INVOICES; invoice++) {
            var currency = invoice == 0 ? "EUR" : "SEK";
            var issued = BEGIN.plusDays(random.nextInt(60));
            var due = issued.plusDays(10 + random.nextInt(30));
            long minor = random.nextLong(1_000_00, 50_000_00);
            facts.add(new Fact.Issue(invoice, issued, due, minor, currency));
            int reminders = currency.equals("SEK") ? random.nextInt(3) : 0;
            for (int step = 1; step <= reminders; step++) {
                facts.add(new Fact.Remind(invoice, step, due.plusDays(10L * step), currency));
            }
            long most = reminders > 0 && !anything ? minor / 6 : minor;
            if (random.nextInt(3) > 0) {
                boolean all = most == minor && random.nextInt(4) == 0;
                facts.add(new Fact.Credit(
                        invoice,
                        issued.plusDays(random.nextInt(70)),
                        all ? minor : random.nextLong(1, most),
                        currency));
            }
            int payments = 1 + random.nextInt(4);
            for (int i = 0; i < payments; i++) {
                var booked = issued.plusDays(random.nextInt(DAYS - 80));
                int number = facts.size();
                facts.add(new Fact.Pay(
                        number,
                        invoice,
                        booked,
                        booked.plusDays(random.nextInt(3) - 1),
                        random.nextLong(1, most),
                        currency,
                        random.nextBoolean()));
                if (random.nextInt(5) == 0) {
                    facts.add(new Fact.TakeBack(
                            invoice, number, booked.plusDays(random.nextInt(20)), random.nextBoolean()));
                }
            }
        }
        return facts;
    }

    /** An order in which they can be told. */
    private static List<Fact> anyOrder(RandomGenerator random, List<Fact> facts) {
        var left = new ArrayList<>(facts);
        var told = new ArrayList<Fact>();
        var issued = new HashSet<Integer>();
        while (!left.isEmpty()) {
            var next = left.get(random.nextInt(left.size()));
            boolean mayBeTold = switch (next) {
                case Fact.Issue _ -> true;
                case Fact.Pay f -> f.byReference() || issued.contains(f.invoice());
                case Fact.Credit f -> issued.contains(f.invoice());
                case Fact.TakeBack f ->
                    (f.reversed() || issued.contains(f.invoice()))
                            && told.stream()
                                    .anyMatch(other -> other instanceof Fact.Pay paid && paid.number() == f.payment());
                case Fact.Remind f ->
                    issued.contains(f.invoice())
                            && left.stream()
                                    .noneMatch(other -> other instanceof Fact.Remind before
                                            && before.invoice() == f.invoice()
                                            && before.step() < f.step());
            };
            if (mayBeTold) {
                left.remove(next);
                told.add(next);
                if (next instanceof Fact.Issue f) {
                    issued.add(f.invoice());
                }
            }
        }
        return told;
    }

    private static JsonNode json(Creditor creditor, String path) {
        try {
            return Json.events()
                    .readTree(
                            creditor.get(path).then().statusCode(200).extract().asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trace tree(JsonNode node) {
        try {
            return Json.events().treeToValue(node, Trace.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static String reference(int invoice) {
        return "LIFE" + invoice;
    }

    private static Map<String, Object> money(long minor, String currency) {
        return Map.of("minor", minor, "currency", currency);
    }
}
