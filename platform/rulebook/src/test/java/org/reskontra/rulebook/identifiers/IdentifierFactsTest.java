package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.IdentifierFacts;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.identifiers.IdentityNumber.Kind;

/** What the packs say of numbers, held against the code that checks them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentifierFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static final Map<Kind, String> SAMPLES = Map.of(
            Kind.PERSONNUMMER, "811228-9874",
            Kind.SAMORDNINGSNUMMER, "701063-2391",
            Kind.ORGANISATIONSNUMMER, "556036-0793",
            Kind.HENKILOTUNNUS, "131052-308T",
            Kind.Y_TUNNUS, "0112038-9");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "SE, CONSUMER", "SE, BUSINESS", "SE, PUBLIC_BODY",
        "FI, CONSUMER", "FI, BUSINESS", "FI, PUBLIC_BODY",
    })
    void a_debtor_is_known_by_the_numbers_that_the_pack_names_and_by_no_others(String country, DebtorKind debtor) {
        var law = new Country(country);
        var read = EnumSet.noneOf(Kind.class);
        SAMPLES.values().forEach(sample -> kind(law, debtor, sample).ifPresent(read::add));
        assertEquals(read, Set.copyOf(named(law, debtor).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"NO", "DK"})
    void where_no_number_can_be_checked_the_pack_does_not_pretend(String country) {
        var law = new Country(country);
        for (var debtor : DebtorKind.values()) {
            assertTrue(named(law, debtor).isEmpty());
            SAMPLES.values()
                    .forEach(sample -> assertTrue(kind(law, debtor, sample).isEmpty()));
        }
    }

    @Test
    void every_kind_of_number_has_a_sample() {
        assertEquals(Set.of(Kind.values()), SAMPLES.keySet());
    }

    private static Optional<Kind> kind(Country country, DebtorKind debtor, String number) {
        return IdentityNumbers.parse(country, debtor, number, TODAY) instanceof IdentityNumbers.Parsed.Valid(var valid)
                ? Optional.of(valid.kind())
                : Optional.empty();
    }

    private static Optional<List<Kind>> named(Country country, DebtorKind debtor) {
        return Rulebook.standard()
                .pack(country)
                .on(IdentifierFacts.NUMBERS, debtor, TODAY)
                .value();
    }
}
