package org.reskontra.invoice.invoices;

import org.reskontra.contracts.TenantId;

/** Told inside the service once new invoices of a tenant are committed. */
public record InvoicesIssued(TenantId tenant) {}
