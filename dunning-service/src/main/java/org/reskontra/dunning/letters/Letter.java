package org.reskontra.dunning.letters;

/**
 * A message as it goes out.
 *
 * @param text plain text, lines of at most {@value LetterTemplate#LONGEST_LINE} characters plus filled-in values
 */
public record Letter(String subject, String text) {}
