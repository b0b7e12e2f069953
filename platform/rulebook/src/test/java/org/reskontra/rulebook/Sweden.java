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

    static final PackFile HEAD = PackFile.shipped("packs/se/pack.yaml");

    /** A file for each subject. */
    static final List<PackFile> FILES =
            PackReader.Head.of(HEAD).subjects().stream().map(Sweden::file).toList();

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

    /** The Swedish pack with one passage of the files that hold it replaced. */
    public static RulePack amended(String passage, String replacement) {
        if (FILES.stream().noneMatch(file -> file.text().contains(passage))) {
            fail("no file holds: " + passage);
        }
        var files = FILES.stream()
                .map(file -> new PackFile(file.name(), file.text().replace(passage, replacement)))
                .toList();
        return PackReader.read(HEAD, files, List.of());
    }

    /** The Swedish pack with a passage of one subject replaced. */
    static RulePack amended(String subject, String passage, String replacement) {
        var files = FILES.stream()
                .map(file ->
                        file.name().endsWith("/" + subject + ".yaml") ? replaced(file, passage, replacement) : file)
                .toList();
        return PackReader.read(HEAD, files, List.of());
    }

    static PackFile file(String subject) {
        return PackFile.shipped("packs/se/" + subject + ".yaml");
    }

    static PackFile replaced(PackFile file, String passage, String replacement) {
        if (!file.text().contains(passage)) {
            fail(file.name() + " does not hold: " + passage);
        }
        return new PackFile(file.name(), file.text().replace(passage, replacement));
    }
}
