package org.reskontra.invoice.flaws;

/**
 * Something in the input that cannot be right whatever the circumstances.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request
 * @param code kebab case, stable
 */
public record Flaw(String pointer, String code, String detail) {}
