package org.reskontra.invoice.bankfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.bankfiles.CamtText.details;
import static org.reskontra.invoice.bankfiles.CamtText.invoiceNumber;
import static org.reskontra.invoice.bankfiles.CamtText.reference;
import static org.reskontra.invoice.bankfiles.CamtText.transaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.BankFiles.Checked;
import org.reskontra.invoice.bankfiles.Entry.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CamtSpec {

    private static final Account IBAN = Account.iban("SE45 5000 0000 0583 9825 7466");
    private static final Owner OWNER = new Owner(List.of(IBAN), false);

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "08", "13"})
    void a_statement_of_any_version_is_read(String version) {
        var file = CamtText.statement(version)
                .balance("OPBD", "1000.00")
                .balance("CLBD", "1095.50")
                .entry("100.50", "CRDT", "A1", details(transaction("100.50", reference("202611794"))))
                .entry("5", "DBIT", "A2", "");

        assertEquals(List.of("95.50 SEK"), sums(file));
        var payment = entries(file).getFirst();
        assertEquals(Kind.PAYMENT, payment.kind());
        assertEquals("2026-03-05", payment.bookingDate().toString());
        assertEquals("2026-03-04", payment.valueDate().toString());
        assertEquals("A1", payment.bankReference());
        assertEquals("Takstolar i Norr AB", payment.payer().name());
        assertEquals("SE3550000000054910000003", payment.payer().account());
        assertEquals(List.of("PAYMENT_REFERENCE 202611794 null"), references(payment));
    }

    @Test
    void a_batch_whose_transactions_add_up_is_one_entry_each() {
        var file = CamtText.notice("08")
                .entry(
                        "300",
                        "CRDT",
                        "B1",
                        details(
                                transaction("250", reference("1")),
                                transaction("100", reference("2")),
                                transaction("50", reference("3"))
                                        .replace("</Amt><R", "</Amt><CdtDbtInd>DBIT</CdtDbtInd><R")));

        assertEquals(
                List.of("PAYMENT 250.00 SEK", "PAYMENT 100.00 SEK", "DEDUCTION -50.00 SEK"),
                entries(file).stream()
                        .map(entry -> entry.kind() + " " + entry.amount())
                        .toList());
        assertEquals(List.of(1, 2, 3), entries(file).stream().map(Entry::part).toList());
        assertEquals(1, entries(file).stream().map(Entry::identity).distinct().count());
    }

    @Test
    void a_batch_whose_transactions_do_not_add_up_stays_one_entry() {
        var file = CamtText.notice("08")
                .entry(
                        "300",
                        "CRDT",
                        "B1",
                        details(transaction("250", reference("1")), transaction("20", reference("2"))));
        assertEquals(List.of("300.00 SEK"), sums(file));
        assertEquals(
                List.of("PAYMENT_REFERENCE 1 null", "PAYMENT_REFERENCE 2 null"),
                references(entries(file).getFirst()));
    }

    @Test
    void the_notice_and_the_statement_of_a_movement_give_it_one_identity() {
        var notice = CamtText.notice("02")
                .entry("300", "CRDT", "B1", details(transaction("200", ""), transaction("100", "")))
                .entry("7", "CRDT", "", "")
                .entry("7", "CRDT", "", "");
        var statement = CamtText.statement("08")
                .entry("300", "CRDT", "B1", "")
                .entry("7", "CRDT", "", "")
                .entry("7", "CRDT", "", "");
        var told = entries(notice).stream().map(Entry::identity).distinct().toList();
        assertEquals(told, entries(statement).stream().map(Entry::identity).toList());
        assertEquals(3, told.size());
    }

    static List<Arguments> remittances() {
        return List.of(
                Arguments.of(reference("RF18 5390 0754 7034"), List.of("PAYMENT_REFERENCE RF18 5390 0754 7034 null")),
                Arguments.of(invoiceNumber("4711"), List.of("INVOICE_NUMBER 4711 null")),
                Arguments.of("<Ustrd>202611794</Ustrd>", List.of("FREE 202611794 null")),
                Arguments.of("<Ustrd>Faktura 4711</Ustrd>", List.of()),
                Arguments.of(
                        document("1", "RmtdAmt", "60") + document("2", "RmtdAmt", "40"),
                        List.of("INVOICE_NUMBER 1 60.00 SEK", "INVOICE_NUMBER 2 40.00 SEK")),
                Arguments.of(
                        document("1", "RmtdAmt", "120") + document("2", "CdtNoteAmt", "20"),
                        List.of("INVOICE_NUMBER 1 120.00 SEK", "INVOICE_NUMBER 2 -20.00 SEK")),
                Arguments.of(
                        document("1", "RmtdAmt", "60") + document("2", "RmtdAmt", "50"),
                        List.of("INVOICE_NUMBER 1 null", "INVOICE_NUMBER 2 null")));
    }

    private static String document(String number, String amount, String minor) {
        return "<Strd><RfrdDocInf><Nb>" + number + "</Nb></RfrdDocInf><RfrdDocAmt><" + amount + " Ccy=\"SEK\">" + minor
                + "</" + amount + "></RfrdDocAmt></Strd>";
    }

    @ParameterizedTest
    @MethodSource("remittances")
    void a_payment_says_what_it_is_for(String remittance, List<String> references) {
        var file = CamtText.statement("08").entry("100", "CRDT", "A", details(transaction("100", remittance)));
        assertEquals(references, references(entries(file).getFirst()));
    }

    static List<Arguments> kinds() {
        return List.of(
                Arguments.of("CRDT", "10", "", Kind.PAYMENT, "10.00 SEK"),
                Arguments.of("DBIT", "10", "", Kind.WITHDRAWAL, "-10.00 SEK"),
                Arguments.of("DBIT", "10", code("CHRG"), Kind.CHARGE, "-10.00 SEK"),
                Arguments.of("CRDT", "-10", "", Kind.REVERSAL, "-10.00 SEK"),
                Arguments.of(
                        "DBIT", "10", "<NtryDtls><TxDtls><RtrInf/></TxDtls></NtryDtls>", Kind.REVERSAL, "-10.00 SEK"));
    }

    private static String code(String subFamily) {
        return "<BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>" + subFamily
                + "</SubFmlyCd></Fmly></Domn></BkTxCd>";
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void movements_are_told_apart(String side, String amount, String more, Kind kind, String booked) {
        var entry =
                entries(CamtText.statement("08").entry(amount, side, "A", more)).getFirst();
        assertEquals(kind + " " + booked, entry.kind() + " " + entry.amount());
    }

    @Test
    void a_marked_reversal_is_one() {
        var text = CamtText.statement("02").entry("10", "DBIT", "A", "").text();
        var file = text.replace("</CdtDbtInd><Sts>", "</CdtDbtInd><RvslInd>true</RvslInd><Sts>");
        assertEquals(Kind.REVERSAL, entries(file.getBytes(UTF_8)).getFirst().kind());
    }

    @Test
    void foreign_money_keeps_its_rate_and_its_charges() {
        var details = details(
                "<TxDtls><Amt Ccy=\"SEK\">1120.00</Amt><AmtDtls><InstdAmt><Amt Ccy=\"EUR\">100.00</Amt></InstdAmt>"
                        + "<TxAmt><Amt Ccy=\"SEK\">1120.00</Amt><CcyXchg><SrcCcy>EUR</SrcCcy><XchgRate>11.3000</XchgRate></CcyXchg>"
                        + "</TxAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy=\"SEK\">10.00</Amt></Rcrd></Chrgs></TxDtls>");
        var entry = entries(CamtText.statement("08").entry("1120", "CRDT", "A", details))
                .getFirst();
        assertEquals("1120.00 SEK", entry.amount().toString());
        assertEquals("10.00 SEK", String.valueOf(entry.charges()));
        assertEquals("Exchange[paid=100.00 EUR, rate=11.3000]", String.valueOf(entry.exchange()));
    }

    @Test
    void what_the_bank_has_not_booked_is_no_entry() {
        var file = CamtText.statement("08")
                .entry("SEK", "10", "CRDT", "PDNG", "A", "")
                .entry("20", "CRDT", "B", "");
        var sound = sound(file.bytes(), OWNER);
        assertEquals(1, sound.notBooked());
        assertEquals(List.of("20.00 SEK"), sums(file));
    }

    @Test
    void a_report_of_the_day_is_booked_only_where_that_is_allowed() {
        var file = CamtText.report("08").entry("20", "CRDT", "B", "").bytes();
        var damage = assertInstanceOf(Checked.Broken.class, check(file, OWNER)).damage();
        assertEquals("intraday", damage.code());
        assertEquals(1, sound(file, new Owner(List.of(IBAN), true)).entries());
    }

    static List<Arguments> hostile_heads() {
        var laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        return List.of(
                Arguments.of("a file", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "dtd"),
                Arguments.of("a DTD elsewhere", "<!DOCTYPE Document SYSTEM \"http://192.0.2.1/camt.dtd\">", "dtd"),
                Arguments.of("laughs", laughs + "<!ENTITY x \"&l29;\">]>", "dtd"),
                Arguments.of(
                        "parameters", "<!DOCTYPE Document [<!ENTITY % x SYSTEM \"file:///etc/hostname\"> %x;]>", "dtd"),
                Arguments.of("a long comment", "<!--" + "<>".repeat(1_000_000) + "-->", "too-large"),
                Arguments.of("a long instruction", "<?x " + "<>".repeat(1_000_000) + "?>", "too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile_heads")
    void nothing_is_fetched_expanded_or_held_whole(String name, String head, String code) {
        var text = CamtText.statement("08")
                .entry("20", "CRDT", head.contains("ENTITY") ? "&x;" : "A", "")
                .text();
        var damage = assertInstanceOf(
                        Checked.Broken.class,
                        check(
                                text.replace("?>\n<Document", "?>\n" + head + "\n<Document")
                                        .getBytes(UTF_8),
                                OWNER))
                .damage();
        assertEquals(code, damage.code(), damage::reason);
    }

    static List<Arguments> hostile_bodies() {
        return List.of(
                Arguments.of("a text", "<AddtlNtryInf>" + "x".repeat(2_000_000) + "</AddtlNtryInf>"),
                Arguments.of("a section", "<AddtlNtryInf><![CDATA[" + "<".repeat(2_000_000) + "]]></AddtlNtryInf>"),
                Arguments.of("an attribute", "<AddtlNtryInf x=\"" + "x".repeat(2_000_000) + "\"/>"),
                Arguments.of("elements", "<AddtlNtryInf/>".repeat(30_000)),
                Arguments.of("depth", "<a>".repeat(50) + "</a>".repeat(50)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile_bodies")
    void an_entry_larger_than_any_of_a_bank_is_damage(String name, String more) {
        var file = CamtText.statement("08").entry("20", "CRDT", "A", more).bytes();
        var damage = assertInstanceOf(Checked.Broken.class, check(file, OWNER)).damage();
        assertEquals("too-large", damage.code(), damage::reason);
    }

    @Test
    void a_batch_that_does_not_add_up_keeps_a_bounded_part_of_its_transactions() {
        var longText = "<Ustrd>" + "x".repeat(9_000) + "</Ustrd>";
        var transactions = new String[300];
        Arrays.setAll(transactions, i -> transaction("1", reference("" + (i + 1)) + longText));
        var entry = entries(CamtText.notice("08").entry("1000", "CRDT", "B1", details(transactions)))
                .getFirst();
        assertEquals("1000.00 SEK", entry.amount().toString());
        assertTrue(entry.references().size() > 50 && entry.references().size() < 200, entry.references()::toString);
    }

    @Test
    void a_statement_of_a_quiet_day_has_no_entries() {
        var file = CamtText.statement("04").balance("OPBD", "1520.76").balance("CLBD", "1520.76");
        assertEquals(List.of(), sums(file));
    }

    @Test
    void balances_in_another_currency_than_each_other_say_nothing_of_the_entries() {
        var file = CamtText.statement("02")
                .balance("OPBD", "18.15")
                .head("<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">27.00</Amt>"
                        + "<CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-03-05</Dt></Dt></Bal>")
                .entry("8.85", "CRDT", "A", "");
        assertEquals(List.of("8.85 SEK"), sums(file));
    }

    @Test
    void a_statement_whose_entries_do_not_lead_from_its_opening_to_its_closing_balance_says_so() {
        var file = CamtText.statement("02")
                .balance("OPBD", "15568.27")
                .balance("CLBD", "15121.12")
                .entry("754.25", "DBIT", "A", "")
                .entry("1405.31", "CRDT", "B", "")
                .bytes();
        var damage = assertInstanceOf(Checked.Broken.class, check(file, OWNER)).damage();
        assertEquals("balance-differs", damage.code());
        assertTrue(damage.reason().contains("make 16219.33 SEK, the closing balance is 15121.12 SEK"), damage::reason);
    }

    static List<Arguments> damages() {
        return List.of(
                damage("cut off", text -> text.substring(0, text.length() / 2), "malformed-xml"),
                damage("version one", text -> text.replace("001.08", "001.01"), "unknown-version"),
                damage("another message", text -> text.replace("camt.053", "pain.001"), "unknown-format"),
                damage("another body", text -> text.replace("camt.053", "camt.054"), "unknown-format"),
                damage("no statement", text -> text.replaceAll("(?s)<Stmt>.*</Stmt>", ""), "missing"),
                damage("no account", text -> text.replaceAll("<Acct>.*</Acct>", ""), "missing"),
                damage(
                        "another account",
                        text -> text.replace("SE4550000000058398257466", "SE3550000000054910000003"),
                        "another-account"),
                damage("an entry lost", text -> text.replaceFirst("<Ntry>.*</Ntry>\n", ""), "count-differs"),
                damage("another amount", text -> text.replaceFirst("100.50", "100.60"), "sum-differs"),
                damage("another balance", text -> text.replace("1095.50", "1095.60"), "balance-differs"),
                damage("no side", text -> text.replace("DBIT</CdtDbtInd><Sts>", "DEBET</CdtDbtInd><Sts>"), "no-side"),
                damage("no number", text -> text.replaceFirst("100.50", "100,50"), "not-a-number"),
                damage("too many decimals", text -> text.replaceFirst("100.50", "100.505"), "not-a-number"),
                damage("no currency", text -> text.replaceFirst(" Ccy=\"SEK\">100.50", ">100.50"), "unknown-currency"),
                damage("no such day", text -> text.replaceFirst("2026-03-04", "2026-02-31"), "not-a-date"));
    }

    private static Arguments damage(String name, UnaryOperator<String> how, String code) {
        return Arguments.of(name, how, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damaged_message_says_where_and_why(String name, UnaryOperator<String> how, String code) {
        var text = CamtText.statement("08")
                .balance("OPBD", "1000.00")
                .balance("CLBD", "1095.50")
                .head("<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries><TtlCdtNtries>"
                        + "<NbOfNtries>1</NbOfNtries><Sum>100.5</Sum></TtlCdtNtries></TxsSummry>\n")
                .entry("100.50", "CRDT", "A1", "")
                .entry("5", "DBIT", "A2", "")
                .text();
        assertInstanceOf(Checked.Sound.class, check(text.getBytes(UTF_8), OWNER));
        var damage = assertInstanceOf(
                        Checked.Broken.class, check(how.apply(text).getBytes(UTF_8), OWNER))
                .damage();
        assertEquals(code, damage.code(), damage::reason);
        assertTrue(!damage.place().isBlank() && !damage.reason().isBlank(), damage::toString);
    }

    @Test
    void a_page_of_a_statement_need_not_reach_its_last_balance() {
        var file = CamtText.statement("08")
                .head("<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>")
                .balance("OPBD", "1000.00")
                .balance("CLBD", "2000.00")
                .entry("20", "CRDT", "B", "");
        assertEquals(List.of("20.00 SEK"), sums(file));
    }

    @Test
    void the_older_way_of_naming_an_account_will_do() {
        var text = CamtText.statement("02").entry("20", "CRDT", "B", "").text();
        var file = text.replaceFirst("<IBAN>(.*?)</IBAN>", "<Othr><Id>991-2346</Id></Othr>");
        assertEquals(
                1,
                sound(file.getBytes(UTF_8), new Owner(List.of(Account.bankgiro("9912346")), false))
                        .entries());
    }

    private static List<String> references(Entry entry) {
        return entry.references().stream()
                .map(reference -> reference.means() + " " + reference.text() + " " + reference.amount())
                .toList();
    }

    private static Checked check(byte[] file, Owner owner) {
        try {
            return BankFiles.check(new ByteArrayInputStream(file), owner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankFile sound(byte[] file, Owner owner) {
        var checked = check(file, owner);
        return assertInstanceOf(Checked.Sound.class, checked, checked::toString).file();
    }

    private static List<String> sums(CamtText file) {
        var sums =
                sound(file.bytes(), OWNER).sums().stream().map(Money::toString).toList();
        var added = new Sums();
        entries(file).forEach(entry -> added.add(entry.amount()));
        assertEquals(sums, added.all().stream().map(Money::toString).toList());
        return sums;
    }

    private static List<Entry> entries(CamtText file) {
        return entries(file.bytes());
    }

    private static List<Entry> entries(byte[] file) {
        var all = new ArrayList<Entry>();
        try {
            var sound = sound(file, OWNER);
            var entries = BankFiles.entries(new ByteArrayInputStream(file), sound);
            for (var some = entries.next(2); !some.isEmpty(); some = entries.next(2)) {
                all.addAll(some);
            }
            assertEquals(sound.entries(), all.size());
            for (int i = 0; i < all.size(); i++) {
                assertEquals(i + 1, all.get(i).number());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
