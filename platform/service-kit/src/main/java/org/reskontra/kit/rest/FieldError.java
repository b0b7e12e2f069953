package org.reskontra.kit.rest;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, or the parameter's name
 * @param code kebab case; stable, for programs
 * @param detail for people
 */
public record FieldError(String pointer, String code, String detail) {}
