package org.reskontra.invoice.bankfiles;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;

/** Values of ISO 20022. */
final class CamtValues {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,5})?");
    private static final int DATE_LENGTH = 10;

    private CamtValues() {}

    /** An amount with its currency. */
    static Money amount(XmlNode amount) throws Damaged {
        var code = amount.currency();
        if (code == null) {
            throw new Damaged(amount.line(), amount.name(), "unknown-currency", "The amount has no currency.");
        }
        return money(amount, currency(amount, code));
    }

    /** A sum whose currency stands elsewhere. */
    static Money money(XmlNode amount, Currency currency) throws Damaged {
        var text = amount.text();
        if (!DECIMAL.matcher(text).matches()) {
            throw new Damaged(amount.line(), amount.name(), "not-a-number", "'" + text + "' is no amount.");
        }
        try {
            return new Money(
                    new BigDecimal(text)
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException _) {
            throw new Damaged(
                    amount.line(), amount.name(), "not-a-number", text + " " + currency + " has too many digits.");
        }
    }

    static Currency currency(XmlNode at, String code) throws Damaged {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Damaged(at.line(), at.name(), "unknown-currency", "'" + code + "' is no currency.");
    }

    /** Whether an element is on the credit side. */
    static boolean isCredit(XmlNode of) throws Damaged {
        var side = of.firstText("CdtDbtInd").orElse("");
        return switch (side) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default ->
                throw new Damaged(
                        of.line(), of.name() + "/CdtDbtInd", "no-side", "It must be CRDT or DBIT, not '" + side + "'.");
        };
    }

    /** The day of a {@code DateAndDateTime}, in the bank's own zone. */
    static Optional<LocalDate> day(XmlNode of, String... paths) throws Damaged {
        var written = of.firstText(paths);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var text = written.get();
        try {
            var day = LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
            if (!Flaw.isOffTheCalendar(day)) {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Damaged(of.line(), of.name() + "/" + paths[0], "not-a-date", "'" + text + "' is no date.");
    }
}
