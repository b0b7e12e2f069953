/** What a debtor owes on an invoice and why, as a tree of figures and in words. */
@NullMarked
package org.reskontra.invoice.statements;

import org.jspecify.annotations.NullMarked;
