/** Reads Peppol BIS Billing 3 invoices, the UBL syntax of EN 16931. */
@NullMarked
package org.reskontra.invoice.peppol;

import org.jspecify.annotations.NullMarked;
