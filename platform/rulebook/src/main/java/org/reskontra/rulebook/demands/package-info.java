/** What a reminder, a collection demand and a tratta must contain, must not say, and from which day they are lawful. */
@NullMarked
package org.reskontra.rulebook.demands;

import org.jspecify.annotations.NullMarked;
