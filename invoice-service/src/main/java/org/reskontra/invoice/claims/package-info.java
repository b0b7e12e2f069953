/** What is owed on an invoice, and what money, fees and hand-overs do to it. */
@NullMarked
package org.reskontra.invoice.claims;

import org.jspecify.annotations.NullMarked;
