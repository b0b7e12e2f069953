/** Core: what one invoice adds to what is known of its customer. */
@NullMarked
package org.reskontra.creditcheck.book;

import org.jspecify.annotations.NullMarked;
