/** How a figure came about: as a tree that can be recomputed, shown and kept. */
@NullMarked
package org.reskontra.rulebook.explain;

import org.jspecify.annotations.NullMarked;
