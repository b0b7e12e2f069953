/** May this customer buy on credit, and for how much. */
@NullMarked
package org.reskontra.creditcheck;

import org.jspecify.annotations.NullMarked;
