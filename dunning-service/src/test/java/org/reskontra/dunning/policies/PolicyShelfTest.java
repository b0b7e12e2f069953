package org.reskontra.dunning.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.dunning.ladder.PolicyRef;

class PolicyShelfTest {

    private static final String GOOD = """
            id: se-standard
            version: 1
            country: SE
            movesDueDatesOffWeekends: false
            reminders:
              - afterDays: 5
                fee: {minor: 6000, currency: SEK}
                payWithinDays: 10
            handOverAfterDays: 12
            """;

    private final PolicyShelf shelf = new PolicyShelf();

    @Test
    void the_swedish_standard_reminds_after_five_days_and_hands_over_after_twelve_more() {
        var expected = new Policy(
                new PolicyRef("se-standard", 1),
                Country.SE,
                false,
                List.of(new Policy.Reminder(5, Money.of(60_00, "SEK"), 10)),
                12);
        assertEquals(Optional.of(expected), shelf.standardFor(Country.SE));
        assertEquals(expected, shelf.pinned(new PolicyRef("se-standard", 1)));
    }

    @Test
    void the_law_and_the_letters_of_every_policy_are_there() {
        var law = new Law(shelf);
        assertEquals(Country.SE, law.of(Country.SE).country());
        assertThrows(IllegalStateException.class, () -> law.of(Country.FI));
    }

    @Test
    void a_country_without_a_policy_has_none() {
        assertEquals(Optional.empty(), shelf.standardFor(Country.FI));
    }

    @Test
    void a_pinned_version_that_is_gone_is_a_broken_installation() {
        assertThrows(IllegalStateException.class, () -> shelf.pinned(new PolicyRef("se-standard", 99)));
    }

    @Test
    void a_good_document_is_read() {
        assertEquals(
                new PolicyRef("se-standard", 1),
                PolicyShelf.read("good.yaml", GOOD).ref());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handOverAfterDays: 12         |                                | handOverAfterDays",
                "handOverAfterDays: 12         | handOverAfterDays: 0           | handOverAfterDays must be 1 to 90",
                "handOverAfterDays: 12         | handOverAfterDays: 12.5        | handOverAfterDays",
                "handOverAfterDays: 12         | handOverAfterDays: 5           | payWithinDays must be 1 to 5",
                "afterDays: 5                  | afterDays: soon                | afterDays",
                "afterDays: 5                  | afterDay: 5                    | afterDay",
                "version: 1                    | version: 0                     | version must be 1 or more",
                "country: SE                   | country: Sweden                | country",
                "country: SE                   |                                | country",
                "movesDueDatesOffWeekends: false |                              | movesDueDatesOffWeekends",
                "{minor: 6000, currency: SEK}  | {minor: 60.00, currency: SEK}  | minor",
                "{minor: 6000, currency: SEK}  | {minor: -1, currency: SEK}     | fee must not be negative",
                "{minor: 6000, currency: SEK}  | 60                             | fee",
            })
    void a_document_that_is_wrong_keeps_the_service_from_starting(String good, String wrong, String named) {
        var yaml = GOOD.replace(good, wrong == null ? "" : wrong);
        var refusal = assertThrows(IllegalStateException.class, () -> PolicyShelf.read("wrong.yaml", yaml));
        assertTrue(refusal.getMessage().startsWith("policy file wrong.yaml cannot be used: "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }
}
