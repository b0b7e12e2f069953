package org.reskontra.invoice.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry.Exchange;
import org.reskontra.invoice.bankfiles.Entry.Kind;
import org.reskontra.invoice.bankfiles.Entry.Payer;
import org.reskontra.invoice.bankfiles.Entry.Reference;

/**
 * An {@code Ntry} of camt.
 *
 * @param place among the entries of the file, counted from 1
 */
record CamtEntry(
        int place,
        XmlNode head,
        Account account,
        Money amount,
        boolean booked,
        boolean reversal,
        boolean charge,
        LocalDate bookingDate,
        LocalDate valueDate) {

    private static final Set<String> CHARGES = Set.of("CHRG", "COMM", "FEES");
    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF", "NOREF");
    private static final int LONGEST_REFERENCE = 70;

    /** Reads what stands before the transactions. */
    static CamtEntry of(int place, XmlNode head, Account account, LocalDate made) throws Damaged {
        var stated = head.at("Amt");
        if (stated.isEmpty()) {
            throw new Damaged(head.line(), "Ntry[" + place + "]", "missing", "The entry has no amount (Amt).");
        }
        var amount = signed(CamtValues.amount(stated.get()), CamtValues.isCredit(head));
        var value = CamtValues.day(head, "ValDt/Dt", "ValDt/DtTm");
        var booking = CamtValues.day(head, "BookgDt/Dt", "BookgDt/DtTm")
                .or(() -> value)
                .orElse(made);
        var status = head.firstText("Sts/Cd", "Sts").orElse("BOOK");
        boolean negative = CamtValues.amount(stated.get()).isNegative();
        return new CamtEntry(
                place,
                head,
                account,
                amount,
                status.equals("BOOK"),
                negative || head.firstText("RvslInd").map(CamtEntry::isTrue).orElse(false),
                head.firstText("BkTxCd/Domn/Fmly/SubFmlyCd")
                        .map(CHARGES::contains)
                        .orElse(false),
                booking,
                value.orElse(booking));
    }

    private static boolean isTrue(String indicator) {
        return indicator.equals("true") || indicator.equals("1");
    }

    private static Money signed(Money amount, boolean credit) {
        return credit ? amount : amount.negated();
    }

    /** What a transaction comes to on the account, as far as it is said in the currency of the account. */
    Optional<Money> part(XmlNode transaction) throws Damaged {
        var stated = transaction.at("Amt").or(() -> transaction.at("AmtDtls/TxAmt/Amt"));
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        var part = CamtValues.amount(stated.get());
        if (!part.currency().equals(amount.currency())) {
            return Optional.empty();
        }
        boolean credit =
                transaction.at("CdtDbtInd").isPresent() ? CamtValues.isCredit(transaction) : CamtValues.isCredit(head);
        return Optional.of(signed(part, credit));
    }

    /** The same for the movement in every message about it: the bank's own name of it, or else what it looks like. */
    String key(Optional<XmlNode> first) {
        var named = reference(head).or(() -> first.flatMap(CamtEntry::reference));
        var seen = named.orElseGet(() -> first.flatMap(transaction -> transaction.firstText("Refs/EndToEndId"))
                .filter(CamtEntry::isReference)
                .map(id -> "to " + id)
                .orElse(""));
        return account.number() + "|" + bookingDate + "|" + seen + "|" + amount;
    }

    private static Optional<String> reference(XmlNode of) {
        return of.firstText("AcctSvcrRef", "Refs/AcctSvcrRef").filter(CamtEntry::isReference);
    }

    private static boolean isReference(String text) {
        return text.length() <= LONGEST_REFERENCE && !NO_REFERENCE.contains(text);
    }

    /** A transaction as an entry of its own. */
    Entry divided(int number, String identity, int part, XmlNode transaction) throws Damaged {
        return entry(number, identity, part, part(transaction).orElseThrow(), List.of(transaction));
    }

    /** The movement as one entry, with what its transactions say. */
    Entry whole(int number, String identity, List<XmlNode> transactions) throws Damaged {
        return entry(number, identity, 1, amount, transactions);
    }

    private Entry entry(int number, String identity, int part, Money money, List<XmlNode> transactions) throws Damaged {
        var references = new ArrayList<Reference>();
        for (var transaction : transactions) {
            references.addAll(CamtRemittance.references(transaction, money));
        }
        var bounded = references.subList(0, Math.min(references.size(), EntryReader.MOST_REFERENCES));
        var first = transactions.stream().findFirst();
        return new Entry(
                number,
                head.line(),
                identity,
                part,
                kind(money, transactions),
                money,
                bookingDate,
                valueDate,
                (transactions.size() == 1 ? first.flatMap(CamtEntry::reference) : Optional.<String>empty())
                        .or(() -> reference(head))
                        .orElse(null),
                transactions.size() == 1 ? payer(transactions.getFirst()) : Payer.UNKNOWN,
                bounded,
                text(transactions),
                charges(transactions.size() == 1 ? transactions.getFirst() : head),
                transactions.size() == 1 ? exchange(transactions.getFirst(), money) : null);
    }

    private Kind kind(Money money, List<XmlNode> transactions) {
        if (charge) {
            return Kind.CHARGE;
        }
        boolean returned = transactions.stream()
                .anyMatch(transaction -> transaction.at("RtrInf").isPresent());
        if (reversal || (returned && money.isNegative())) {
            return Kind.REVERSAL;
        }
        if (!money.isNegative()) {
            return Kind.PAYMENT;
        }
        return amount.isNegative() ? Kind.WITHDRAWAL : Kind.DEDUCTION;
    }

    private static Payer payer(XmlNode transaction) {
        return new Payer(
                transaction
                        .firstText(
                                "RltdPties/UltmtDbtr/Pty/Nm",
                                "RltdPties/UltmtDbtr/Nm",
                                "RltdPties/Dbtr/Pty/Nm",
                                "RltdPties/Dbtr/Nm")
                        .orElse(null),
                transaction
                        .firstText("RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id")
                        .orElse(null),
                transaction
                        .firstText(
                                "RltdPties/Dbtr/Pty/Id/OrgId/Othr/Id",
                                "RltdPties/Dbtr/Id/OrgId/Othr/Id",
                                "RltdPties/Dbtr/Pty/Id/PrvtId/Othr/Id",
                                "RltdPties/Dbtr/Id/PrvtId/Othr/Id")
                        .orElse(null));
    }

    private static @Nullable String text(List<XmlNode> transactions) {
        var text = transactions.stream()
                .flatMap(transaction -> CamtRemittance.text(transaction).stream())
                .limit(10)
                .distinct()
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private @Nullable Money charges(XmlNode of) throws Damaged {
        var sum = Money.zero(amount.currency());
        for (var path : List.of("Chrgs/Rcrd/Amt", "Chrgs/Amt")) {
            for (var charged : of.all(path)) {
                var money = CamtValues.amount(charged);
                if (money.currency().equals(sum.currency())) {
                    sum = sum.plus(money);
                }
            }
        }
        return sum.isZero() ? null : sum;
    }

    private static @Nullable Exchange exchange(XmlNode transaction, Money money) throws Damaged {
        var paid = transaction.at("AmtDtls/InstdAmt/Amt").or(() -> transaction.at("AmtDtls/TxAmt/Amt"));
        if (paid.isEmpty()
                || Objects.equals(paid.get().currency(), money.currency().getCurrencyCode())) {
            return null;
        }
        var rate = transaction
                .firstText(
                        "AmtDtls/TxAmt/CcyXchg/XchgRate",
                        "AmtDtls/InstdAmt/CcyXchg/XchgRate",
                        "AmtDtls/CntrValAmt/CcyXchg/XchgRate")
                .filter(text -> text.matches("\\d{1,10}(\\.\\d{1,10})?"))
                .map(BigDecimal::new);
        return new Exchange(CamtValues.amount(paid.get()), rate.orElse(null));
    }
}
