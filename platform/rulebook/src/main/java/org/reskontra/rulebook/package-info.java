/** The law of each country as dated data, and the strict reader that refuses it when it is wrong. */
@NullMarked
package org.reskontra.rulebook;

import org.jspecify.annotations.NullMarked;
