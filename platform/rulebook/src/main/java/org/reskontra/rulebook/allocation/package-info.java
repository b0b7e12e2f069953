/** Which part of a claim a payment covers. */
@NullMarked
package org.reskontra.rulebook.allocation;

import org.jspecify.annotations.NullMarked;
