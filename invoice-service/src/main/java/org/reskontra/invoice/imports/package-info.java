/** Foreign files, row by row, into invoices the register and the books can take. */
@NullMarked
package org.reskontra.invoice.imports;

import org.jspecify.annotations.NullMarked;
