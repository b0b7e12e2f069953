/** What the customer register asks of an entry. */
@NullMarked
package org.reskontra.invoice.register;

import org.jspecify.annotations.NullMarked;
