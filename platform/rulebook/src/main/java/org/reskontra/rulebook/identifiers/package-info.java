/** Numbers that carry check digits: persons, companies, accounts, payment references. */
@NullMarked
package org.reskontra.rulebook.identifiers;

import org.jspecify.annotations.NullMarked;
