package org.reskontra.invoice.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.ClaimPart;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostingSpec {

    private static final LocalDate DAY = LocalDate.parse("2025-02-05");

    @Test
    void a_balanced_posting_stands() {
        assertEquals(
                2,
                posting(Entry.debit(Account.BANK, sek(100)), Entry.paid(ClaimPart.PRINCIPAL, sek(100)))
                        .entries()
                        .size());
    }

    @Test
    void one_that_does_not_balance_cannot_be_constructed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> posting(Entry.debit(Account.BANK, sek(100)), Entry.paid(ClaimPart.PRINCIPAL, sek(99))));
        assertThrows(IllegalArgumentException.class, () -> posting(Entry.debit(Account.BANK, sek(100))));
        assertThrows(
                IllegalArgumentException.class,
                () -> posting(
                        Entry.debit(Account.BANK, sek(100)), Entry.credit(Account.SALES_25, Money.of(100, "EUR"))));
    }

    @Test
    void an_entry_of_nothing_or_on_the_wrong_book_cannot_be_constructed() {
        assertThrows(IllegalArgumentException.class, () -> Entry.debit(Account.BANK, sek(0)));
        assertThrows(IllegalArgumentException.class, () -> Entry.debit(Account.RECEIVABLES, sek(1)));
        assertThrows(
                IllegalArgumentException.class, () -> new Entry(Account.BANK, sek(1), Optional.of(ClaimPart.COSTS)));
    }

    @Test
    void each_swedish_vat_rate_has_its_accounts_and_others_share_one() {
        assertEquals(3001, Account.salesAt(new BigDecimal("0.250")).number());
        assertEquals(2611, Account.vatAt(new BigDecimal("0.25")).number());
        assertEquals(3002, Account.salesAt(new BigDecimal("0.12")).number());
        assertEquals(2621, Account.vatAt(new BigDecimal("0.12")).number());
        assertEquals(3003, Account.salesAt(new BigDecimal("0.06")).number());
        assertEquals(2631, Account.vatAt(new BigDecimal("0.06")).number());
        assertEquals(3004, Account.salesAt(new BigDecimal("0.00")).number());
        assertEquals(3000, Account.salesAt(new BigDecimal("0.255")).number());
        assertEquals(2610, Account.vatAt(new BigDecimal("0.255")).number());
    }

    @Test
    void an_account_is_found_by_its_number() {
        Arrays.stream(Account.values()).forEach(account -> assertEquals(account, Account.of(account.number())));
        assertThrows(IllegalArgumentException.class, () -> Account.of(9999));
    }

    private static Posting posting(Entry... entries) {
        return new Posting(DAY, PostingKind.PAYMENT, List.of(entries));
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
