/** The creditor at the platform's front doors: REST calls that may be repeated without harm. */
@NullMarked
package org.reskontra.acceptance.creditor;

import org.jspecify.annotations.NullMarked;
