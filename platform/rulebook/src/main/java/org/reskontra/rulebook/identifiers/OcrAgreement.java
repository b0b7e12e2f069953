package org.reskontra.rulebook.identifiers;

import java.util.Set;

/** What a payee has agreed with Bankgirot about the check of its OCR references. */
public sealed interface OcrAgreement {

    /** A wrong reference is let through after a warning to the payer. */
    record Soft() implements OcrAgreement {}

    /** The last digit is a check digit and must be right. */
    record HardCheck() implements OcrAgreement {}

    /** The second last digit is the number of digits, modulo 10; the last is a check digit. Both must be right. */
    record HardCheckWithLength() implements OcrAgreement {}

    /**
     * The last digit is a check digit, and the reference has one of the agreed lengths.
     *
     * @param lengths one or two, each {@value OcrReference#SHORTEST} to {@value OcrReference#LONGEST} digits; anything
     *     else throws {@link IllegalArgumentException}
     */
    record HardCheckFixedLength(Set<Integer> lengths) implements OcrAgreement {
        public HardCheckFixedLength {
            lengths = Set.copyOf(lengths);
            if (lengths.isEmpty()
                    || lengths.size() > 2
                    || lengths.stream().anyMatch(n -> n < OcrReference.SHORTEST || n > OcrReference.LONGEST)) {
                throw new IllegalArgumentException("one or two lengths from " + OcrReference.SHORTEST + " to "
                        + OcrReference.LONGEST + ", not " + lengths);
            }
        }
    }
}
