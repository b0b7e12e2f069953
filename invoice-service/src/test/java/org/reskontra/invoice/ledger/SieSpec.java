package org.reskontra.invoice.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.ledger.AccountPlan.Named;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SieSpec {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void a_file_begins_with_who_when_and_the_balances() {
        var plan = AccountPlan.of(List.of(new Named(Account.RECEIVABLES, 1511, "Kund\"fordringar\"")));
        var head = new Sie.Head(
                "Reskontra",
                LocalDate.parse("2026-04-01"),
                "Sågen\nAB",
                "556036-0793",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                Currency.getInstance("SEK"),
                17);
        var balances = List.of(
                new Sie.Balance(plan.name(Account.RECEIVABLES), sek(100_00), sek(-25_50)),
                new Sie.Balance(plan.name(Account.SALES_25), sek(-999_00), sek(-4)));
        assertEquals("""
                #FLAGGA 0
                #FORMAT PC8
                #SIETYP 4
                #PROGRAM "Reskontra" 1
                #GEN 20260401
                #PROSA "Receivables ledger through posting 17"
                #ORGNR "556036-0793"
                #FNAMN "Sågen AB"
                #RAR 0 20260101 20261231
                #VALUTA SEK
                #KONTO 1511 "Kund\\"fordringar\\""
                #KONTO 3001 "Sales 25 % VAT"
                #IB 0 1511 100.00
                #UB 0 1511 74.50
                #RES 0 3001 -0.04
                """.replace("\n", "\r\n"), Sie.head(head, balances));
    }

    @Test
    void a_posting_is_a_voucher() {
        var rows = List.of(new Sie.Row(1510, sek(12_500_00)), new Sie.Row(3004, sek(-12_500_00)));
        var voucher = new Sie.Voucher(
                4, DAY, LocalDate.parse("2026-02-27"), "INVOICE_ISSUED 4711", LocalDate.parse("2026-03-05"), rows);
        assertEquals("""
                #VER R 4 20260302 "INVOICE_ISSUED 4711" 20260305
                {
                \t#TRANS 1510 {} 12500.00 20260302 "value date 2026-02-27"
                \t#TRANS 3004 {} -12500.00 20260302 "value date 2026-02-27"
                }
                """.replace("\n", "\r\n"), Sie.voucher(voucher));
    }

    @Test
    void the_code_page_is_the_one_of_the_first_personal_computers() {
        assertArrayEquals(
                new byte[] {(byte) 0x86, (byte) 0x84, (byte) 0x94, (byte) 0x8f, (byte) 0x8e, (byte) 0x99, '?'},
                "åäöÅÄÖ\u0431".getBytes(Sie.CHARSET));
    }

    @Test
    void a_plan_names_each_account_once_and_none_like_another() {
        var receivables = new Named(Account.RECEIVABLES, 1511, "Kundfordringar");
        assertEquals(List.of(), AccountPlan.flaws(List.of(receivables)));
        // two that change places
        assertEquals(
                List.of(),
                AccountPlan.flaws(
                        List.of(new Named(Account.RECEIVABLES, 1930, "a"), new Named(Account.BANK, 1510, "b"))));
        assertEquals(List.of("/0/number taken"), flaws(new Named(Account.RECEIVABLES, 1930, "a")));
        assertEquals(List.of("/1/account repeated"), flaws(receivables, receivables));
        assertEquals(List.of("/0/number range"), flaws(new Named(Account.BANK, 999, "a")));
        assertEquals(List.of("/0/number range"), flaws(new Named(Account.BANK, 100_000_000, "a")));
        assertEquals(List.of("/0/title length"), flaws(new Named(Account.BANK, 1931, " ")));
        assertEquals(List.of("/0/title length"), flaws(new Named(Account.BANK, 1931, "a\nb")));
        assertEquals(List.of("/0/title length"), flaws(new Named(Account.BANK, 1931, "x".repeat(101))));
    }

    private static List<String> flaws(Named... named) {
        return AccountPlan.flaws(List.of(named)).stream()
                .map((Flaw flaw) -> flaw.pointer() + " " + flaw.code())
                .toList();
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
