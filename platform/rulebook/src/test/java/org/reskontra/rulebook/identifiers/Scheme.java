package org.reskontra.rulebook.identifiers;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheck;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheckFixedLength;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheckWithLength;
import org.reskontra.rulebook.identifiers.OcrAgreement.Soft;

/** Every kind of number with check digits: how to make one up in its normal form, how people write it, how it is read. */
public enum Scheme {
    PERSONNUMMER(r -> swedish(r, 0), Scheme::withSign, text -> identity(Country.SE, text), 2),
    SAMORDNINGSNUMMER(r -> swedish(r, 60), Scheme::withSign, text -> identity(Country.SE, text), 2),
    ORGANISATIONSNUMMER(
            r -> checked(digits(r, 2) + r.nextInt(2, 10) + digits(r, 6)),
            ten -> ten.substring(0, 6) + "-" + ten.substring(6),
            text -> identity(Country.SE, text),
            0),
    HENKILOTUNNUS(Scheme::finnishPerson, UnaryOperator.identity(), Scheme::finnishPersonRead, 0),
    Y_TUNNUS(
            Scheme::finnishOrganisation,
            normal -> normal.replaceFirst("^0", ""),
            text -> identity(Country.FI, text),
            0),
    BANKGIRO(r -> checked(digits(r, r.nextInt(6, 8))), Scheme::bankgiroWritten, Scheme::bankgiroRead, 0),
    PLUSGIRO(r -> checked(digits(r, r.nextInt(1, 8))), Scheme::plusgiroWritten, Scheme::plusgiroRead, 0),
    OCR_SOFT(new Soft(), 1, 24),
    OCR_HARD_CHECK(new HardCheck(), 1, 24),
    OCR_HARD_CHECK_WITH_LENGTH(new HardCheckWithLength(), 1, 23),
    OCR_ONE_FIXED_LENGTH(new HardCheckFixedLength(Set.of(12)), 11, 11),
    OCR_TWO_FIXED_LENGTHS(new HardCheckFixedLength(Set.of(8, 9)), 7, 8),
    VIITENUMERO(Scheme::finnishReference, Scheme::finnishReferenceWritten, Scheme::finnishReferenceRead, 0),
    FINNISH_RF(
            r -> new FinnishReference(finnishReference(r)).international().normalised(),
            Scheme::creditorReferenceWritten,
            Scheme::creditorReferenceRead,
            0),
    RF(
            r -> CreditorReference.of(letters(r, r.nextInt(1, 22))).normalised(),
            Scheme::creditorReferenceWritten,
            Scheme::creditorReferenceRead,
            0),
    IBAN_SE(r -> iban("SE", digits(r, 20)), Scheme::ibanWritten, Scheme::ibanRead, 0),
    IBAN_FI(r -> iban("FI", digits(r, 14)), Scheme::ibanWritten, Scheme::ibanRead, 0),
    IBAN_NO(r -> iban("NO", digits(r, 11)), Scheme::ibanWritten, Scheme::ibanRead, 0),
    IBAN_DK(r -> iban("DK", digits(r, 14)), Scheme::ibanWritten, Scheme::ibanRead, 0);

    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final Function<RandomGenerator, String> madeUp;
    private final UnaryOperator<String> written;
    private final Function<String, Optional<String>> read;
    private final int unprotected;

    /**
     * A kind of number.
     *
     * @param unprotected how many digits at the beginning no check digit watches: the century of 12 digits
     */
    Scheme(
            Function<RandomGenerator, String> madeUp,
            UnaryOperator<String> written,
            Function<String, Optional<String>> read,
            int unprotected) {
        this.madeUp = madeUp;
        this.written = written;
        this.read = read;
        this.unprotected = unprotected;
    }

    Scheme(OcrAgreement agreement, int shortestBase, int longestBase) {
        this(
                r -> OcrReference.of(agreement, digits(r, r.nextInt(shortestBase, longestBase + 1))),
                UnaryOperator.identity(),
                text -> OcrReference.read(agreement, text) instanceof OcrReference.Reading.Correct(var digits)
                        ? Optional.of(digits)
                        : Optional.empty(),
                0);
    }

    String madeUp(RandomGenerator random) {
        return madeUp.apply(random);
    }

    String written(String normal) {
        return written.apply(normal);
    }

    /** The normal form; empty when the text is no such number. */
    public Optional<String> read(String text) {
        return read.apply(text);
    }

    int unprotected() {
        return unprotected;
    }

    private static Optional<String> identity(Country country, String text) {
        return identity(country, DebtorKind.BUSINESS, text);
    }

    private static Optional<String> finnishPersonRead(String text) {
        return identity(Country.FI, DebtorKind.CONSUMER, text);
    }

    private static Optional<String> identity(Country country, DebtorKind kind, String text) {
        return IdentityNumbers.parse(country, kind, text, TODAY) instanceof IdentityNumbers.Parsed.Valid(var number)
                ? Optional.of(number.normalised())
                : Optional.empty();
    }

    private static String swedish(RandomGenerator random, int addedToDay) {
        var born = LocalDate.of(1900, 1, 1).plusDays(random.nextLong(46_000));
        return born.getYear() / 100
                + checked("%02d%02d%02d%03d"
                        .formatted(
                                born.getYear() % 100,
                                born.getMonthValue(),
                                born.getDayOfMonth() + addedToDay,
                                random.nextInt(1, 1000)));
    }

    private static String withSign(String twelve) {
        int turns = TODAY.getYear() - Integer.parseInt(twelve.substring(0, 4));
        return twelve.substring(2, 8) + (turns < 100 ? "-" : "+") + twelve.substring(8);
    }

    private static String finnishPerson(RandomGenerator random) {
        var born = LocalDate.of(1850, 1, 1).plusDays(random.nextLong(64_000));
        var signs = born.getYear() < 1900 ? "+" : born.getYear() < 2000 ? "-YXWVU" : "ABCDEF";
        var day = "%02d%02d%02d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100);
        var individual = "%03d".formatted(random.nextInt(2, 900));
        return day + signs.charAt(random.nextInt(signs.length())) + individual + checkCharacter(day + individual);
    }

    static char checkCharacter(String nineDigits) {
        return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(nineDigits) % 31);
    }

    private static String finnishOrganisation(RandomGenerator random) {
        while (true) {
            var base = digits(random, 7);
            for (int check = 0; check < 10; check++) {
                if (weighed(base, 7, 9, 10, 5, 8, 4, 2) % 11 == (11 - check) % 11) {
                    return base + "-" + check;
                }
            }
        }
    }

    private static int weighed(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private static String bankgiroWritten(String digits) {
        return new GiroNumber(GiroNumber.Kind.BANKGIRO, digits).written();
    }

    private static Optional<String> bankgiroRead(String text) {
        return giroRead(GiroNumbers.parseBankgiro(text));
    }

    private static String plusgiroWritten(String digits) {
        return new GiroNumber(GiroNumber.Kind.PLUSGIRO, digits).written();
    }

    private static Optional<String> plusgiroRead(String text) {
        return giroRead(GiroNumbers.parsePlusgiro(text));
    }

    private static Optional<String> giroRead(GiroNumbers.Parsed parsed) {
        return parsed instanceof GiroNumbers.Parsed.Valid(var number) ? Optional.of(number.digits()) : Optional.empty();
    }

    private static String finnishReference(RandomGenerator random) {
        var base = random.nextInt(1, 10) + digits(random, random.nextInt(2, 19));
        return FinnishReference.of(base).digits();
    }

    private static String finnishReferenceWritten(String digits) {
        return new FinnishReference(digits).written();
    }

    private static Optional<String> finnishReferenceRead(String text) {
        return FinnishReference.parse(text) instanceof FinnishReference.Parsed.Valid(var reference)
                ? Optional.of(reference.digits())
                : Optional.empty();
    }

    private static String creditorReferenceWritten(String normal) {
        return new CreditorReference(normal).written();
    }

    private static Optional<String> creditorReferenceRead(String text) {
        return CreditorReference.parse(text) instanceof CreditorReference.Parsed.Valid(var reference)
                ? Optional.of(reference.normalised())
                : Optional.empty();
    }

    static String iban(String country, String account) {
        var letters = new StringBuilder();
        country.chars().forEach(c -> letters.append(Character.digit(c, 36)));
        var number = new BigInteger(account + letters + "00");
        return country
                + "%02d".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue())
                + account;
    }

    private static String ibanWritten(String normal) {
        return new Iban(normal).written();
    }

    private static Optional<String> ibanRead(String text) {
        return Iban.parse(text) instanceof Iban.Parsed.Valid(var iban)
                ? Optional.of(iban.normalised())
                : Optional.empty();
    }

    private static String checked(String digits) {
        return digits + Luhn.checkDigit(digits);
    }

    private static String digits(RandomGenerator random, int count) {
        var digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static String letters(RandomGenerator random, int count) {
        var letters = new StringBuilder();
        random.ints(count, 0, 36).forEach(i -> letters.append(Character.toUpperCase(Character.forDigit(i, 36))));
        return letters.toString();
    }
}
