package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CloseReason;
import org.reskontra.contracts.CreditEvent.CreditDecision;
import org.reskontra.contracts.CreditEvent.CreditDecisionMade;
import org.reskontra.contracts.DunningEvent.DunningStopped;
import org.reskontra.contracts.DunningEvent.StopReason;
import org.reskontra.contracts.InvoiceEvent.InvoiceSettled;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;

class TopicsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-27");
    private static final String UUID = "019cb29b-7b67-73d9-a344-5bb31738f7d9";
    private static final InvoiceId INVOICE = InvoiceId.of(UUID);
    private static final CustomerId CUSTOMER = CustomerId.of(UUID);
    private static final Money NOTHING = Money.zero(Currency.getInstance("SEK"));

    @Test
    void each_publisher_has_one_topic_and_one_kind_of_aggregate_as_its_key() {
        assertPublished(
                "invoice-events",
                INVOICE,
                new InvoiceSettled(INVOICE, CUSTOMER, DAY, Outstanding.nothing(NOTHING.currency())));
        assertPublished("dunning-events", INVOICE, new DunningStopped(INVOICE, CUSTOMER, StopReason.SETTLED, DAY));
        assertPublished(
                "credit-events",
                CUSTOMER,
                new CreditDecisionMade(
                        CUSTOMER,
                        CreditCheckId.of(UUID),
                        CreditDecision.DECLINE,
                        NOTHING,
                        NOTHING,
                        BigDecimal.ONE,
                        List.of(),
                        DAY,
                        DAY));
        assertPublished(
                "collection-events",
                INVOICE,
                new CaseClosed(INVOICE, CUSTOMER, CollectionCaseId.of(UUID), CloseReason.SETTLED, DAY));
        assertPublished("tenant-events", TenantId.of(UUID), new SandboxClockAdvanced(TenantId.of(UUID), DAY));
    }

    @Test
    void every_topic_is_listed_once_and_every_compacted_one_is_among_them() {
        assertEquals(Topics.ALL.size(), new HashSet<>(Topics.ALL).size());
        assertTrue(Topics.ALL.containsAll(Topics.COMPACTED));
    }

    @Test
    void records_that_could_not_be_processed_go_beside_their_topic() {
        assertEquals("invoice-events-dead-letter", Topics.deadLetter(Topics.INVOICE_EVENTS));
    }

    private static void assertPublished(String topic, Identifier key, PublishedEvent event) {
        assertEquals(topic, Topics.of(event));
        assertEquals(key, event.aggregate());
    }
}
