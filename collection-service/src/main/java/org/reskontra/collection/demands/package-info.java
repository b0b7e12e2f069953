/** Core: what a collection demand asks for and says. */
@NullMarked
package org.reskontra.collection.demands;

import org.jspecify.annotations.NullMarked;
