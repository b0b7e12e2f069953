package org.reskontra.acceptance.order;

import static org.reskontra.acceptance.order.Scenario.sek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.reskontra.acceptance.order.Scenario.Paid;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.Receipt;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/**
 * Two cores, the two topics between them, each in order, and a calendar: everything that can happen next, however it
 * interleaves.
 */
final class World {

    static final RulePack LAW = Rulebook.standard().pack(Country.SE);

    private final Scenario scenario;
    private final List<LocalDate> days;
    private final Receivables receivables;
    private final Dunning dunning;
    private final List<Paid> untold;
    private final List<InvoiceEvent> toDunning = new ArrayList<>();
    private final List<DunningEvent> toInvoice = new ArrayList<>();
    private int day;

    World(Scenario scenario) {
        this.scenario = scenario;
        days = scenario.days();
        receivables = new Receivables();
        dunning = new Dunning();
        untold = new ArrayList<>(scenario.payments());
        if (!scenario.invoiceMayComeLate()) {
            issue();
            dunningReads();
        }
    }

    private World(World other) {
        scenario = other.scenario;
        days = other.days;
        receivables = new Receivables(other.receivables);
        dunning = new Dunning(other.dunning);
        untold = new ArrayList<>(other.untold);
        toDunning.addAll(other.toDunning);
        toInvoice.addAll(other.toInvoice);
        day = other.day;
    }

    /** Something that can happen next. */
    interface Step {
        void happenTo(World world);
    }

    World after(Step step) {
        var next = new World(this);
        step.happenTo(next);
        return next;
    }

    LocalDate today() {
        return days.get(day);
    }

    Receivables receivables() {
        return receivables;
    }

    Dunning dunning() {
        return dunning;
    }

    /** Whether the last day is over and nothing is left to tell or to read. */
    boolean isOver() {
        return isLastDay() && untold.isEmpty() && toInvoice.isEmpty() && isDayOver();
    }

    /** Everything that can happen next; nothing when the story is over. */
    List<Step> possible() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < untold.size(); i++) {
            int which = i;
            add(steps, !untold.get(i).bookedOn().isAfter(today()), world -> world.tell(which));
        }
        add(steps, !receivables.isIssued(), World::issue);
        add(steps, receivables.holdsMoney(), World::bookHeldMoney);
        add(steps, receivables.isDueDatePassed(today()), World::sweep);
        add(steps, !toInvoice.isEmpty(), World::invoiceReads);
        add(steps, !toDunning.isEmpty(), World::dunningReads);
        add(steps, dunning.isStepDue(today()), World::look);
        add(steps, dunning.canSend(), World::send);
        add(steps, dunning.awaitsReceipt(), World::receive);
        add(steps, isDayOver() && !isLastDay(), World::nextDay);
        return steps;
    }

    private static void add(List<Step> steps, boolean possible, Step step) {
        if (possible) {
            steps.add(step);
        }
    }

    /** A day ends when its work is done and what was told on it is read; payments may still be told any day later. */
    private boolean isDayOver() {
        boolean read = toDunning.isEmpty() && (toInvoice.isEmpty() || scenario.remindersMayBeReadLate());
        boolean workDone = !receivables.holdsMoney()
                && !receivables.isDueDatePassed(today())
                && !dunning.isStepDue(today())
                && !dunning.canSend()
                && !dunning.awaitsReceipt();
        boolean issuedInTime = receivables.isIssued() || today().isBefore(Scenario.DUE);
        return read && workDone && issuedInTime;
    }

    private boolean isLastDay() {
        return day + 1 == days.size();
    }

    private void nextDay() {
        day++;
    }

    private void tell(int which) {
        var paid = untold.remove(which);
        var id = new UUID(0x7000, scenario.payments().indexOf(paid) + 1L);
        var receipt = new Receipt(new PaymentId(id), paid.valueDate(), paid.bookedOn());
        var from = scenario.countsWhenTold() ? today() : receipt.countsFrom();
        toDunning.addAll(receivables.pay(receipt, sek(paid.minor()), from));
    }

    private void issue() {
        toDunning.add(receivables.issue());
    }

    private void bookHeldMoney() {
        toDunning.addAll(receivables.bookHeldMoney());
    }

    private void sweep() {
        toDunning.add(receivables.tellDueDatePassed());
    }

    private void invoiceReads() {
        toDunning.addAll(receivables.read(toInvoice.removeFirst()));
    }

    private void dunningReads() {
        toInvoice.addAll(dunning.read(toDunning.removeFirst(), today()));
    }

    private void look() {
        toInvoice.addAll(dunning.look(today()));
    }

    private void send() {
        dunning.send(today());
    }

    private void receive() {
        toInvoice.addAll(dunning.receive());
    }
}
