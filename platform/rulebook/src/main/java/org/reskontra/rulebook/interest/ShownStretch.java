package org.reskontra.rulebook.interest;

import org.reskontra.contracts.Money;

/**
 * A stretch as it is shown to people.
 *
 * @param interest whole minor units. The amounts of all stretches add up to the interest of the claim, so one of them can
 *     differ by a minor unit from its own stretch rounded alone
 */
public record ShownStretch(Stretch stretch, Money interest) {}
