package org.reskontra.invoice.bankfiles;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Who takes a file in.
 *
 * @param accounts that money may come in on
 * @param intraday whether what the bank tells during the day (camt.052) may be booked before the day's statement
 */
public record Owner(List<Account> accounts, boolean intraday) {

    public Owner {
        accounts = List.copyOf(accounts);
    }

    boolean has(Account account) {
        return accounts.stream().anyMatch(account::isSameAs);
    }

    String written() {
        return accounts.stream().map(Account::toString).collect(Collectors.joining(" and "));
    }
}
