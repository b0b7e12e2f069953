/** On which days one can pay and act, and where a due date or a deadline falls. */
@NullMarked
package org.reskontra.rulebook.calendar;

import org.jspecify.annotations.NullMarked;
