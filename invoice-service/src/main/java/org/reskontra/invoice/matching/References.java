package org.reskontra.invoice.matching;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.reskontra.invoice.invoicing.PaymentReferences;
import org.reskontra.rulebook.identifiers.CreditorReference;
import org.reskontra.rulebook.identifiers.FinnishReference;

/** The forms one payment reference is written in: with zeros before it, as viitenumero, as RF reference. */
final class References {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private References() {}

    /** Its usual form: without blanks, in capitals, a number without leading zeros. */
    static String usual(String text) {
        var normalised = PaymentReferences.normalised(text);
        return DIGITS.matcher(normalised).matches() ? normalised.replaceFirst("^0+(?=.)", "") : normalised;
    }

    /** All forms of it that are correct. */
    static Set<String> forms(String text) {
        var forms = new LinkedHashSet<String>();
        forms.add(PaymentReferences.normalised(text));
        forms.add(usual(text));
        if (CreditorReference.parse(text) instanceof CreditorReference.Parsed.Valid(var international)) {
            international.finnish().ifPresent(finnish -> forms.add(finnish.digits()));
        }
        if (FinnishReference.parse(text) instanceof FinnishReference.Parsed.Valid(var finnish)) {
            forms.add(finnish.international().normalised());
        }
        return forms;
    }
}
