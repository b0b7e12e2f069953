package org.reskontra.invoice.matching;

/**
 * What can speak for an invoice being what held money is for, and how much it counts. Of the clues of one kind the
 * weightiest counts; the weightiest of all kinds come to 1000 together.
 */
public enum Clue {
    REFERENCE_IN_TEXT(Kind.TEXT, 350, "The payer wrote the payment reference."),
    NUMBER_IN_TEXT(Kind.TEXT, 300, "The payer wrote the invoice number."),
    REFERENCE_MISTYPED(Kind.TEXT, 250, "The payer wrote the payment reference with one slip."),
    NUMBER_MISTYPED(Kind.TEXT, 200, "The payer wrote the invoice number with one slip."),
    SHORT_NUMBER_IN_TEXT(
            Kind.TEXT, 150, "The payer wrote the invoice number, which is so short that it may be chance."),

    AMOUNT_OWED(Kind.AMOUNT, 250, "The amount is what is owed."),
    AMOUNT_OF_ALL(Kind.AMOUNT, 230, "The amount is what the customer owes on all open invoices."),
    AMOUNT_OF_OLDEST(Kind.AMOUNT, 200, "The amount is what the customer owes on the oldest invoices."),
    AMOUNT_INVOICED(Kind.AMOUNT, 200, "The amount is what was invoiced, though something else is owed."),
    AMOUNT_OF_SEVERAL(Kind.AMOUNT, 170, "The amount is what the customer owes on these invoices."),

    PAYER_ACCOUNT(Kind.PAYER, 180, "The account has paid for this customer, and for no other."),
    PAYER_IDENTITY(Kind.PAYER, 180, "The bank names the customer's identity number."),
    SHARED_ACCOUNT(Kind.PAYER, 80, "The account has paid for this customer, and for others."),

    PAYER_NAME(Kind.NAME, 120, "The payer has the customer's name."),
    SIMILAR_NAME(Kind.NAME, 60, "The payer has a name like the customer's."),

    PAID_WHEN_DUE(Kind.DATE, 50, "It was paid in the two weeks before the due date or the five days after."),
    PAID_AROUND_DUE(Kind.DATE, 25, "It was paid in the month before the due date or the two months after."),

    PAYS_REGULARLY(Kind.HABIT, 50, "The account has paid for this customer three times or more.");

    /** Clues of one kind say the same thing more or less surely. */
    public enum Kind {
        TEXT,
        AMOUNT,
        PAYER,
        NAME,
        DATE,
        HABIT
    }

    private final Kind kind;
    private final int points;
    private final String says;

    Clue(Kind kind, int points, String says) {
        this.kind = kind;
        this.points = points;
        this.says = says;
    }

    public Kind kind() {
        return kind;
    }

    public int points() {
        return points;
    }

    /** For a clerk to read. */
    public String says() {
        return says;
    }

    /** The weightier of two clues of a kind. */
    static Clue weightier(Clue one, Clue other) {
        return other.points > one.points ? other : one;
    }
}
