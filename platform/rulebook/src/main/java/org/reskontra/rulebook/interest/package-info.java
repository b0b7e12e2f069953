/** Late interest: from which day, at which rate, how much, and the trace that proves it. */
@NullMarked
package org.reskontra.rulebook.interest;

import org.jspecify.annotations.NullMarked;
