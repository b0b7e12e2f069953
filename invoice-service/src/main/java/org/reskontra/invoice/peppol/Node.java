package org.reskontra.invoice.peppol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** An element of a UBL document, read by the local names of its children. */
record Node(Element element) {

    List<Node> all(String name) {
        var found = new ArrayList<Node>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element candidate && name.equals(candidate.getLocalName())) {
                found.add(new Node(candidate));
            }
        }
        return found;
    }

    /** The first element down that path. */
    Optional<Node> at(String... path) {
        var here = Optional.of(this);
        for (var name : path) {
            here = here.flatMap(node -> node.all(name).stream().findFirst());
        }
        return here;
    }

    /** The text down that path; empty when it is blank. */
    Optional<String> text(String... path) {
        return at(path).map(Node::text).filter(text -> !text.isEmpty());
    }

    String text() {
        return element.getTextContent().strip();
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }
}
