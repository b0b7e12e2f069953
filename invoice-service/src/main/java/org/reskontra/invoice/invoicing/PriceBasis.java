package org.reskontra.invoice.invoicing;

/** What the prices of the lines hold. */
public enum PriceBasis {
    /** VAT comes on top. */
    VAT_EXCLUDED,
    /** VAT is inside. */
    VAT_INCLUDED
}
