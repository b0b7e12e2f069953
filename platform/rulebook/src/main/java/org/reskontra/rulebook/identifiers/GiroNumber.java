package org.reskontra.rulebook.identifiers;

import java.util.Optional;

/**
 * A Swedish giro account, checked.
 *
 * @param digits without hyphen: bankgiro 7 or 8, plusgiro 2 to 8, the last a Luhn check digit; anything else throws
 *     {@link IllegalArgumentException}
 */
public record GiroNumber(Kind kind, String digits) {

    /** Which clearing system. */
    public enum Kind {
        BANKGIRO(7, 8),
        PLUSGIRO(2, 8);

        private final int fewest;
        private final int most;

        Kind(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }
    }

    public GiroNumber {
        var flaw = flaw(kind, digits);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("'" + digits + "': " + flaw.get());
        }
    }

    /** What keeps the digits from being such a number. */
    static Optional<String> flaw(Kind kind, String digits) {
        if (!Digits.only(digits) || digits.length() < kind.fewest || digits.length() > kind.most) {
            return Optional.of("must be " + kind.fewest + " to " + kind.most + " digits");
        }
        return Luhn.valid(digits) ? Optional.empty() : Optional.of("the check digit is wrong");
    }

    /** As people write it: bankgiro {@code 991-2346} or {@code 5402-9681}, plusgiro {@code 28 65 43-4} or {@code 410 54 68-5}. */
    public String written() {
        return switch (kind) {
            case BANKGIRO -> {
                int hyphen = digits.length() - 4;
                yield digits.substring(0, hyphen) + "-" + digits.substring(hyphen);
            }
            case PLUSGIRO -> {
                var written = new StringBuilder(digits).insert(digits.length() - 1, '-');
                for (int space = digits.length() - 3; space > 1; space -= 2) {
                    written.insert(space, ' ');
                }
                yield written.toString();
            }
        };
    }
}
