/** A partner who only listens: reads the topics on its own and counts. */
@NullMarked
package org.reskontra.acceptance.partner;

import org.jspecify.annotations.NullMarked;
