package org.reskontra.invoice.matching;

import java.util.UUID;
import org.reskontra.contracts.Money;

/**
 * An invoice that a text on an entry is the payment reference or the number of.
 *
 * @param owed in all, as booked; its currency is the invoice's
 */
public record Candidate(String text, By by, UUID invoice, Money owed) {

    public enum By {
        REFERENCE,
        NUMBER
    }
}
