/**
 * What happens to an unpaid invoice, and when: pure and synchronous. {@link org.reskontra.dunning.ladder.Ladder} is
 * the whole behaviour; days, law and policy are arguments.
 */
@NullMarked
package org.reskontra.dunning.ladder;

import org.jspecify.annotations.NullMarked;
