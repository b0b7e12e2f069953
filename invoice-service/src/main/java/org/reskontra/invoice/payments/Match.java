package org.reskontra.invoice.payments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A held payment and the invoice that has come for it. */
record Match(@JsonUnwrapped PaymentRow payment, UUID found) {}
