package org.reskontra.invoice.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * A movement on the account.
 *
 * @param number its place among the entries of the file, counted from 1
 * @param line where it begins in the file
 * @param identity the same in every file that tells of the movement; several transactions may share it
 * @param part which transaction of the movement it is, counted from 1
 * @param amount as booked on the account: money in positive, money out negative
 * @param bankReference what the bank calls the movement
 * @param references what the payer says it is for; amounts are either on all of them or on none
 * @param text what the payer wrote besides
 * @param charges what the bank kept of it
 * @param exchange for money that was another before
 */
public record Entry(
        int number,
        int line,
        String identity,
        int part,
        Kind kind,
        Money amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        @Nullable String bankReference,
        Payer payer,
        List<Reference> references,
        @Nullable String text,
        @Nullable Money charges,
        @Nullable Exchange exchange) {

    public Entry {
        references = List.copyOf(references);
    }

    /** What a movement is. */
    public enum Kind {
        PAYMENT,
        /** Taken off what others paid, by a credit of the payee's. */
        DEDUCTION,
        /** Of an earlier movement, in either direction. */
        REVERSAL,
        /** What the bank takes for its work. */
        CHARGE,
        WITHDRAWAL
    }

    /**
     * Who paid, as far as the bank knows.
     *
     * @param account bankgiro or IBAN
     */
    public record Payer(
            @Nullable String name,
            @Nullable String account,
            @Nullable String identityNumber) {

        static final Payer UNKNOWN = new Payer(null, null, null);
    }

    /**
     * What a payment is for.
     *
     * @param amount of this reference; negative for what the payer sets off; null when the bank does not say
     */
    public record Reference(
            Means means, String text, @Nullable Money amount) {

        /** How far it is known what the text is. */
        public enum Means {
            /** In the field for payment references. */
            PAYMENT_REFERENCE,
            INVOICE_NUMBER,
            /** Free text that may be either. */
            FREE
        }
    }

    /**
     * What was paid in another currency.
     *
     * @param rate as the bank states it
     */
    public record Exchange(Money paid, @Nullable BigDecimal rate) {}
}
