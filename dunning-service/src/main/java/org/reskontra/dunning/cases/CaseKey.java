package org.reskontra.dunning.cases;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Key of a case: the same invoice id under two tenants is two cases. */
public class CaseKey implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID tenantId;
    UUID invoiceId;

    public CaseKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseKey key && key.tenantId.equals(tenantId) && key.invoiceId.equals(invoiceId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, invoiceId);
    }
}
