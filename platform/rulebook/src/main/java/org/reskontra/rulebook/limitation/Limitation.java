package org.reskontra.rulebook.limitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reskontra.rulebook.LimitationFacts;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;
import org.reskontra.rulebook.limitation.Interruption.ByDebtor;
import org.reskontra.rulebook.limitation.Interruption.Demand;
import org.reskontra.rulebook.limitation.Interruption.Proceedings;
import org.reskontra.rulebook.limitation.LimitationResult.NeedsReview;
import org.reskontra.rulebook.limitation.LimitationResult.RunsUntil;
import org.reskontra.rulebook.limitation.LimitationResult.Stopped;
import org.reskontra.rulebook.limitation.LimitationResult.Weighed;

/**
 * When a claim expires (in Sweden: Limitation Act 1981:130 ss. 2 and 5 to 7; in Finland: Act 728/2003).
 *
 * <p>Each interruption that comes in time starts a full new period on its day, or on the day proceedings ended. The later
 * of the two ends holds, so that none shortens the time.
 */
public final class Limitation {

    private final LimitationLaw law;
    private final RunningClaim claim;
    private final LocalDate start;
    private final Optional<Trace> finalEnd;

    private Limitation(LimitationLaw law, LocalDate start, Optional<Trace> finalEnd) {
        this.law = law;
        this.claim = law.claim();
        this.start = start;
        this.finalEnd = finalEnd;
    }

    /**
     * The last day of the claim.
     *
     * @return {@link NeedsReview} when a rule that is needed is not known to the pack on its day, or when the time runs
     *     from a due date and there is none
     */
    public static LimitationResult of(RulePack pack, RunningClaim claim) {
        var law = new LimitationLaw(pack, claim);
        var runsFrom = law.on(LimitationFacts.RUNS_FROM, claim.origin());
        if (runsFrom.isEmpty()) {
            return law.unknown(LimitationFacts.RUNS_FROM, claim.origin());
        }
        var start = switch (runsFrom.get()) {
            case ORIGIN -> claim.origin();
            case DUE_DATE -> claim.dueDate();
        };
        if (start == null) {
            return new NeedsReview(
                    law.rule(LimitationFacts.RUNS_FROM), "the time runs from the due date, and there is none");
        }
        var years = LimitationFacts.years(claim.kind());
        var end = law.on(years, start).map(number -> law.plusYears(years, number, start, "the claim"));
        if (end.isEmpty()) {
            return law.unknown(years, start);
        }
        var finalYears = law.on(LimitationFacts.FINAL_YEARS, start);
        if (claim.naturalPerson() && finalYears.isEmpty()) {
            return law.unknown(LimitationFacts.FINAL_YEARS, start);
        }
        var finalEnd = finalYears
                .flatMap(some -> some)
                .filter(_ -> claim.naturalPerson())
                .map(some -> law.plusYears(LimitationFacts.FINAL_YEARS, some, start, "the claim"));
        return new Limitation(law, start, finalEnd).run(new Time(end.get(), false, false, List.of()));
    }

    /** The claim's time while its interruptions are weighed in order of time. */
    private record Time(Trace end, boolean judged, boolean prolonged, List<Weighed> weighed) {

        Time with(Interruption interruption, boolean counted, String ruleId, String reason) {
            var all = new ArrayList<>(weighed);
            all.add(new Weighed(interruption, counted, ruleId, reason));
            return new Time(end, judged, prolonged, List.copyOf(all));
        }

        Time until(Trace newEnd) {
            var later =
                    Trace.combined(newEnd.ruleId(), newEnd.source(), Step.HIGHEST, Counts.DAY, List.of(end, newEnd));
            return new Time(later, judged, prolonged, weighed);
        }
    }

    /** What weighing an interruption leads to. */
    private sealed interface Weighing {
        record On(Time time) implements Weighing {}

        record Ended(LimitationResult result) implements Weighing {}
    }

    private LimitationResult run(Time atStart) {
        var time = atStart;
        var inOrder = claim.interruptions().stream()
                .sorted(Comparator.comparing(Interruption::on))
                .toList();
        for (var interruption : inOrder) {
            switch (weigh(time, interruption)) {
                case Weighing.On(var next) -> time = next;
                case Weighing.Ended(var result) -> {
                    return result;
                }
            }
        }
        return runsUntil(time);
    }

    private LimitationResult runsUntil(Time time) {
        var warnBefore = law.convention(LimitationFacts.WARN_BEFORE);
        var last = lastDay(time);
        var helps = law.on(LimitationFacts.INTERRUPTIONS, last);
        if (warnBefore.isEmpty() || helps.isEmpty()) {
            return law.unknown(
                    warnBefore.isEmpty() ? LimitationFacts.WARN_BEFORE : LimitationFacts.INTERRUPTIONS, last);
        }
        var trace = finalEnd.map(end -> lowest(time.end(), end)).orElse(time.end());
        boolean noHelp = finalEnd.isPresent() && finalEnd.get().day().equals(last);
        return new RunsUntil(
                last,
                last.minusDays(warnBefore.get()),
                noHelp ? List.of() : helps.get(),
                time.weighed(),
                law.pack().id(),
                trace);
    }

    private Weighing weigh(Time time, Interruption interruption) {
        var on = interruption.on();
        var counts = law.on(LimitationFacts.INTERRUPTIONS, on);
        if (counts.isEmpty()) {
            return new Weighing.Ended(law.unknown(LimitationFacts.INTERRUPTIONS, on));
        }
        var rule = law.rule(LimitationFacts.INTERRUPTIONS);
        if (!counts.get().contains(interruption.kind())) {
            return not(time, interruption, rule, "it is not among what makes the time run anew: " + name(interruption));
        }
        if (on.isBefore(start)) {
            return not(
                    time, interruption, law.rule(LimitationFacts.RUNS_FROM), "the time began to run only on " + start);
        }
        if (on.isAfter(lastDay(time))) {
            return not(time, interruption, rule, "the claim had expired after " + lastDay(time));
        }
        return switch (interruption) {
            case ByDebtor _ -> anew(time, interruption, on, "the debtor stood by the debt: " + name(interruption));
            case Demand demand -> demand(time, demand);
            case Proceedings proceedings -> proceedings(time, proceedings);
        };
    }

    private Weighing demand(Time time, Demand demand) {
        var mustReach = law.on(LimitationFacts.DEMAND_MUST_REACH, demand.on());
        if (mustReach.isEmpty()) {
            return new Weighing.Ended(law.unknown(LimitationFacts.DEMAND_MUST_REACH, demand.on()));
        }
        if (mustReach.get() && demand.reachedOn() == null) {
            return not(
                    time,
                    demand,
                    law.rule(LimitationFacts.DEMAND_MUST_REACH),
                    "the demand has not been shown to have reached the debtor");
        }
        return anew(time, demand, demand.on(), "the creditor demanded payment in time");
    }

    private Weighing proceedings(Time time, Proceedings proceedings) {
        var ended = proceedings.endedOn();
        if (ended == null) {
            var rule = law.rule(LimitationFacts.INTERRUPTIONS);
            var weighed =
                    time.with(proceedings, true, rule, "the proceedings go on").weighed();
            return new Weighing.Ended(new Stopped(proceedings.on(), rule, weighed));
        }
        return switch (proceedings.outcome()) {
            case JUDGMENT ->
                anew(
                        new Time(time.end(), true, time.prolonged(), time.weighed()),
                        proceedings,
                        ended,
                        "a final decision was given on " + ended);
            case OTHER -> anew(time, proceedings, ended, "the proceedings ended on " + ended);
            case DEBTOR_NEVER_TOLD -> prolonged(time, proceedings, ended);
        };
    }

    /** No new period: only a last while from the end of proceedings that the debtor never learned of. */
    private Weighing prolonged(Time time, Proceedings proceedings, LocalDate ended) {
        var key = LimitationFacts.YEARS_AFTER_UNSERVED_PROCEEDINGS;
        var years = law.on(key, ended);
        if (years.isEmpty()) {
            return new Weighing.Ended(law.unknown(key, ended));
        }
        var end = law.plusYears(key, years.get(), ended, "the proceedings");
        if (!end.day().isAfter(lastDay(time))) {
            return not(time, proceedings, law.rule(key), "the debtor was never told, and more time than that is left");
        }
        if (time.prolonged()) {
            return not(
                    time,
                    proceedings,
                    law.rule(key),
                    "the debtor was never told, and the time was prolonged once before");
        }
        var longer = new Time(time.end(), time.judged(), true, time.weighed()).until(end);
        return new Weighing.On(longer.with(
                proceedings, true, law.rule(key), "the debtor was never told: only a while from the end is left"));
    }

    /** A full new period from that day. */
    private Weighing anew(Time time, Interruption interruption, LocalDate from, String reason) {
        var key =
                time.judged() ? LimitationFacts.yearsAfterJudgment(claim.kind()) : LimitationFacts.years(claim.kind());
        var years = law.on(key, from);
        if (years.isEmpty()) {
            return new Weighing.Ended(law.unknown(key, from));
        }
        var end = law.plusYears(key, years.get(), from, name(interruption));
        return new Weighing.On(
                time.until(end).with(interruption, true, law.rule(LimitationFacts.INTERRUPTIONS), reason));
    }

    private static Weighing not(Time time, Interruption interruption, String ruleId, String reason) {
        return new Weighing.On(time.with(interruption, false, ruleId, reason));
    }

    private LocalDate lastDay(Time time) {
        var end = time.end().day();
        return finalEnd.map(Trace::day).filter(end::isAfter).orElse(end);
    }

    private static Trace lowest(Trace end, Trace finalEnd) {
        return Trace.combined(finalEnd.ruleId(), finalEnd.source(), Step.LOWEST, Counts.DAY, List.of(end, finalEnd));
    }

    private static String name(Interruption interruption) {
        return interruption.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
