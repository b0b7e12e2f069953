package org.reskontra.rulebook;

import java.util.List;
import org.reskontra.rulebook.identifiers.IdentityNumber;

/** What a pack can say about the numbers that debtors and payments carry. How a number is checked is code. */
public final class IdentifierFacts {

    /** By which numbers such a debtor is known. */
    public static final FactKey<List<IdentityNumber.Kind>> NUMBERS =
            FactKey.dated("identifiers.numbers", Unit.listOf("identity numbers", IdentityNumber.Kind.class));

    /** Which references banks of the country carry to the payee. */
    public static final FactKey<List<ReferenceScheme>> PAYMENT_REFERENCES =
            FactKey.dated("identifiers.payment-references", Unit.listOf("reference schemes", ReferenceScheme.class));

    static final List<FactKey<?>> ALL = List.of(NUMBERS, PAYMENT_REFERENCES);

    private IdentifierFacts() {}
}
