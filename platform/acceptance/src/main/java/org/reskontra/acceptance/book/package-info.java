/** Books of invoices with their payment history: what the demo replays. */
@NullMarked
package org.reskontra.acceptance.book;

import org.jspecify.annotations.NullMarked;
