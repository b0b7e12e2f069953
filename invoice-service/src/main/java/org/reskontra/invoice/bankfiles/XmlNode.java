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

    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 10_000;

    /** Reads the element that the cursor stands on, to its end. */
    static XmlNode read(XMLStreamReader xml) throws XMLStreamException, Damaged {
        return read(xml, new int[1], 1);
    }

    private static XmlNode read(XMLStreamReader xml, int[] nodes, int depth) throws XMLStreamException, Damaged {
        var name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        if (++nodes[0] > MOST_NODES || depth > DEEPEST) {
            throw new Damaged(line, name, "too-large", "There is more in this element than any bank writes.");
        }
        var currency = xml.getAttributeValue(null, "Ccy");
        var text = new StringBuilder();
        var children = new ArrayList<XmlNode>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(xml, nodes, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(xml.getText());
                    if (text.length() > LONGEST_TEXT) {
                        throw new Damaged(line, name, "too-large", "The text is longer than any bank writes.");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, line, currency, text.toString().strip(), children);
                }
                default -> {}
            }
        }
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
