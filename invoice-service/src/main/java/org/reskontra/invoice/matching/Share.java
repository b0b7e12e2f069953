package org.reskontra.invoice.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * A part of an entry's money and where it goes.
 *
 * @param invoice null: to the work list
 * @param reference what an invoice still to come may carry
 * @param why the way it was found, or what keeps it from being booked; kebab case, stable
 */
public record Share(
        Money amount, @Nullable UUID invoice, @Nullable String reference, String why) {}
