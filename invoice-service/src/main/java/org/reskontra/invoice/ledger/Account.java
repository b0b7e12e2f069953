package org.reskontra.invoice.ledger;

import java.math.BigDecimal;

/** The accounts we post on, numbered as in the Swedish BAS chart. */
public enum Account {
    RECEIVABLES(1510, "Accounts receivable"),
    BANK(1930, "Bank account"),
    HELD_FOR_CUSTOMERS(2420, "Prepayments and overpayments held for customers"),
    OUTPUT_VAT_OTHER(2610, "Output VAT, other rates"),
    OUTPUT_VAT_25(2611, "Output VAT 25 %"),
    OUTPUT_VAT_12(2621, "Output VAT 12 %"),
    OUTPUT_VAT_6(2631, "Output VAT 6 %"),
    SALES_OTHER(3000, "Sales, other VAT rates"),
    SALES_25(3001, "Sales 25 % VAT"),
    SALES_12(3002, "Sales 12 % VAT"),
    SALES_6(3003, "Sales 6 % VAT"),
    SALES_WITHOUT_VAT(3004, "Sales without VAT"),
    REMINDER_FEES(3593, "Reminder fees"),
    ROUNDING(3740, "Rounding of amounts to pay"),
    BAD_DEBTS(6351, "Losses on receivables"),
    INTEREST_INCOME(8313, "Late interest from customers");

    private final int number;
    private final String title;

    Account(int number, String title) {
        this.number = number;
        this.title = title;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** The account with that number; {@link IllegalArgumentException} where there is none. */
    public static Account of(int number) {
        for (var account : values()) {
            if (account.number == number) {
                return account;
            }
        }
        throw new IllegalArgumentException("there is no account " + number);
    }

    /** Where sales at that rate of VAT go. */
    public static Account salesAt(BigDecimal vatRate) {
        return switch (vatRate.stripTrailingZeros().toPlainString()) {
            case "0.25" -> SALES_25;
            case "0.12" -> SALES_12;
            case "0.06" -> SALES_6;
            case "0" -> SALES_WITHOUT_VAT;
            default -> SALES_OTHER;
        };
    }

    /** Where VAT at that rate is owed from. */
    public static Account vatAt(BigDecimal vatRate) {
        return switch (vatRate.stripTrailingZeros().toPlainString()) {
            case "0.25" -> OUTPUT_VAT_25;
            case "0.12" -> OUTPUT_VAT_12;
            case "0.06" -> OUTPUT_VAT_6;
            default -> OUTPUT_VAT_OTHER;
        };
    }
}
