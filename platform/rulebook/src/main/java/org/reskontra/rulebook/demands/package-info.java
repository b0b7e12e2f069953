/** How long a collection demand must leave the debtor. */
@NullMarked
package org.reskontra.rulebook.demands;

import org.jspecify.annotations.NullMarked;
