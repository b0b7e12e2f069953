package org.reskontra.collection.demands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.collection.demands.Demands.CREDITOR;
import static org.reskontra.collection.demands.Demands.SWEDEN;
import static org.reskontra.collection.demands.Demands.claim;
import static org.reskontra.collection.demands.Demands.day;
import static org.reskontra.collection.demands.Demands.owed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.collection.process.Claim;

/** The texts themselves are in {@code src/test/resources/demands}: read them as the debtor would. */
class DemandWriterSpec {

    private static final Claim CLAIM = claim(owed(10_000_00, 90_41, 60_00));

    @Test
    void swedish() {
        assertEquals(approved("swedish.txt"), inFull(Language.SWEDISH, CLAIM, "2025-03-03"));
    }

    @Test
    void english() {
        assertEquals(approved("english.txt"), inFull(Language.ENGLISH, CLAIM, "2025-03-03"));
    }

    @ParameterizedTest
    @CsvSource({"SWEDISH, swedish-two-rates-part-paid.txt", "ENGLISH, english-two-rates-part-paid.txt"})
    void across_a_change_of_the_reference_rate_with_interest_partly_paid(Language language, String file) {
        var claim = claim("2025-06-15", "2025-07-02", owed(125_000_00, 300_00, 0));
        assertEquals(approved(file), inFull(language, claim, "2025-07-03"));
    }

    @ParameterizedTest
    @CsvSource({"SWEDISH, swedish-rate-unknown.txt", "ENGLISH, english-rate-unknown.txt"})
    void where_the_rate_is_not_known(Language language, String file) {
        var claim = claim("2098-01-31", "2098-03-02", owed(10_000_00, 12_34, 60_00));
        assertEquals(approved(file), inFull(language, claim, "2098-03-03"));
    }

    @ParameterizedTest
    @CsvSource({"SWEDISH, swedish-contract-rate-iban.txt", "ENGLISH, english-contract-rate-iban.txt"})
    void with_an_agreed_rate_and_payment_to_an_account_abroad(Language language, String file) {
        var claim = claim("2025-01-31", "2025-03-02", owed(10_000_00, 100_68, 0), new BigDecimal("0.1225"));
        var creditor = new Creditor("Exempelbolaget AB", "5560360793", null, "SE3550000000054910000003", null);
        var demand = Demand.draw(SWEDEN, creditor, "Kunden AB", claim, claim.asHandedOver(), day("2025-03-02"));
        assertEquals(approved(file), inFull(DemandWriter.write(demand, language)));
    }

    @Test
    void the_debtor_has_at_least_eight_days_from_the_day_of_sending() {
        assertEquals(day("2025-03-11"), drawn(CLAIM, "2025-03-03").deadline());
    }

    /** What section 5 of the Debt Recovery Act asks for, found in every text. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void says_all_that_the_law_asks(Language language) {
        var demand = drawn(CLAIM, "2025-03-03");
        var text = DemandWriter.write(demand, language).text();
        assertTrue(text.contains("Exempelbolaget AB"), "creditor");
        assertTrue(text.contains("2025-117"), "the underlying relation");
        assertTrue(text.contains(language == Language.SWEDISH ? "Kapital: 10 000,00 kr" : "Principal: SEK 10,000.00"));
        assertTrue(text.contains(language == Language.SWEDISH ? "03: 93,42 kr" : "2025: SEK 93.42"), "interest");
        assertTrue(text.contains(language == Language.SWEDISH ? "11,00 % per år" : "11.00% a year"), "rate");
        assertTrue(text.contains(language == Language.SWEDISH ? "2025-02-01" : "1 February 2025"), "period");
        assertTrue(text.contains(language == Language.SWEDISH ? "på 10 000,00 kr" : "on SEK 10,000.00"), "base");
        assertTrue(text.contains(language == Language.SWEDISH ? "påminnelse: 60,00 kr" : "reminders: SEK 60.00"));
        assertTrue(text.contains(language == Language.SWEDISH ? "senast 2025-03-11" : "by 11 March 2025"), "deadline");
        assertTrue(text.contains("991-2346") && text.contains("123456790"), "how to pay");
    }

    /** A demand states; it does not press (good collection practice, section 4). */
    @ParameterizedTest
    @EnumSource(Language.class)
    void threatens_with_nothing(Language language) {
        var text =
                DemandWriter.write(drawn(CLAIM, "2025-03-03"), language).text().toLowerCase(Locale.ROOT);
        for (var threat : new String[] {"kronofogd", "anmärkning", "domstol", "court", "bailiff", "credit record"}) {
            assertFalse(text.contains(threat), threat);
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, SWEDISH", "SV, SWEDISH", "en, ENGLISH", "fi, ENGLISH"})
    void readers_of_other_languages_get_english(String code, Language language) {
        assertEquals(language, Language.readBy(code));
    }

    private static Demand drawn(Claim claim, String sentOn) {
        return Demand.draw(SWEDEN, CREDITOR, "Kunden AB", claim, claim.asHandedOver(), day(sentOn));
    }

    private static String inFull(Language language, Claim claim, String sentOn) {
        return inFull(DemandWriter.write(drawn(claim, sentOn), language));
    }

    private static String inFull(Letter letter) {
        return letter.subject() + "\n\n" + letter.text();
    }

    private static String approved(String file) {
        try (var text = DemandWriterSpec.class.getResourceAsStream("/demands/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
