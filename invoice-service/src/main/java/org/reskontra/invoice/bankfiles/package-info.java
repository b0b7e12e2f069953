/** Files that banks send of the money on the creditor's accounts: BgMax and camt.052 to camt.054, read into one model. */
@NullMarked
package org.reskontra.invoice.bankfiles;

import org.jspecify.annotations.NullMarked;
