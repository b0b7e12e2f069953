package org.reskontra.rulebook.identifiers;

/**
 * A Swedish giro account, checked.
 *
 * @param digits without hyphen: bankgiro 7 or 8, plusgiro 2 to 8
 */
public record GiroNumber(Kind kind, String digits) {

    /** Which clearing system. */
    public enum Kind {
        BANKGIRO,
        PLUSGIRO
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
