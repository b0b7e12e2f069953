/** The load generator and what it measures. */
@NullMarked
package org.reskontra.benchmarks.load;

import org.jspecify.annotations.NullMarked;
