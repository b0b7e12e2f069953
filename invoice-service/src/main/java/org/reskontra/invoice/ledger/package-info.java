/** Double entry: accounts, and postings that cannot be constructed out of balance. */
@NullMarked
package org.reskontra.invoice.ledger;

import org.jspecify.annotations.NullMarked;
