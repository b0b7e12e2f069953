package org.reskontra.invoice.statements;

import java.util.List;
import java.util.Optional;

/**
 * A statement in words, whatever it is put on.
 *
 * @param creditor name and number of the creditor
 * @param debtor name and address, a line each
 * @param asKnown at which instant, where it is not what is known now
 * @param about what the invoice is known by
 * @param figures the parts of the debt
 * @param total what to pay
 * @param why over the lines
 * @param lines how the total came about, oldest first
 * @param notes what to do, a paragraph each
 * @param rulesHeading over the rules
 * @param rules which rules the lines rest on, and where those are written
 */
public record Written(
        String creditor,
        List<String> debtor,
        String title,
        Optional<String> asKnown,
        List<Named> about,
        List<Named> figures,
        Named total,
        String why,
        List<Line> lines,
        List<String> notes,
        String rulesHeading,
        List<Named> rules) {

    /** Something and what it is called. */
    public record Named(String name, String value) {}

    /**
     * A step of the explanation.
     *
     * @param depth 0 for what happened, 1 and more for how its amount came about
     * @param amount empty where the text says it
     */
    public record Line(int depth, String text, Optional<String> amount) {}

    public Written {
        debtor = List.copyOf(debtor);
        about = List.copyOf(about);
        figures = List.copyOf(figures);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
    }
}
