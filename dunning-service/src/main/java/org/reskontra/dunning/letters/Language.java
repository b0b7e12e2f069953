package org.reskontra.dunning.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.reskontra.contracts.Money;

/** A language that letters are written in, with its way of writing amounts and dates. */
public enum Language {
    /** {@code 9 250,00 kr}, {@code 2026-04-05}. */
    SV("yyyy-MM-dd", '\u00a0', ',') {
        @Override
        String money(String digits, Currency currency) {
            return digits + '\u00a0' + (currency.getCurrencyCode().equals("SEK") ? "kr" : currency.getCurrencyCode());
        }
    },
    /** {@code SEK 9,250.00}, {@code 5 April 2026}. */
    EN("d MMMM yyyy", ',', '.') {
        @Override
        String money(String digits, Currency currency) {
            return currency.getCurrencyCode() + '\u00a0' + digits;
        }
    };

    private final DateTimeFormatter dates;
    private final char thousands;
    private final char decimal;

    Language(String datePattern, char thousands, char decimal) {
        this.dates = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
        this.thousands = thousands;
        this.decimal = decimal;
    }

    /**
     * The language to write to somebody in.
     *
     * @param code ISO 639-1; a reader of a language without letters gets English
     */
    public static Language forReaderOf(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("sv") ? SV : EN;
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String write(LocalDate day) {
        return dates.format(day);
    }

    String write(Money amount) {
        var plain = amount.toMajor().toPlainString();
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", String.valueOf(thousands));
        return money(point < 0 ? grouped : grouped + decimal + plain.substring(point + 1), amount.currency());
    }

    abstract String money(String digits, Currency currency);
}
