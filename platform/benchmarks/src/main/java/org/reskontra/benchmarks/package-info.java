/** Ours beside the raw limit of the same database and broker, in one run. */
@NullMarked
package org.reskontra.benchmarks;

import org.jspecify.annotations.NullMarked;
