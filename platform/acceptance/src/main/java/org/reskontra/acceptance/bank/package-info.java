/** Files as a bank would send them, made up. */
@NullMarked
package org.reskontra.acceptance.bank;

import org.jspecify.annotations.NullMarked;
