package org.reskontra.rulebook.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.reskontra.contracts.Money;

/** A language that figures are explained in. Spaces inside a figure do not break (U+00A0). */
public enum Language {
    /** {@code 1 234,50 kr}, {@code 10,50 %}, {@code 2025-03-11}. */
    SV("yyyy-MM-dd", '\u00a0', ',', "\u00a0%") {
        @Override
        String money(String digits, Currency currency) {
            return digits + '\u00a0' + (currency.getCurrencyCode().equals("SEK") ? "kr" : currency.getCurrencyCode());
        }
    },
    /** {@code 1 234,50 €}, {@code 10,50 %}, {@code 11.3.2025}. */
    FI("d.M.yyyy", '\u00a0', ',', "\u00a0%") {
        @Override
        String money(String digits, Currency currency) {
            return digits + '\u00a0' + (currency.getCurrencyCode().equals("EUR") ? "€" : currency.getCurrencyCode());
        }
    },
    /** {@code SEK 1,234.50}, {@code 10.50%}, {@code 11 March 2025}. */
    EN("d MMMM yyyy", ',', '.', "%") {
        @Override
        String money(String digits, Currency currency) {
            return currency.getCurrencyCode() + '\u00a0' + digits;
        }
    };

    private static final int DECIMALS_OF_A_RATE = 2;

    private final DateTimeFormatter dates;
    private final char thousands;
    private final char decimal;
    private final String percent;

    Language(String datePattern, char thousands, char decimal, String percent) {
        this.dates = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
        this.thousands = thousands;
        this.decimal = decimal;
        this.percent = percent;
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String write(LocalDate day) {
        return dates.format(day);
    }

    public String write(Money amount) {
        return money(digits(amount.toMajor()), amount.currency());
    }

    /** A plain number, with the decimals it has. */
    public String write(BigDecimal number) {
        return digits(number);
    }

    /** A fraction as per cent, with two decimals or as many as it has. */
    public String writePercent(BigDecimal fraction) {
        return writePoints(fraction) + percent;
    }

    /** As {@link #writePercent}, without the sign. */
    String writePoints(BigDecimal fraction) {
        var percentage = fraction.movePointRight(2).stripTrailingZeros();
        return digits(percentage.setScale(Math.max(DECIMALS_OF_A_RATE, percentage.scale()), RoundingMode.UNNECESSARY));
    }

    abstract String money(String digits, Currency currency);

    String digits(BigDecimal number) {
        var parts = number.toPlainString().replace('-', '\u2212').split("\\.", 2);
        var grouped = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", String.valueOf(thousands));
        return parts.length == 1 ? grouped : grouped + decimal + parts[1];
    }
}
