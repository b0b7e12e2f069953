package org.reskontra.invoice.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;

/**
 * Reads BgMax. What a deposit says of itself stands behind its payments, so the date of a payment is known only to who
 * has read the file once before.
 */
final class BgMaxReader implements EntryReader {

    private static final String CUT_OFF = "the file was cut off or changed. Fetch it again.";

    private final InputStream in;
    private final List<Section> known;
    private final List<Section> sections = new ArrayList<>();
    private final Identities identities = new Identities();
    private int lineNumber;
    private int entries;
    private int closed;
    private int payments;
    private int deductions;
    private int extras;
    private @Nullable String stamp;
    private boolean ended;
    private @Nullable Deposit deposit;

    private @Nullable BgMaxPayment open;

    /** A section that is being read. */
    private static final class Deposit {

        private final Account account;
        private Money sum;
        private int entries;

        Deposit(Account account, Money nothing) {
            this.account = account;
            this.sum = nothing;
        }
    }

    /** @param known sections of the file from an earlier reading; empty in the first */
    BgMaxReader(InputStream in, List<Section> known) {
        this.in = in;
        this.known = known;
    }

    @Override
    public @Nullable Entry next() throws Damaged, IOException {
        while (true) {
            var line = BgMaxLine.read(in, ++lineNumber);
            if (line == null) {
                requireEnd();
                return null;
            }
            if (line.isBlank()) {
                continue;
            }
            var done = take(line.code(), line);
            if (done != null) {
                return done;
            }
        }
    }

    /** Takes a record in; answers the payment that it ends. */
    private @Nullable Entry take(String code, BgMaxLine line) throws Damaged {
        if (ended) {
            throw line.damaged(1, 2, "record-out-of-order", "Something follows the end record (70).");
        }
        if ((stamp == null) != code.equals("01")) {
            throw line.damaged(1, 2, "record-out-of-order", "A file has one start record (01), and it is the first.");
        }
        return switch (code) {
            case "01" -> {
                start(line);
                yield null;
            }
            case "05" -> {
                requireNoDeposit(line);
                open(line);
                yield null;
            }
            case "20", "21" -> {
                var before = close();
                begin(code, line, requireDeposit(line));
                yield before;
            }
            case "22", "23", "25", "26", "27", "28", "29" -> {
                addTo(open, code, line);
                yield null;
            }
            case "15" -> {
                var last = close();
                endDeposit(line, requireDeposit(line));
                yield last;
            }
            case "70" -> {
                requireNoDeposit(line);
                end(line);
                yield null;
            }
            default -> throw line.damaged(1, 2, "unknown-record", "'" + code + "' is no record of BgMax.");
        };
    }

    private void addTo(@Nullable BgMaxPayment payment, String code, BgMaxLine line) throws Damaged {
        if (payment == null) {
            throw line.damaged(
                    1, 2, "record-out-of-order", "A record " + code + " belongs to a payment; there is none.");
        }
        extras += code.equals("22") || code.equals("23") ? 1 : 0;
        payment.add(code, line);
    }

    private void start(BgMaxLine line) throws Damaged {
        if (!line.text(23, 24).equals("01")) {
            throw line.damaged(23, 24, "unknown-version", "Version '" + line.text(23, 24) + "' of BgMax is not known.");
        }
        var written = line.text(25, 44);
        if (written.length() != 20 || !written.chars().allMatch(Character::isDigit)) {
            throw line.damaged(25, 44, "not-a-number", "'" + written + "' is no time stamp.");
        }
        stamp = written;
    }

    private void open(BgMaxLine line) throws Damaged {
        var currency = line.currency(23, 25);
        line.number(3, 12, "bankgiro number");
        line.number(13, 22, "plusgiro number");
        var bankgiro = Account.bankgiro(line.text(3, 12));
        var account = bankgiro.number().isEmpty() || bankgiro.number().equals("0")
                ? Account.giro(Account.Scheme.PLUSGIRO, line.text(13, 22))
                : bankgiro;
        deposit = new Deposit(account, Money.zero(currency));
    }

    private void begin(String code, BgMaxLine line, Deposit into) throws Damaged {
        boolean deduction = code.equals("21");
        var amount = line.amount(38, 55, into.sum.currency());
        into.sum = deduction ? into.sum.minus(amount) : into.sum.plus(amount);
        into.entries++;
        payments += deduction ? 0 : 1;
        deductions += deduction ? 1 : 0;
        open = new BgMaxPayment(line, deduction, amount);
        if (++entries > MOST_ENTRIES) {
            throw line.damaged(1, 2, "too-many-entries", "A file has at most " + MOST_ENTRIES + " payments.");
        }
    }

    private @Nullable Entry close() throws Damaged {
        if (open == null) {
            return null;
        }
        var payment = open;
        open = null;
        payment.requireNet();
        var section = known.isEmpty() ? notYet() : known.get(sections.size());
        var key = "BGMAX|" + stamp + "|" + section.account().number() + "|" + section.id() + "|"
                + (payment.isDeduction() ? "-" : "") + payment.serial();
        return payment.entry(++closed, identities.of(key), section);
    }

    private Section notYet() {
        return new Section("", Objects.requireNonNull(deposit).account, LocalDate.EPOCH, List.of(), 0);
    }

    private void endDeposit(BgMaxLine line, Deposit its) throws Damaged {
        var currency = line.currency(69, 71);
        if (!currency.equals(its.sum.currency())) {
            throw line.damaged(
                    69,
                    71,
                    "currency-differs",
                    "The deposit is in " + currency + ", its payments in " + its.sum.currency() + ".");
        }
        var stated = line.amount(51, 68, currency);
        if (!stated.equals(its.sum)) {
            throw line.damaged(
                    51,
                    68,
                    "sum-differs",
                    "The deposit says " + stated + ", its payments come to " + its.sum + ": " + CUT_OFF);
        }
        requireCount(line, 72, 79, "payments of the deposit", its.entries);
        if (sections.size() == MOST_SECTIONS) {
            throw line.damaged(1, 2, "too-many-deposits", "A file has at most " + MOST_SECTIONS + " deposits.");
        }
        sections.add(new Section(line.text(46, 50), its.account, date(line), List.of(its.sum), its.entries));
        deposit = null;
    }

    private static LocalDate date(BgMaxLine line) throws Damaged {
        try {
            var date = LocalDate.parse(line.text(38, 45), DateTimeFormatter.BASIC_ISO_DATE);
            if (!Flaw.isOffTheCalendar(date)) {
                return date;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw line.damaged(38, 45, "not-a-date", "'" + line.text(38, 45) + "' is no date.");
    }

    private void end(BgMaxLine line) throws Damaged {
        requireCount(line, 3, 10, "payments (20)", payments);
        requireCount(line, 11, 18, "deductions (21)", deductions);
        requireCount(line, 19, 26, "extra references (22, 23)", extras);
        requireCount(line, 27, 34, "deposits (15)", sections.size());
        ended = true;
    }

    private static void requireCount(BgMaxLine line, int from, int to, String what, int counted) throws Damaged {
        long stated = line.number(from, to, "number");
        if (stated != counted) {
            throw line.damaged(
                    from,
                    to,
                    "count-differs",
                    "The bank counts " + stated + " " + what + ", the file has " + counted + ": " + CUT_OFF);
        }
    }

    private Deposit requireDeposit(BgMaxLine line) throws Damaged {
        if (deposit == null) {
            throw line.damaged(1, 2, "record-out-of-order", "There is no open record (05) before this.");
        }
        return deposit;
    }

    private void requireNoDeposit(BgMaxLine line) throws Damaged {
        if (deposit != null) {
            throw line.damaged(
                    1, 2, "record-out-of-order", "The deposit before has no deposit record (15): " + CUT_OFF);
        }
    }

    private void requireEnd() throws Damaged {
        if (!ended) {
            throw new Damaged(
                    Math.max(1, lineNumber - 1),
                    "end of the file",
                    "cut-off",
                    "The end record (70) is missing: " + CUT_OFF);
        }
    }

    @Override
    public BankFile file() {
        return new BankFile(BankFormat.BGMAX, Objects.requireNonNull(stamp), sections, entries, 0, Set.of());
    }
}
