package org.reskontra.collection.demands;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.process.Claim;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** The words that the specifications of a demand are written in. */
final class Demands {

    static final RulePack SWEDEN = Rulebook.standard().pack(Country.SE);

    static final Creditor CREDITOR =
            new Creditor("Exempelbolaget AB", "5560360793", "9912346", null, "fragor@exempelbolaget.example");

    private Demands() {}

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Outstanding owed(long principal, long interest, long costs) {
        return Outstanding.of(sek(principal), sek(interest), sek(costs));
    }

    /** Due 2025-01-31, handed over 2025-03-02 after a reminder on 2025-02-05. */
    static Claim claim(Outstanding owed) {
        return claim("2025-01-31", "2025-03-02", owed);
    }

    static Claim claim(String dueDate, String handedOverOn, Outstanding owed) {
        return claim(dueDate, handedOverOn, owed, null);
    }

    static Claim claim(String dueDate, String handedOverOn, Outstanding owed, @Nullable BigDecimal contractRate) {
        return new Claim(
                InvoiceId.of("0198a000-0000-7000-8000-000000000001"),
                CustomerId.of("0198a000-0000-7000-8000-000000000002"),
                Country.SE,
                DebtorKind.BUSINESS,
                "2025-117",
                "123456790",
                day(dueDate).minusDays(30),
                day(dueDate),
                day(handedOverOn),
                owed,
                3,
                day(handedOverOn),
                new InterestTerms(contractRate),
                1,
                day(dueDate).plusDays(5));
    }
}
