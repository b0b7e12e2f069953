/** The law as people and programs read it: a page for each country, and plain records. */
@NullMarked
package org.reskontra.rulebook.pages;

import org.jspecify.annotations.NullMarked;
