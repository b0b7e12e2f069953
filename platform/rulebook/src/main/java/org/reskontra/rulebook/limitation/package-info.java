/** Until when a claim can be pursued, what makes its time run anew, and when to act. */
@NullMarked
package org.reskontra.rulebook.limitation;

import org.jspecify.annotations.NullMarked;
