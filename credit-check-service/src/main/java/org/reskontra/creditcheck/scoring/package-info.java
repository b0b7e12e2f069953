/** Core: may this customer buy on credit, and for how much. */
@NullMarked
package org.reskontra.creditcheck.scoring;

import org.jspecify.annotations.NullMarked;
