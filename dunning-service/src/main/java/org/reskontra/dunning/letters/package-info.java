/**
 * What a reminder says: pure and synchronous. The words are templates, one per language; the figures are computed here
 * from what remains of the claim.
 */
@NullMarked
package org.reskontra.dunning.letters;

import org.jspecify.annotations.NullMarked;
