package org.reskontra.invoice.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Money;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FourEyesSpec {

    @ParameterizedTest(name = "{0} proposes {2}, {1} approves, own up to {3}: {4}")
    @CsvSource({
        "karin, olle,  1000, 0,    may",
        "karin, karin, 1000, 0,    may not",
        "karin, karin, 1000, 999,  may not",
        "karin, karin, 1000, 1000, may",
    })
    void who_may_approve(String proposedBy, String approver, long minor, long ownUpTo, String expected) {
        var refused = FourEyes.check(proposedBy, approver, Money.of(minor, "SEK"), Money.of(ownUpTo, "SEK"));
        assertEquals(expected.equals("may") ? Optional.empty() : Optional.of(ApprovalRefusal.SAME_PERSON), refused);
    }

    @Test
    void a_limit_in_another_currency_is_none() {
        assertEquals(
                Optional.of(ApprovalRefusal.SAME_PERSON),
                FourEyes.check("karin", "karin", Money.of(1, "EUR"), Money.of(1000, "SEK")));
    }

    @Test
    void refusals_have_codes_of_their_own() {
        var codes =
                Stream.of(ApprovalRefusal.values()).map(ApprovalRefusal::code).toList();
        assertEquals(codes, codes.stream().distinct().sorted().toList());
    }
}
