/** What is measured, one class per kind of work. */
@NullMarked
package org.reskontra.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
