package org.reskontra.invoice.matching;

import java.util.LinkedHashSet;
import java.util.Set;
import org.reskontra.rulebook.identifiers.FinnishReference;
import org.reskontra.rulebook.identifiers.OcrReference;

/** What one slip of the hand makes of a number: a sign wrong, missing or too many, two neighbours swapped. */
final class Slips {

    private Slips() {}

    /** Whether one slip lies between two texts. */
    static boolean isOne(String one, String other) {
        if (one.length() > other.length()) {
            return isOne(other, one);
        }
        if (one.equals(other) || other.length() - one.length() > 1) {
            return false;
        }
        int first = 0;
        while (first < one.length() && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        if (one.length() < other.length()) {
            return one.regionMatches(first, other, first + 1, one.length() - first);
        }
        return restIsSame(one, other, first + 1)
                || (first + 1 < one.length()
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first)
                        && restIsSame(one, other, first + 2));
    }

    private static boolean restIsSame(String one, String other, int from) {
        return one.regionMatches(from, other, from, one.length() - from);
    }

    /**
     * The references with a right check digit that one slip makes that number of; none for a number that is right itself.
     *
     * @param digits nothing else
     */
    static Set<String> undone(String digits) {
        var found = new LinkedHashSet<String>();
        if (isRight(digits)) {
            return found;
        }
        for (int i = 0; i < digits.length(); i++) {
            var before = digits.substring(0, i);
            var after = digits.substring(i + 1);
            addIfRight(before + after, found);
            for (char digit = '0'; digit <= '9'; digit++) {
                addIfRight(before + digit + after, found);
                addIfRight(before + digit + digits.substring(i), found);
            }
            if (i + 1 < digits.length()) {
                addIfRight(before + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2), found);
            }
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            addIfRight(digits + digit, found);
        }
        return found;
    }

    private static void addIfRight(String digits, Set<String> into) {
        if (!digits.startsWith("0") && isRight(digits)) {
            into.add(digits);
        }
    }

    private static boolean isRight(String digits) {
        return OcrReference.validHardCheck(digits)
                || FinnishReference.parse(digits) instanceof FinnishReference.Parsed.Valid;
    }
}
