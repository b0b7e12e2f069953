package org.reskontra.collection.demands;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.reskontra.contracts.Money;

/** How amounts, rates and account numbers are written in a letter. */
final class Figures {

    static final Figures SWEDISH = new Figures(' ', ',');
    static final Figures ENGLISH = new Figures(',', '.');

    private final DecimalFormatSymbols symbols;

    private Figures(char thousands, char decimal) {
        symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(thousands);
        symbols.setDecimalSeparator(decimal);
        symbols.setMinusSign('-');
    }

    /** 12 500,00 or 12,500.00; the currency is the caller's to add. */
    String amount(Money money) {
        var major = money.toMajor();
        return format("#,##0", major.scale(), major);
    }

    /** A fraction as per cent with two decimals, or as many as it has: 11,00 for 0.11. */
    String percent(BigDecimal fraction) {
        var percent = fraction.movePointRight(2).stripTrailingZeros();
        return format("0", Math.max(2, percent.scale()), percent);
    }

    private String format(String whole, int decimals, BigDecimal number) {
        var pattern = decimals > 0 ? whole + "." + "0".repeat(decimals) : whole;
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    /** 556036-0793. */
    static String organisationNumber(String digits) {
        return digits.matches("\\d{10}") ? digits.substring(0, 6) + "-" + digits.substring(6) : digits;
    }

    /** 991-2346 or 5051-4579. */
    static String bankgiro(String number) {
        var split = number.length() - 4;
        return number.matches("\\d{7,8}") ? number.substring(0, split) + "-" + number.substring(split) : number;
    }

    /** In groups of four. */
    static String iban(String number) {
        return number.replace(" ", "").replaceAll("(.{4})(?=.)", "$1 ");
    }
}
