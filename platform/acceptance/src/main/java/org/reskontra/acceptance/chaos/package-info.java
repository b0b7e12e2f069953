/** Lives made up from a seed, faults from the same seed, and a check of what must be true all the same. */
@NullMarked
package org.reskontra.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
