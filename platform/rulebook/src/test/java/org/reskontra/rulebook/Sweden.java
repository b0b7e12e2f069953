package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.LateInterest;

/** Words for tests about Swedish law. */
public final class Sweden {

    public static final RulePack PACK = Rulebook.standard().pack(Country.SE);

    static final PackFile RULES = PackFile.shipped("packs/se/rules.yaml");
    static final PackFile RATES = PackFile.shipped("packs/se/reference-rates.yaml");

    private static final Currency SEK = Currency.getInstance("SEK");

    private Sweden() {}

    public static Money kr(String amount) {
        return Money.ofMajor(new BigDecimal(amount.replace(" ", "").replace(",", "")), SEK, RoundingMode.UNNECESSARY);
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** A statutory claim on a business, without changes of the principal. */
    public static InterestClaim late(String principal, String due, String paid) {
        return new InterestClaim(DebtorKind.BUSINESS, kr(principal), day(due), day(paid), List.of(), null);
    }

    public static InterestClaim late(DebtorKind debtor, String due, String paid, String contractRate) {
        return new InterestClaim(debtor, kr("10000"), day(due), day(paid), List.of(), new BigDecimal(contractRate));
    }

    public static Computed computed(InterestResult result) {
        return result instanceof Computed computed ? computed : fail("expected a figure, got " + result);
    }

    public static Computed interest(InterestClaim claim) {
        return computed(LateInterest.accrue(PACK, claim));
    }

    public static NeedsReview review(InterestClaim claim) {
        return LateInterest.accrue(PACK, claim) instanceof NeedsReview review ? review : fail("expected no figure");
    }

    /** The Swedish pack with one passage of its rules replaced. */
    public static RulePack amended(String passage, String replacement) {
        return PackReader.read(replaced(RULES, passage, replacement), RATES);
    }

    static PackFile replaced(PackFile file, String passage, String replacement) {
        if (!file.text().contains(passage)) {
            fail(file.name() + " does not hold: " + passage);
        }
        return new PackFile(file.name(), file.text().replace(passage, replacement));
    }
}
