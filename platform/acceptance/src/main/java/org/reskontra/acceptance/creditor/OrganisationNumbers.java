package org.reskontra.acceptance.creditor;

/** Made-up Swedish organisation numbers of limited companies that pass every check. */
final class OrganisationNumbers {

    static final int MOST = 99_999;

    private OrganisationNumbers() {}

    /**
     * The number at a place of a series of our own.
     *
     * @param place 0 to {@value #MOST}
     */
    static String of(int place) {
        if (place < 0 || place > MOST) {
            throw new IllegalArgumentException("there are " + (MOST + 1) + " made-up organisation numbers");
        }
        var base = "5599%05d".formatted(place);
        return base + checkDigit(base);
    }

    /** Modulus 10 with the weights 2 and 1 from the left of nine digits. */
    private static int checkDigit(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < nineDigits.length(); i++) {
            int product = (nineDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
