package org.reskontra.invoice.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry;

/**
 * Money that no reference says the invoice of, and what else is known of it. Personal data: never in a log or an event.
 *
 * @param on the day it counts from
 * @param payer name, as the bank says
 * @param account bankgiro or IBAN
 * @param identityNumber as the bank says
 * @param texts what the payer wrote
 */
public record HeldMoney(
        Money amount,
        LocalDate on,
        @Nullable String payer,
        @Nullable String account,
        @Nullable String identityNumber,
        List<String> texts) {

    public HeldMoney {
        texts = List.copyOf(texts);
    }

    /**
     * What an entry tells.
     *
     * @param amount of the entry, or a part of it
     */
    public static HeldMoney of(Entry entry, Money amount) {
        var texts = new ArrayList<String>();
        entry.references().forEach(reference -> texts.add(reference.text()));
        if (entry.text() != null) {
            texts.add(entry.text());
        }
        return new HeldMoney(
                amount,
                entry.valueDate().isBefore(entry.bookingDate()) ? entry.valueDate() : entry.bookingDate(),
                entry.payer().name(),
                entry.payer().account(),
                entry.payer().identityNumber(),
                texts);
    }

    @Override
    public String toString() {
        return "held money of " + amount;
    }
}
