package org.reskontra.invoice.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;

/** What a held payment is for, as a clerk says. */
@Schema(name = "PaymentMatch", description = "One invoice for all of it, or shares")
public record PaymentMatch(
        @Nullable UUID invoiceId,

        @Nullable
        @Valid
        @Size(min = 1, max = MOST_SHARES)
        @Schema(description = "For different invoices; what they leave of the payment stays held")
        List<@NotNull Share> shares) {

    private static final int MOST_SHARES = 50;

    @Schema(name = "PaymentShare")
    public record Share(@NotNull UUID invoiceId, @NotNull Money amount) {}

    /** What is wrong with it whatever the payment. */
    List<Flaw> flaws() {
        if ((invoiceId == null) == (shares == null)) {
            return List.of(new Flaw("/invoiceId", "one-of", "Give invoiceId or shares, and not both."));
        }
        var flaws = new ArrayList<Flaw>();
        var invoices = new HashSet<UUID>();
        for (int i = 0; shares != null && i < shares.size(); i++) {
            if (!shares.get(i).amount().isPositive()) {
                flaws.add(new Flaw("/shares/" + i + "/amount", "not-positive", "A share is more than nothing."));
            }
            if (!invoices.add(shares.get(i).invoiceId())) {
                flaws.add(
                        new Flaw("/shares/" + i + "/invoiceId", "repeated", "Another share is for the same invoice."));
            }
        }
        return flaws;
    }
}
