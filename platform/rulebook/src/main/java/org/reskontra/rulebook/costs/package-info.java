/** What a debtor can be made to pay for reminders, demands, instalment plans and what authorities charge. */
@NullMarked
package org.reskontra.rulebook.costs;

import org.jspecify.annotations.NullMarked;
