/** Core: what can happen to a handed-over claim, and what must not. */
@NullMarked
package org.reskontra.collection.process;

import org.jspecify.annotations.NullMarked;
