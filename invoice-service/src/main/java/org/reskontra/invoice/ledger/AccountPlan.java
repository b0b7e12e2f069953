package org.reskontra.invoice.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reskontra.invoice.flaws.Flaw;

/** What a tenant calls the accounts; what it does not name is called as in the BAS chart. */
public final class AccountPlan {

    public static final int LONGEST_TITLE = 100;
    private static final int SMALLEST = 1000;
    private static final int LARGEST = 99_999_999;

    private final Map<Account, Named> names = new EnumMap<>(Account.class);

    /** An account and what it is called. */
    public record Named(Account account, int number, String title) {}

    private AccountPlan(List<Named> named) {
        for (var account : Account.values()) {
            names.put(account, new Named(account, account.number(), account.title()));
        }
        named.forEach(one -> names.put(one.account(), one));
    }

    /** A plan without flaws. */
    public static AccountPlan of(List<Named> named) {
        return new AccountPlan(named);
    }

    /** What is wrong with a plan; pointers are into the list. */
    public static List<Flaw> flaws(List<Named> named) {
        var flaws = new ArrayList<Flaw>();
        var places = new EnumMap<Account, Integer>(Account.class);
        for (int i = 0; i < named.size(); i++) {
            var one = named.get(i);
            if (places.put(one.account(), i) != null) {
                flaws.add(new Flaw("/" + i + "/account", "repeated", "Name each account once."));
            }
            if (one.number() < SMALLEST || one.number() > LARGEST) {
                flaws.add(new Flaw("/" + i + "/number", "range", "Account numbers have 4 to 8 digits."));
            }
            if (one.title().isBlank() || one.title().length() > LONGEST_TITLE || Flaw.holdsControlSigns(one.title())) {
                flaws.add(new Flaw("/" + i + "/title", "length", "A title has 1 to " + LONGEST_TITLE + " signs."));
            }
        }
        return flaws.isEmpty() ? taken(named, places) : flaws;
    }

    private static List<Flaw> taken(List<Named> named, Map<Account, Integer> places) {
        var flaws = new ArrayList<Flaw>();
        var holders = new HashMap<Integer, Account>();
        for (var one : of(named).all()) {
            var other = holders.put(one.number(), one.account());
            if (other != null) {
                var place = places.getOrDefault(one.account(), places.getOrDefault(other, 0));
                flaws.add(new Flaw(
                        "/" + place + "/number",
                        "taken",
                        other + " and " + one.account() + " are both called " + one.number() + "."));
            }
        }
        return flaws;
    }

    public Named name(Account account) {
        return Objects.requireNonNull(names.get(account));
    }

    /** Every account, in the order of the BAS chart. */
    public List<Named> all() {
        return List.copyOf(names.values());
    }
}
