package org.reskontra.rulebook.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.CalendarFacts;
import org.reskontra.rulebook.FactKey;
import org.reskontra.rulebook.Holiday;
import org.reskontra.rulebook.Period;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.calendar.DayKind.BusinessDay;
import org.reskontra.rulebook.calendar.DayKind.Closed;
import org.reskontra.rulebook.explain.Trace;

/**
 * Business days, and what they do to due dates and deadlines (in Sweden: Act 1989:253 on public holidays and Act 1930:173
 * s. 2; in Finland: Act 150/1930 s. 5).
 */
public final class BusinessCalendar {

    /** The calendar is the same for all. */
    private static final DebtorKind ANYONE = DebtorKind.CONSUMER;

    /** Days in a row without a business day; more of them is a mistake in the pack. */
    private static final int LONGEST_REST = 31;

    private BusinessCalendar() {}

    /** What a day is, and which rule says so. */
    public static DayKind kind(RulePack pack, LocalDate day) {
        for (var key : List.of(CalendarFacts.DAYS_OFF, CalendarFacts.HOLIDAYS, CalendarFacts.BANK_HOLIDAYS)) {
            if (said(pack, key, day).value().isEmpty()) {
                return new DayKind.NeedsReview(rule(pack, key), "the calendar of " + day + " is not known");
            }
        }
        return holiday(pack, CalendarFacts.HOLIDAYS, day)
                .or(() -> holiday(pack, CalendarFacts.BANK_HOLIDAYS, day))
                .or(() -> dayOff(pack, day))
                .map(DayKind.class::cast)
                .orElseGet(BusinessDay::new);
    }

    /**
     * Whether one can be expected to pay and act on that day.
     *
     * @throws IllegalStateException where the pack does not know; {@link #kind} answers that too
     */
    public static boolean isBusinessDay(RulePack pack, LocalDate day) {
        return switch (kind(pack, day)) {
            case BusinessDay _ -> true;
            case Closed _ -> false;
            case DayKind.NeedsReview(var rule, var reason) -> throw new IllegalStateException(rule + ": " + reason);
        };
    }

    /** The day itself where it is a business day, else the first one after it. */
    public static ShiftedDay nextBusinessDay(RulePack pack, LocalDate day) {
        return moved(pack, taken(pack, CalendarFacts.DAYS_OFF, day, "the day asked about"), CalendarFacts.DAYS_OFF);
    }

    /** The last day on which a debt that is due on that day is paid in time. */
    public static ShiftedDay dueDate(RulePack pack, LocalDate dueDate) {
        return shifted(pack, taken(pack, CalendarFacts.DUE_DATE_SHIFT, dueDate, "the claim"));
    }

    /**
     * The last day to do what may be done within so many days of sending: the day of sending does not count, and a last
     * day that is no business day moves as a due date does.
     *
     * @param days at least 0; negative throws {@link IllegalArgumentException}
     */
    public static ShiftedDay deadlineAfterSending(RulePack pack, LocalDate sentOn, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a deadline cannot be " + days + " days after sending");
        }
        var sent = taken(pack, CalendarFacts.DUE_DATE_SHIFT, sentOn, "the day of sending");
        return shifted(pack, Trace.plusDays(sent.ruleId(), "the day of sending does not count", sent, days));
    }

    private static ShiftedDay shifted(RulePack pack, Trace from) {
        var shift = said(pack, CalendarFacts.DUE_DATE_SHIFT, from.day()).value();
        if (shift.isEmpty()) {
            return new ShiftedDay.NeedsReview(
                    rule(pack, CalendarFacts.DUE_DATE_SHIFT), "whether " + from.day() + " would move is not known");
        }
        return switch (shift.get()) {
            case TO_NEXT_BUSINESS_DAY -> moved(pack, from, CalendarFacts.DUE_DATE_SHIFT);
            case NONE -> on(pack, from, List.of(), CalendarFacts.DUE_DATE_SHIFT);
        };
    }

    private static ShiftedDay moved(RulePack pack, Trace from, FactKey<?> by) {
        var passedOver = new ArrayList<Closed>();
        for (var day = from.day(); passedOver.size() < LONGEST_REST; day = day.plusDays(1)) {
            switch (kind(pack, day)) {
                case BusinessDay _ -> {
                    return on(pack, from, passedOver, by);
                }
                case Closed closed -> passedOver.add(closed);
                case DayKind.NeedsReview(var rule, var reason) -> {
                    return new ShiftedDay.NeedsReview(rule, reason);
                }
            }
        }
        return new ShiftedDay.NeedsReview(
                rule(pack, by), "no business day within " + LONGEST_REST + " days of " + from.day());
    }

    private static ShiftedDay on(RulePack pack, Trace from, List<Closed> passedOver, FactKey<?> by) {
        var source = said(pack, by, from.day()).source();
        var trace = passedOver.isEmpty() ? from : Trace.plusDays(rule(pack, by), source, from, passedOver.size());
        return new ShiftedDay.On(trace.day(), passedOver, rule(pack, by), pack.id(), trace);
    }

    private static Optional<Closed> holiday(RulePack pack, FactKey<List<Holiday>> key, LocalDate day) {
        var said = said(pack, key, day);
        return said.value().stream()
                .flatMap(List::stream)
                .filter(holiday -> holiday.on().in(day.getYear()).equals(day))
                .findFirst()
                .map(holiday -> new Closed(holiday.name(), rule(pack, key), said.source()));
    }

    private static Optional<Closed> dayOff(RulePack pack, LocalDate day) {
        var said = said(pack, CalendarFacts.DAYS_OFF, day);
        return said.value()
                .filter(days -> days.contains(day.getDayOfWeek()))
                .map(_ -> new Closed(
                        day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        rule(pack, CalendarFacts.DAYS_OFF),
                        said.source()));
    }

    private static <T> Period<T> said(RulePack pack, FactKey<T> key, LocalDate day) {
        return pack.on(key, ANYONE, day);
    }

    private static String rule(RulePack pack, FactKey<?> key) {
        return pack.timeline(key, ANYONE).ruleId();
    }

    private static Trace taken(RulePack pack, FactKey<?> key, LocalDate day, String source) {
        return Trace.take(rule(pack, key), source, day);
    }
}
