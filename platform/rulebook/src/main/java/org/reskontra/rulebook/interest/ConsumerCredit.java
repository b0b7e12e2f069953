package org.reskontra.rulebook.interest;

import java.time.LocalDate;

/**
 * That a claim is consumer credit, so that the law may limit what its contract says about late interest (in Sweden:
 * Consumer Credit Act 2010:1846 s. 19 a). A purchase on ordinary terms of payment is none.
 *
 * @param agreedOn the limit of this day holds for good
 */
public record ConsumerCredit(LocalDate agreedOn) {}
