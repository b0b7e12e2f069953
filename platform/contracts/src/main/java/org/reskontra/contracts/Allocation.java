package org.reskontra.contracts;

/** How a payment was divided on one claim; the three parts are never negative. */
public record Allocation(Money costs, Money interest, Money principal) {

    public Money total() {
        return costs.plus(interest).plus(principal);
    }
}
