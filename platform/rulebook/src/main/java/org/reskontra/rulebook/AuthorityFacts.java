package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Money;

/** What a pack can say about the fees of authorities and courts. */
public final class AuthorityFacts {

    private static final FactKeys<AuthorityFee, Money> AMOUNT = each("amount");

    private static final FactKeys<AuthorityFee, Money> SMALLEST_UNPAID = each("smallest-unpaid");

    static final List<FactKey<?>> ALL = all();

    private AuthorityFacts() {}

    /** The fee. */
    public static FactKey<Money> amount(AuthorityFee fee) {
        return AMOUNT.of(fee);
    }

    /** There is no fee while less than this is unpaid; a pack that does not say has no such rule. */
    public static FactKey<Money> smallestUnpaid(AuthorityFee fee) {
        return SMALLEST_UNPAID.of(fee);
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>();
        all.addAll(AMOUNT.all());
        all.addAll(SMALLEST_UNPAID.all());
        return List.copyOf(all);
    }

    private static FactKeys<AuthorityFee, Money> each(String question) {
        return new FactKeys<>("authority-fees", AuthorityFee.class, question, Unit.AMOUNT);
    }
}
