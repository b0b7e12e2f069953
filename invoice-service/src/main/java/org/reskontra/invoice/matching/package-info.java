/** Which invoices the money of a bank's entry is for. */
@NullMarked
package org.reskontra.invoice.matching;

import org.jspecify.annotations.NullMarked;
