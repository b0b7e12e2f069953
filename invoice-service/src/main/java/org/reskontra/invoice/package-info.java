/** Customers, invoices, payments and the receivables ledger; what the rest of the platform hears of them. */
@NullMarked
package org.reskontra.invoice;

import org.jspecify.annotations.NullMarked;
