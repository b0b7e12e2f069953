package org.reskontra.invoice.bankfiles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/** A statement, report or notice of camt while it is read, and what must add up in it. */
final class CamtSection {

    private final int line;
    private final String name;
    private final List<XmlNode> head = new ArrayList<>();
    private final XmlNode.Room room = new XmlNode.Room();
    private final Sums booked = new Sums();
    private final Sums credits = new Sums();
    private final Sums debits = new Sums();
    private int entries;
    private int movements;
    private int creditCount;
    private int debitCount;

    CamtSection(int line, String name) {
        this.line = line;
        this.name = name;
    }

    /** For its head. */
    XmlNode.Room room() {
        return room;
    }

    void add(XmlNode element) {
        head.add(element);
    }

    private XmlNode node() {
        return new XmlNode(name, line, null, "", head);
    }

    Account account() throws Damaged {
        var account = node();
        var iban = account.firstText("Acct/Id/IBAN");
        var other = account.firstText("Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Id/BBAN");
        if (iban.isEmpty() && other.isEmpty()) {
            throw new Damaged(line, name + "/Acct", "missing", "It does not say which account it is about.");
        }
        return iban.map(Account::iban).orElseGet(() -> Account.other(other.orElseThrow()));
    }

    LocalDate made() throws Damaged {
        var day = CamtValues.day(node(), "CreDtTm", "FrToDt/ToDtTm");
        if (day.isEmpty()) {
            throw new Damaged(line, name + "/CreDtTm", "missing", "It does not say when it was made.");
        }
        return day.get();
    }

    void add(CamtEntry entry) {
        movements++;
        if (entry.amount().isNegative()) {
            debitCount++;
            debits.add(entry.amount().negated());
        } else {
            creditCount++;
            credits.add(entry.amount());
        }
        if (entry.booked()) {
            booked.add(entry.amount());
        }
    }

    void count(int parts) {
        entries += parts;
    }

    Section end() throws Damaged {
        requireTotals();
        requireBalance();
        return new Section(node().firstText("Id").orElse(""), account(), made(), booked.all(), entries);
    }

    private void requireTotals() throws Damaged {
        var summary = node().at("TxsSummry");
        if (summary.isPresent()) {
            requireTotal(summary.get(), "TtlNtries", movements, null);
            requireTotal(summary.get(), "TtlCdtNtries", creditCount, credits);
            requireTotal(summary.get(), "TtlDbtNtries", debitCount, debits);
        }
    }

    private void requireTotal(XmlNode summary, String total, int counted, @Nullable Sums sums) throws Damaged {
        var number = summary.at(total + "/NbOfNtries");
        if (number.isPresent()
                && !number.get().text().replaceFirst("^0+(?=.)", "").equals(String.valueOf(counted))) {
            throw new Damaged(
                    number.get().line(),
                    name + "/TxsSummry/" + total + "/NbOfNtries",
                    "count-differs",
                    "The bank counts " + number.get().text() + " entries, the file has " + counted
                            + ". Fetch it again.");
        }
        var stated = summary.at(total + "/Sum");
        if (sums == null || stated.isEmpty() || sums.all().size() > 1) {
            return;
        }
        var sum = sums.all().stream().findFirst().orElse(null);
        boolean fits = sum == null
                ? stated.get().text().matches("0*(\\.0*)?")
                : CamtValues.money(stated.get(), sum.currency()).equals(sum);
        if (!fits) {
            throw new Damaged(
                    stated.get().line(),
                    name + "/TxsSummry/" + total + "/Sum",
                    "sum-differs",
                    "The bank's sum is " + stated.get().text() + ", the entries come to " + (sum == null ? "0" : sum)
                            + ". Fetch the file again.");
        }
    }

    /** On one page, what was there at first and the booked entries are what is there at last. */
    private void requireBalance() throws Damaged {
        var opening = balance("OPBD").or(() -> balance("PRCD"));
        var closing = balance("CLBD");
        if (opening.isEmpty() || closing.isEmpty() || isPage()) {
            return;
        }
        var before = signed(opening.get());
        var after = signed(closing.get());
        if (!before.currency().equals(after.currency())) {
            return;
        }
        var reckoned = before.plus(booked.of(before.currency()));
        if (!reckoned.equals(after)) {
            throw new Damaged(
                    closing.get().line(),
                    name + "/Bal[CLBD]",
                    "balance-differs",
                    "The opening balance of " + before + " and the entries of "
                            + booked.of(before.currency()) + " make " + reckoned + ", the closing balance is " + after
                            + ": entries are missing or changed. Fetch the statement again.");
        }
    }

    private boolean isPage() {
        return head.stream()
                .filter(element -> element.name().equals("StmtPgntn"))
                .anyMatch(page -> !page.firstText("PgNb").orElse("1").equals("1")
                        || page.firstText("LastPgInd").orElse("true").equals("false"));
    }

    private Optional<XmlNode> balance(String code) {
        return head.stream()
                .filter(element -> element.name().equals("Bal"))
                .filter(balance ->
                        balance.firstText("Tp/CdOrPrtry/Cd").orElse("").equals(code))
                .findFirst();
    }

    private static Money signed(XmlNode balance) throws Damaged {
        var amount = balance.at("Amt");
        if (amount.isEmpty()) {
            throw new Damaged(balance.line(), "Bal", "missing", "A balance has no amount.");
        }
        var money = CamtValues.amount(amount.get());
        return CamtValues.isCredit(balance) ? money : money.negated();
    }
}
