package org.reskontra.invoice.bankfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A small part of a message, read whole. Paths are local names with slashes between them. */
record XmlNode(String name, int line, @Nullable String currency, String text, List<XmlNode> children) {

    private static final int DEEPEST = 40;

    /** How much more may be read of a message before some of it is let go. */
    static final class Room {

        /** As many signs; a bank's largest elements hold some ten thousand. */
        static final int WHOLE = 1_000_000;

        private static final int AN_ELEMENT = 50;

        private int left = WHOLE;

        int taken() {
            return WHOLE - left;
        }

        boolean has(int signs) {
            return signs <= left;
        }

        boolean take(int signs) {
            left -= signs;
            return left >= 0;
        }
    }

    /** Reads the element that the cursor stands on, to its end. */
    static XmlNode read(XMLStreamReader xml, Room room) throws XMLStreamException, Damaged {
        return read(xml, room, 1);
    }

    private static XmlNode read(XMLStreamReader xml, Room room, int depth) throws XMLStreamException, Damaged {
        var name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        if (!room.take(Room.AN_ELEMENT) || depth > DEEPEST) {
            throw tooLarge(line, name);
        }
        var currency = xml.getAttributeValue(null, "Ccy");
        var text = new StringBuilder();
        var children = new ArrayList<XmlNode>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(xml, room, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!room.take(xml.getTextLength())) {
                        throw tooLarge(line, name);
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Damaged(line, name, "dtd", "A bank's message has no entities of its own.");
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, line, currency, text.toString().strip(), children);
                }
                default -> {}
            }
        }
    }

    private static Damaged tooLarge(int line, String name) {
        return new Damaged(line, name, "too-large", "There is more in this element than any bank writes.");
    }

    /** Every element down that path. */
    List<XmlNode> all(String path) {
        var here = List.of(this);
        for (var step : path.split("/", -1)) {
            var below = new ArrayList<XmlNode>();
            for (var node : here) {
                for (var child : node.children) {
                    if (child.name.equals(step)) {
                        below.add(child);
                    }
                }
            }
            here = below;
        }
        return here;
    }

    /** The first element down that path. */
    Optional<XmlNode> at(String path) {
        return all(path).stream().findFirst();
    }

    /** The first text down one of these paths that is not blank. */
    Optional<String> firstText(String... paths) {
        for (var path : paths) {
            for (var node : all(path)) {
                if (!node.text.isEmpty()) {
                    return Optional.of(node.text);
                }
            }
        }
        return Optional.empty();
    }
}
