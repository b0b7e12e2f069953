package org.reskontra.rulebook.identifiers;

/** The mod 10 check digit with weights 2 and 1 from the right (ISO/IEC 7812-1 annex B). */
final class Luhn {

    private Luhn() {}

    /** The digit that makes {@code digits + digit} valid. */
    static int checkDigit(String digits) {
        int sum = 0;
        int weight = 2;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int product = (digits.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether the last digit is the check digit of the others. */
    static boolean valid(String digits) {
        int last = digits.length() - 1;
        return last > 0 && checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }
}
