package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** What has happened to a claim under Swedish law so far, and the words in which the specifications go on with it. */
record ClaimStory(List<ClaimEvent> past) {

    static final RulePack LAW = Rulebook.standard().pack(Country.SE);
    static final Money GROSS = sek(10_000_00);

    static ClaimStory nothing() {
        return new ClaimStory(List.of());
    }

    /** A company's invoice of 1 January 2025 over 10 000 kr, due on the 31st, at 11 % from then on. */
    static ClaimStory issued() {
        var terms = new ClaimTerms(DebtorKind.BUSINESS, day("2025-01-31"), InterestTerms.STATUTORY, true);
        return nothing().and(new Issue(day("2025-01-01"), terms, GROSS));
    }

    ClaimState state() {
        return Claims.replay(past);
    }

    Claim claim() {
        return claimOf(state());
    }

    static Claim claimOf(ClaimState state) {
        return switch (state) {
            case ClaimState.None none -> throw new AssertionError(none);
            case ClaimState.Open(var claim) -> claim;
            case ClaimState.InCollection(var claim) -> claim;
            case ClaimState.Settled(var claim, var _) -> claim;
        };
    }

    List<ClaimEvent> when(ClaimCommand command) {
        return assertInstanceOf(Accepted.class, Claims.decide(LAW, state(), command), command::toString)
                .events();
    }

    ClaimStory and(ClaimCommand command) {
        return after(when(command));
    }

    ClaimStory after(List<ClaimEvent> events) {
        var all = new ArrayList<>(past);
        all.addAll(events);
        return new ClaimStory(all);
    }

    ClaimStory remindedOn(String date) {
        return and(reminder(date));
    }

    List<ClaimEvent> paysOn(String date, long minor) {
        return when(new ReceivePayment(day(date), receipt(date), sek(minor)));
    }

    ClaimStory andPaysOn(String date, long minor) {
        return after(paysOn(date, minor));
    }

    /** The whole of the payment of a day. */
    List<ClaimEvent> takesBack(String paidOn, String on, Why why) {
        var payment = claim().history().payment(receipt(paidOn).payment()).orElseThrow();
        return when(new TakeBackPayment(day(on), payment.receipt().payment(), payment.amount(), why));
    }

    ClaimStory andTakesBack(String paidOn, String on, Why why) {
        return after(takesBack(paidOn, on, why));
    }

    // ---- words

    /** Posted interest as its amount and last day: how it was computed is the rulebook's business. */
    static List<Object> shown(List<ClaimEvent> events) {
        return events.stream()
                .<Object>map(event -> event instanceof InterestPosted(var on, var computed)
                        ? "interest " + computed.interest().minor() / 100 + "."
                                + String.format("%02d", computed.interest().minor() % 100) + " through " + on
                        : event)
                .toList();
    }

    static ChargeReminder reminder(String sentOn) {
        return new ChargeReminder(1, sek(60_00), day(sentOn));
    }

    static ClaimEvent waivedFee(String sentOn) {
        return new ReminderFeeWaived(day(sentOn), 1, sek(60_00), "SE-FEE-1");
    }

    static ClaimEvent paid(String on, long costs, long interest, long principal) {
        return new PaymentAllocated(day(on), receipt(on), parts(costs, interest, principal));
    }

    static Allocation parts(long costs, long interest, long principal) {
        return new Allocation(sek(costs), sek(interest), sek(principal));
    }

    /** Of the only payment of a day. */
    static Receipt receipt(String on) {
        return new Receipt(new PaymentId(new UUID(0, day(on).toEpochDay())), day(on), day(on));
    }

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
