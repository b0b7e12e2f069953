/** What can be wrong with what we are told. */
@NullMarked
package org.reskontra.invoice.flaws;

import org.jspecify.annotations.NullMarked;
