package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.invoice.matching.HeldMoney;
import org.reskontra.invoice.matching.OpenInvoice;
import org.reskontra.invoice.matching.Scoring;
import org.reskontra.invoice.matching.Suggestion;
import org.reskontra.kit.db.Tx;

/** Which open invoices money may be for that no reference tells the invoice of. */
@ApplicationScoped
public class Suggestions {

    private final OpenInvoices invoices;

    Suggestions(OpenInvoices invoices) {
        this.invoices = invoices;
    }

    /** Suggestions, best first, and the invoices they were chosen from. */
    public record Suggested(List<Suggestion> bestFirst, List<OpenInvoice> among) {}

    /** For each sum of money, in their order; one statement for all of them. */
    public Uni<List<Suggested>> of(Tx tx, List<HeldMoney> held) {
        return invoices.find(tx, held).map(open -> {
            var suggested = new ArrayList<Suggested>();
            for (int n = 0; n < held.size(); n++) {
                suggested.add(new Suggested(Scoring.suggestions(held.get(n), open.get(n)), open.get(n)));
            }
            return suggested;
        });
    }
}
