package org.reskontra.invoice.bankfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.BankFiles.Checked;
import org.reskontra.invoice.bankfiles.Entry.Kind;
import org.reskontra.invoice.bankfiles.Entry.Reference.Means;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BgMaxSpec {

    private static final String BANKGIRO = "9912346";
    private static final Owner OWNER = new Owner(List.of(Account.bankgiro("991-2346")), false);

    @Test
    void g35_four_deposits_with_extra_references_and_euros() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("655969", 2_300_00)
                .payment("", 1_400_00, "3")
                .also("657866", 1_000_00)
                .also("658765", 500_00)
                .also("657767", 400_00)
                .less("657965", 500_00)
                .deposited("2004-05-25")
                .deposit("SEK")
                .payment("650861", 1_300_00)
                .payment("", 700_00, "1")
                .saying("tack")
                .deposited("2004-05-25")
                .deposit("SEK")
                .payment("659763", 700_00)
                .payment("658260", 2_000_00)
                .also("658369", 0)
                .also("658468", 0)
                .also("658567", 0)
                .payment("658666", 200_00)
                .deposited("2004-05-25")
                .deposit("EUR")
                .payment("801266,801365,801464", 3_000_00, "3")
                .also("801266", 0)
                .also("801365", 0)
                .also("801464", 0)
                .also("801563", 0)
                .also("801662", 0)
                .also("801761", 0)
                .payment("659763", 1_000_00)
                .deposited("2004-05-25")
                .end()
                .bytes();

        var sound = sound(file);

        assertEquals(
                List.of("3700.00 SEK", "2000.00 SEK", "2900.00 SEK", "4000.00 EUR"),
                sound.sections().stream()
                        .map(section -> section.sums().getFirst().toString())
                        .toList());
        assertEquals(9, sound.entries());
        assertEquals(List.of("8600.00 SEK", "4000.00 EUR"), written(sound.sums()));
        var split = entries(file).get(1);
        assertEquals(
                List.of("657866 1000.00 SEK", "658765 500.00 SEK", "657767 400.00 SEK", "657965 -500.00 SEK"),
                split.references().stream()
                        .map(reference -> reference.text() + " " + reference.amount())
                        .toList());
        assertEquals(Money.of(1_400_00, "SEK"), split.amount());
    }

    @Test
    void a_payment_carries_who_paid_what_for_and_when() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("655969", 1_000_00)
                .saying("Faktura av i går")
                .saying("tack")
                .from("Kalles Plåt AB", "5500001234")
                .deposited("2026-03-05")
                .end()
                .bytes();

        var payment = entries(file).getFirst();

        assertEquals(1, payment.number());
        assertEquals(3, payment.line());
        assertEquals(Kind.PAYMENT, payment.kind());
        assertEquals("2026-03-05", payment.bookingDate().toString());
        assertEquals("Kalles Plåt AB", payment.payer().name());
        assertEquals("9701233", payment.payer().account());
        assertEquals("5500001234", payment.payer().identityNumber());
        assertEquals("Faktura av i går tack", payment.text());
        assertEquals(Means.PAYMENT_REFERENCE, payment.references().getFirst().means());
        assertEquals(
                "20260305173035010331|9912346|00001|000000000001|1",
                payment.identity().substring(6));
    }

    @Test
    void a_deduction_lessens_the_deposit() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("655969", 1_000_00)
                .deduction("650861", 300_00)
                .deposited("2026-03-05")
                .end()
                .bytes();

        assertEquals(List.of("700.00 SEK"), written(sound(file).sums()));
        assertEquals(Kind.DEDUCTION, entries(file).getLast().kind());
        assertEquals(Money.of(-300_00, "SEK"), entries(file).getLast().amount());
    }

    static List<Arguments> codes_of_references() {
        return List.of(
                Arguments.of("2", "655969", List.of("PAYMENT_REFERENCE 655969")),
                Arguments.of("3", "801266,801365 801464", List.of("FREE 801266", "FREE 801365", "FREE 801464")),
                Arguments.of("4", "Faktura 12", List.of("FREE Faktura 12")),
                Arguments.of("5", "655960", List.of("FREE 655960")),
                Arguments.of("1", "", List.of()));
    }

    @ParameterizedTest
    @MethodSource("codes_of_references")
    void the_code_says_what_a_reference_is(String code, String written, List<String> references) {
        var file = one(BgMaxText.to(BANKGIRO).deposit("SEK").payment(written, 1_00, code));
        assertEquals(
                references,
                entries(file).getFirst().references().stream()
                        .map(reference -> reference.means() + " " + reference.text())
                        .toList());
    }

    @Test
    void extra_references_without_amounts_join_the_one_of_the_payment() {
        var file = one(BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("658260", 5_00)
                .also("658369", 0)
                .payment("658468,658567", 5_00, "3")
                .also("658468", 0)
                .also("658567", 0));
        assertEquals(
                List.of(List.of("658260", "658369"), List.of("658468", "658567")),
                entries(file).stream()
                        .map(entry -> entry.references().stream()
                                .map(Entry.Reference::text)
                                .toList())
                        .toList());
    }

    @Test
    void the_same_serial_number_twice_is_two_payments() {
        var file = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("655969", 1_00)
                .payment("655969", 1_00)
                .deposited("2026-03-05")
                .end()
                .text()
                .replace("22000000000002", "22000000000001");
        var identities =
                entries(file.getBytes(ISO_8859_1)).stream().map(Entry::identity).toList();
        assertTrue(identities.getFirst().endsWith("|1") && identities.getLast().endsWith("|2"), identities::toString);
    }

    @Test
    void files_of_editors_are_read_too() {
        var text = one(
                BgMaxText.to(BANKGIRO).deposit("SEK").payment("655969", 1_00).from("Björk", "5500001234"));
        var utf8 = ("\uFEFF" + new String(text, ISO_8859_1).replaceAll(" +\r\n", "\n") + "\n\n").getBytes(UTF_8);
        assertEquals("Björk", entries(utf8).getFirst().payer().name());
    }

    @Test
    void tabs_for_blanks_are_read_where_no_field_has_moved() {
        var text = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("", 500_00, "3")
                .also("657866", 1_000_00)
                .less("657965", 500_00)
                .saying("tack")
                .deduction("650861", 50_00)
                .deposited("2026-03-05")
                .end()
                .text();
        var tabs = text.replaceFirst("\r\n230009701233 {12}", "\r\n230009701233\t\t")
                .replaceFirst("\r\n210009701233 {12}", "\r\n210009701233 \t   \t")
                .replaceFirst("\r\n25tack", "\r\n25\ttack");
        assertEquals(entries(text.getBytes(ISO_8859_1)), entries(tabs.getBytes(ISO_8859_1)));
    }

    @Test
    void a_file_has_a_bounded_number_of_deposits() {
        var file = BgMaxText.to(BANKGIRO);
        for (int i = 0; i <= EntryReader.MOST_SECTIONS; i++) {
            file.deposit("SEK").deposited("2026-03-05");
        }
        var damage = assertInstanceOf(Checked.Broken.class, check(file.end().bytes()))
                .damage();
        assertEquals("too-many-deposits", damage.code());
        assertEquals(2 * EntryReader.MOST_SECTIONS + 3, damage.line());
    }

    static List<Arguments> damages() {
        return List.of(
                damage("a tab", text -> text.replace("   655969", "\t655969"), 3, "position 29", "control-sign"),
                damage(
                        "a tab among digits",
                        text -> text.replaceFirst("655969000000", "655969\t0000"),
                        3,
                        "position 38",
                        "control-sign"),
                damage(
                        "cut off",
                        text -> text.substring(0, text.indexOf("\r\n70") + 2),
                        5,
                        "end of the file",
                        "cut-off"),
                damage(
                        "cut in a deposit",
                        text -> text.substring(0, text.indexOf("\r\n15") + 2),
                        4,
                        "end of the file",
                        "cut-off"),
                damage(
                        "a payment lost",
                        text -> text.replaceFirst("20[^\r]*655969[^\r]*\r\n", ""),
                        4,
                        "positions 51-68",
                        "sum-differs"),
                damage(
                        "another amount",
                        text -> text.replaceFirst("0000010000", "0000020000"),
                        5,
                        "positions 51-68",
                        "sum-differs"),
                damage(
                        "count of the deposit",
                        text -> text.replace("SEK00000002", "SEK00000003"),
                        5,
                        "positions 72-79",
                        "count-differs"),
                damage(
                        "count of the file",
                        text -> text.replace("70000000020", "70000000030"),
                        6,
                        "positions 3-10",
                        "count-differs"),
                damage(
                        "no amount",
                        text -> text.replaceFirst("655969000000000000010000", "655969" + " ".repeat(18)),
                        3,
                        "positions 38-55",
                        "not-a-number"),
                damage(
                        "letters for digits",
                        text -> text.replaceFirst("655969000000000000010000", "6559690000000000000I0000"),
                        3,
                        "positions 38-55",
                        "not-a-number"),
                damage(
                        "a strange record",
                        text -> text.replaceFirst("\r\n20", "\r\n24"),
                        3,
                        "positions 1-2",
                        "unknown-record"),
                damage(
                        "a payment outside",
                        text -> text.replaceFirst("\r\n05[^\r]*", ""),
                        2,
                        "positions 1-2",
                        "record-out-of-order"),
                damage(
                        "a deposit left open",
                        text -> text.replaceFirst("\r\n15[^\r]*", ""),
                        5,
                        "positions 1-2",
                        "record-out-of-order"),
                damage("more after the end", text -> text + "70", 7, "positions 1-2", "record-out-of-order"),
                damage(
                        "another currency",
                        text -> text.replace("SEK00000002", "EUR00000002"),
                        5,
                        "positions 69-71",
                        "currency-differs"),
                damage(
                        "no such currency",
                        text -> text.replace("          SEK", "          SKR"),
                        2,
                        "positions 23-25",
                        "unknown-currency"),
                damage(
                        "no such day",
                        text -> text.replace("20260305000", "20260231000"),
                        5,
                        "positions 38-45",
                        "not-a-date"),
                damage(
                        "a long line",
                        text -> text.replaceFirst("\r\n20([^\r]*)", "\r\n20$1x"),
                        3,
                        "position 81",
                        "line-too-long"),
                damage(
                        "version two",
                        text -> text.replaceFirst("012026", "022026"),
                        1,
                        "positions 23-24",
                        "unknown-version"),
                damage(
                        "another bankgiro",
                        text -> text.replace("050009912346", "050059912344"),
                        0,
                        "deposit 1",
                        "another-account"),
                damage("nothing", text -> "", 1, "the beginning", "empty"),
                damage("something else", text -> "Hej", 1, "the beginning", "unknown-format"));
    }

    private static Arguments damage(String name, UnaryOperator<String> how, int line, String place, String code) {
        return Arguments.of(name, how, line, place, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damaged_file_says_where_and_why(
            String name, UnaryOperator<String> how, int line, String place, String code) {
        var text = BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("655969", 100_00)
                .payment("650861", 50_00)
                .deposited("2026-03-05")
                .end()
                .text();
        var damage = assertInstanceOf(
                        Checked.Broken.class, check(how.apply(text).getBytes(ISO_8859_1)))
                .damage();
        assertEquals(List.of(line, place, code), List.of(damage.line(), damage.place(), damage.code()), damage::reason);
    }

    @Test
    void references_that_do_not_make_up_their_payment_are_damage() {
        var file = one(BgMaxText.to(BANKGIRO)
                .deposit("SEK")
                .payment("", 1_400_00, "3")
                .also("657866", 1_000_00)
                .less("657965", 500_00));
        var damage = assertInstanceOf(Checked.Broken.class, check(file)).damage();
        assertEquals("references-do-not-add-up", damage.code());
        assertTrue(damage.reason().contains("1400.00 SEK and its references come to 500.00 SEK"), damage::reason);
    }

    private static byte[] one(BgMaxText text) {
        return text.deposited("2026-03-05").end().bytes();
    }

    private static List<String> written(List<Money> sums) {
        return sums.stream().map(Money::toString).toList();
    }

    private static Checked check(byte[] file) {
        try {
            return BankFiles.check(new ByteArrayInputStream(file), OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankFile sound(byte[] file) {
        var checked = check(file);
        return assertInstanceOf(Checked.Sound.class, checked, checked::toString).file();
    }

    private static List<Entry> entries(byte[] file) {
        var all = new ArrayList<Entry>();
        try {
            var entries = BankFiles.entries(new ByteArrayInputStream(file), sound(file));
            for (var some = entries.next(2); !some.isEmpty(); some = entries.next(2)) {
                all.addAll(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
