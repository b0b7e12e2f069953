/** From lines to totals, numbers and payment references. */
@NullMarked
package org.reskontra.invoice.invoicing;

import org.jspecify.annotations.NullMarked;
