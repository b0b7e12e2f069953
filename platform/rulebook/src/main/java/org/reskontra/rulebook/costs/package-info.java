/** What a debtor can be made to pay for reminders, demands and instalment plans. */
@NullMarked
package org.reskontra.rulebook.costs;

import org.jspecify.annotations.NullMarked;
