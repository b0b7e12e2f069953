package org.reskontra.rulebook;

/** How a payment reference is made, so that a machine can read it. */
public enum ReferenceScheme {
    /** Bankgirot's OCR reference (Sweden). */
    OCR,
    /** Viitenumero (Finland). */
    VIITENUMERO,
    /** ISO 11649. */
    CREDITOR_REFERENCE
}
