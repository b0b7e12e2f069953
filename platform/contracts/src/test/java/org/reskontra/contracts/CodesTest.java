package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.CollectionEvent.CollectionDemandUndeliverable;
import org.reskontra.contracts.CreditEvent.CreditDecision;
import org.reskontra.contracts.CreditEvent.CreditDecisionMade;
import org.reskontra.contracts.DunningEvent.Channel;
import org.reskontra.contracts.DunningEvent.ReminderUndeliverable;

class CodesTest {

    private static final String ID = "019cb29b-7b67-73d9-a344-5bb31738f7d9";
    private static final LocalDate DAY = LocalDate.parse("2026-04-07");

    @ParameterizedTest
    @ValueSource(strings = {"no-email-address", "GAVE_UP", "550", "5.1.1", "late-payer"})
    void a_code_is_a_reason(String code) {
        assertEquals(code, reminder(code).reason());
        assertEquals(code, demand(code).reason());
        assertEquals(List.of(code), decision(code).reasons());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"550 <anna@example.com> unknown", "anna@example.com", "Anna Provsson moved", "", "-", "a--b"})
    void what_somebody_wrote_is_no_reason_and_is_not_repeated_in_the_error(String text) {
        for (var attempt :
                List.<Runnable>of(() -> reminder(text), () -> demand(text), () -> decision("late-payer", text))) {
            var refused = assertThrows(IllegalArgumentException.class, attempt::run);
            assertFalse(text.length() > 2 && refused.getMessage().contains(text));
        }
    }

    @Test
    void a_reason_has_at_most_64_characters() {
        assertEquals(64, reminder("x".repeat(64)).reason().length());
        assertThrows(IllegalArgumentException.class, () -> reminder("x".repeat(65)));
    }

    private static ReminderUndeliverable reminder(String reason) {
        return new ReminderUndeliverable(InvoiceId.of(ID), CustomerId.of(ID), 1, Channel.EMAIL, DAY, reason);
    }

    private static CollectionDemandUndeliverable demand(String reason) {
        return new CollectionDemandUndeliverable(
                InvoiceId.of(ID), CustomerId.of(ID), CollectionCaseId.of(ID), DAY, reason);
    }

    private static CreditDecisionMade decision(String... reasons) {
        var nothing = Money.of(0, "SEK");
        return new CreditDecisionMade(
                CustomerId.of(ID),
                CreditCheckId.of(ID),
                CreditDecision.DECLINE,
                nothing,
                nothing,
                BigDecimal.ZERO,
                List.of(reasons),
                DAY,
                DAY);
    }
}
