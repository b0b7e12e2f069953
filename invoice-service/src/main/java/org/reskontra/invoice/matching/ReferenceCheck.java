package org.reskontra.invoice.matching;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reskontra.rulebook.identifiers.CreditorReference;
import org.reskontra.rulebook.identifiers.FinnishReference;
import org.reskontra.rulebook.identifiers.OcrAgreement;
import org.reskontra.rulebook.identifiers.OcrReference;

/**
 * How payment references are checked before an invoice is looked for. A reference that fails a hard check is not taken
 * for one; the international form (RF) is right wherever its own check digits are.
 *
 * @param lengths for {@link Kind#OCR_FIXED_LENGTHS}: one or two, 2 to 25
 */
public record ReferenceCheck(Kind kind, Set<Integer> lengths) {

    /** What is agreed. */
    public enum Kind {
        /** Any text is looked for. */
        SOFT,
        /** The last digit checks the others. */
        OCR,
        /** The second last digit tells the length. */
        OCR_WITH_LENGTH,
        OCR_FIXED_LENGTHS,
        /** The Finnish payment reference. */
        VIITENUMERO
    }

    public static final ReferenceCheck SOFT = new ReferenceCheck(Kind.SOFT, Set.of());

    /** {@link IllegalArgumentException} for lengths that the kind does not have. */
    public ReferenceCheck {
        lengths = Set.copyOf(lengths);
        if (kind == Kind.OCR_FIXED_LENGTHS) {
            new OcrAgreement.HardCheckFixedLength(lengths);
        } else if (!lengths.isEmpty()) {
            throw new IllegalArgumentException("only OCR_FIXED_LENGTHS has lengths");
        }
    }

    boolean isHard() {
        return kind != Kind.SOFT;
    }

    /** Why a text in the field for references is none: kebab case, stable. Empty for one that is looked for. */
    Optional<String> refusal(String text) {
        if (!isHard() || CreditorReference.parse(text) instanceof CreditorReference.Parsed.Valid) {
            return Optional.empty();
        }
        var forms = Stream.of(text, References.usual(text)).toList();
        if (forms.stream().anyMatch(this::isRight)) {
            return Optional.empty();
        }
        return Optional.of(
                forms.stream().anyMatch(this::isChecked) ? "reference-length-wrong" : "reference-check-digit-wrong");
    }

    private boolean isRight(String text) {
        return switch (kind) {
            case SOFT -> true;
            case OCR -> isRight(new OcrAgreement.HardCheck(), text);
            case OCR_WITH_LENGTH -> isRight(new OcrAgreement.HardCheckWithLength(), text);
            case OCR_FIXED_LENGTHS -> isRight(new OcrAgreement.HardCheckFixedLength(lengths), text);
            case VIITENUMERO -> FinnishReference.parse(text) instanceof FinnishReference.Parsed.Valid;
        };
    }

    private boolean isChecked(String text) {
        return kind != Kind.VIITENUMERO && OcrReference.validHardCheck(text);
    }

    private static boolean isRight(OcrAgreement agreement, String text) {
        return OcrReference.read(agreement, text) instanceof OcrReference.Reading.Correct;
    }
}
