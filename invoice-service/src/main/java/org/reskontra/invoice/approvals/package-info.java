/** Who may approve what somebody has proposed. */
@NullMarked
package org.reskontra.invoice.approvals;

import org.jspecify.annotations.NullMarked;
