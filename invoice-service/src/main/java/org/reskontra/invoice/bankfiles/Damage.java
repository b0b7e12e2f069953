package org.reskontra.invoice.bankfiles;

/**
 * Why a file cannot be booked.
 *
 * @param line in the file, counted from 1; 0 when it is about the file as a whole
 * @param place within the line or the message, for a person to find
 * @param code kebab case, stable
 * @param reason what is wrong and what to do, for a clerk
 */
public record Damage(int line, String place, String code, String reason) {}
