/** Payments to others, as files that a bank takes. */
@NullMarked
package org.reskontra.invoice.transfers;

import org.jspecify.annotations.NullMarked;
