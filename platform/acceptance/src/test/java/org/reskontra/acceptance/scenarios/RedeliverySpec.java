package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.acceptance.scenarios.Story.sek;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reskontra.acceptance.chaos.Rewind;
import org.reskontra.acceptance.partner.EventAudit;
import org.reskontra.acceptance.scenarios.RunningPlatform.Running;
import org.reskontra.localstack.services.Service;

/** Events that come again change nothing. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedeliverySpec {

    @Test
    void events_that_are_published_twice_change_nothing(Story story, Running running) {
        givenOneOfEach(story);
        var before = everythingShown(story);
        var rewind = new Rewind(running.platform.kafka());

        story.when(() -> rewind.publishAgain(story.creditor().tenant()));

        assertEquals(before, everythingShown(story));
        var audit =
                EventAudit.of(running.listener.heardOf(story.creditor().tenant().toString()));
        assertEquals(audit.once().size(), audit.redelivered(), "all came twice");
        story.everyProofHolds();
        andLifeGoesOn(story);
    }

    @Test
    void reading_everything_from_the_start_changes_nothing(Story story, Running running) {
        givenOneOfEach(story);
        var before = everythingShown(story);
        var rewind = new Rewind(running.platform.kafka());

        story.when(() -> running.whileAllAreStopped(
                () -> Arrays.stream(Service.values()).map(Service::fullName).forEach(rewind::toTheBeginning)));

        assertEquals(before, everythingShown(story));
        story.everyProofHolds();
        andLifeGoesOn(story);
    }

    /** An invoice that is paid, one that is reminded, one in collection. */
    private static void givenOneOfEach(Story story) {
        story.givenToday("2025-03-03");
        var paid = story.givenInvoice(sek(1_000_00), "2025-03-20");
        var inCollection = story.givenInvoice(sek(2_000_00), "2025-03-20");
        var reminded = story.givenInvoice(sek(3_000_00), "2025-04-01");
        story.whenDayComes("2025-03-20")
                .whenPaid(paid, sek(1_000_00))
                .whenDayComes("2025-03-25")
                .whenDayComes("2025-04-06");
        inCollection.collectionIs("DEMANDED");
        reminded.dunningIs("REMINDED", 1);
    }

    private static List<JsonNode> everythingShown(Story story) {
        var shown = new ArrayList<JsonNode>();
        shown.addAll(story.creditor().list(Service.INVOICE, "/v1/invoices"));
        shown.addAll(story.creditor().list(Service.DUNNING, "/v1/dunning-cases"));
        shown.addAll(story.creditor().list(Service.COLLECTION, "/v1/collection-cases"));
        return shown;
    }

    private static void andLifeGoesOn(Story story) {
        story.whenDayComes("2025-04-18");
        assertEquals(2, story.outcome().figures().handedToCollection(), "the reminded one is handed over as well");
        assertTrue(story.mails().size() == 4, "two reminders, two demands");
        story.everyProofHolds();
    }
}
