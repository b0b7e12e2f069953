package org.reskontra.collection.process;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.collection.process.CaseCommand.ConfirmSent;
import org.reskontra.collection.process.CaseCommand.Look;
import org.reskontra.collection.process.CaseCommand.NoteBalance;
import org.reskontra.collection.process.CaseCommand.Register;
import org.reskontra.collection.process.CaseCommand.ReportUndeliverable;
import org.reskontra.collection.process.CaseCommand.TryAgain;
import org.reskontra.collection.process.CaseEvent.BalanceNoted;
import org.reskontra.collection.process.CaseEvent.Closed;
import org.reskontra.collection.process.CaseEvent.DemandDecided;
import org.reskontra.collection.process.CaseEvent.DemandReopened;
import org.reskontra.collection.process.CaseEvent.DemandSent;
import org.reskontra.collection.process.CaseEvent.DemandUndeliverable;
import org.reskontra.collection.process.CaseEvent.Registered;
import org.reskontra.collection.process.CaseEvent.Reopened;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/** The words that the specifications of a case are written in. */
final class Cases {

    static final InvoiceId INVOICE = InvoiceId.of("0198a000-0000-7000-8000-000000000001");
    static final CustomerId CUSTOMER = CustomerId.of("0198a000-0000-7000-8000-000000000002");
    static final LetterId LETTER = LetterId.of("0198a000-0000-7000-8000-0000000000a1");
    static final LetterId OTHER_LETTER = LetterId.of("0198a000-0000-7000-8000-0000000000a2");
    /** Version of the invoice event that the claim counts in. */
    static final long CLAIM_VERSION = 3;

    static final Claim CLAIM = claim(owed(10_000_00, 90_41, 60_00));

    private Cases() {}

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Outstanding owed(long principal, long interest, long costs) {
        return Outstanding.of(sek(principal), sek(interest), sek(costs));
    }

    static Claim claim(Outstanding owed) {
        return new Claim(
                INVOICE,
                CUSTOMER,
                Country.SE,
                DebtorKind.BUSINESS,
                "2025-117",
                "123456790",
                day("2025-01-01"),
                day("2025-01-31"),
                day("2025-03-02"),
                owed,
                CLAIM_VERSION,
                day("2025-03-02"),
                InterestTerms.STATUTORY,
                1,
                day("2025-02-05"));
    }

    static Balance balance(long version, Outstanding booked) {
        return new Balance(version, booked, day("2025-03-02"));
    }

    static Register register(String on) {
        return new Register(day(on), CLAIM, null);
    }

    static Register register(String on, Balance newest) {
        return new Register(day(on), CLAIM, newest);
    }

    static Look look(String on) {
        return new Look(day(on), LETTER);
    }

    static NoteBalance pays(long minor, String on, Balance left) {
        return new NoteBalance(day(on), Change.PAYMENT, sek(minor), left);
    }

    static ConfirmSent confirmSent(LetterId letter, String on, String deadline) {
        return new ConfirmSent(letter, day(on), day(deadline), CLAIM.owed());
    }

    static ReportUndeliverable cannotDeliver(LetterId letter, String on) {
        return new ReportUndeliverable(letter, day(on), Obstacle.NO_ADDRESS);
    }

    static TryAgain tryAgain(String on) {
        return new TryAgain(day(on));
    }

    static CaseEvent registered(String on) {
        return new Registered(day(on), CLAIM, CLAIM.asHandedOver());
    }

    static CaseEvent registered(String on, Balance open) {
        return new Registered(day(on), CLAIM, open);
    }

    static CaseEvent paid(long minor, String on, Balance left) {
        return new BalanceNoted(day(on), Change.PAYMENT, sek(minor), left);
    }

    static CaseEvent demandDecided(String on) {
        return new DemandDecided(day(on), LETTER);
    }

    static CaseEvent demandSent(String on, String deadline) {
        return new DemandSent(day(on), LETTER, day(deadline), CLAIM.owed());
    }

    static CaseEvent undeliverable(String on) {
        return new DemandUndeliverable(day(on), LETTER, Obstacle.NO_ADDRESS);
    }

    static CaseEvent reopened(String on) {
        return new DemandReopened(day(on));
    }

    static NoteBalance bankTakesBack(long minor, String on, Balance left) {
        return new NoteBalance(day(on), Change.PAYMENT_REVERSED, sek(minor), left);
    }

    static CaseEvent owedAgain(long minor, String on, Balance left) {
        return new Reopened(day(on), Change.PAYMENT_REVERSED, sek(minor), left);
    }

    static CaseEvent closed(String on) {
        return new Closed(day(on), CloseReason.SETTLED);
    }

    static History given(CaseEvent... past) {
        return new History(List.of(past));
    }
}
