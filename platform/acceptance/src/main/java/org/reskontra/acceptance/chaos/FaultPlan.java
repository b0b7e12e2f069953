package org.reskontra.acceptance.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.reskontra.acceptance.agent.Point;
import org.reskontra.acceptance.chaos.Fault.BrokerStalls;
import org.reskontra.acceptance.chaos.Fault.DatabaseRefuses;
import org.reskontra.acceptance.chaos.Fault.DatabaseStalls;
import org.reskontra.acceptance.chaos.Fault.EverythingReadAgain;
import org.reskontra.acceptance.chaos.Fault.FirstReplicaPaused;
import org.reskontra.acceptance.chaos.Fault.MailServerStalls;
import org.reskontra.acceptance.chaos.Fault.ReceiptsLost;
import org.reskontra.acceptance.chaos.Fault.RecordsComeAgain;
import org.reskontra.acceptance.chaos.Fault.ServerKilled;
import org.reskontra.acceptance.chaos.Fault.ServiceEndsAt;
import org.reskontra.acceptance.chaos.Fault.ServiceKilled;
import org.reskontra.acceptance.chaos.Fault.TopicRefusesWrites;
import org.reskontra.acceptance.oracle.Receivable;
import org.reskontra.acceptance.oracle.Scenario;
import org.reskontra.contracts.Topics;
import org.reskontra.localstack.Servers.Server;
import org.reskontra.localstack.services.Service;

/** Which faults come when: the same ones from the same seed. */
record FaultPlan(List<Planned> faults) {

    /** The part of a day in which a fault begins. */
    enum Moment {
        /** While the services do what the new day made due. */
        IN_THE_WORK,
        /** While invoices and payments come in. */
        AMONG_FACTS
    }

    /**
     * A fault and its time.
     *
     * @param day index in the scenario
     * @param delayMillis from the beginning of that part of the day
     */
    record Planned(int day, Moment moment, int delayMillis, Fault fault) {}

    private static final int LONGEST_DELAY_MILLIS = 150;

    FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * Plans faults for times at which they disturb something.
     *
     * @param count how many
     * @param seconds how long an outage lasts
     */
    static FaultPlan of(long seed, int count, Scenario scenario, int seconds) {
        var random = new SplittableRandom(~seed); // not the scenario's own sequence
        var faults = new ArrayList<Planned>();
        for (int i = 0; i < count; i++) {
            var fault = fault(random, seconds);
            var times = isAboutLetters(fault) ? letterTimes(scenario) : busyTimes(scenario);
            var time = times.get(random.nextInt(times.size()));
            faults.add(new Planned(time.day(), time.moment(), random.nextInt(LONGEST_DELAY_MILLIS), fault));
        }
        return new FaultPlan(faults);
    }

    private record Time(int day, Moment moment) {}

    private static boolean isAboutLetters(Fault fault) {
        return switch (fault) {
            case MailServerStalls _, ReceiptsLost _ -> true;
            case ServiceEndsAt(var _, var point, var _) -> point == Point.BEFORE_LETTER || point == Point.AFTER_LETTER;
            case ServiceKilled _,
                    ServerKilled _,
                    BrokerStalls _,
                    DatabaseStalls _,
                    DatabaseRefuses _,
                    TopicRefusesWrites _,
                    RecordsComeAgain _,
                    EverythingReadAgain _,
                    FirstReplicaPaused _ -> false;
        };
    }

    /** Days with letters; any busy time where a life has none. */
    private static List<Time> letterTimes(Scenario scenario) {
        var times = workTimes(scenario, Receivable::isWrittenAboutOn);
        return times.isEmpty() ? busyTimes(scenario) : times;
    }

    private static List<Time> busyTimes(Scenario scenario) {
        var times = new ArrayList<>(workTimes(scenario, Receivable::isWorkedOn));
        for (int i = 0; i < scenario.days().size(); i++) {
            if (!scenario.days().get(i).afterwards().isEmpty()) {
                times.add(new Time(i, Moment.AMONG_FACTS));
            }
        }
        return times;
    }

    private static List<Time> workTimes(Scenario scenario, BiPredicate<Receivable, LocalDate> isDue) {
        var receivables = scenario.outcome().receivables();
        return IntStream.range(0, scenario.days().size())
                .filter(i -> receivables.stream()
                        .anyMatch(receivable ->
                                isDue.test(receivable, scenario.days().get(i).date())))
                .mapToObj(i -> new Time(i, Moment.IN_THE_WORK))
                .toList();
    }

    private static Fault fault(SplittableRandom random, int seconds) {
        return switch (random.nextInt(15)) {
            case 0, 1 -> new ServiceKilled(oneOf(random, Service.values()));
            case 2, 3, 4, 5 -> {
                var service = oneOf(random, Service.values());
                yield new ServiceEndsAt(service, oneOf(random, pointsOf(service)), random.nextInt(1, 4));
            }
            case 6 -> new ServerKilled(Server.POSTGRES);
            case 7 -> new ServerKilled(Server.KAFKA);
            case 14 -> new BrokerStalls(seconds);
            case 8 -> new DatabaseStalls(seconds);
            case 9 -> new DatabaseRefuses(seconds);
            case 10 ->
                new TopicRefusesWrites(
                        Topics.ALL.get(random.nextInt(Topics.ALL.size())), random.nextInt(1, seconds + 1));
            case 11 -> random.nextBoolean() ? new MailServerStalls(seconds) : new ReceiptsLost(seconds);
            case 12 ->
                random.nextBoolean()
                        ? new RecordsComeAgain()
                        : new EverythingReadAgain(oneOf(random, Service.values()));
            default -> new FirstReplicaPaused(oneOf(random, Service.values()), random.nextInt(1, 3), seconds);
        };
    }

    /** What a service comes by in these lives: nobody asks for a credit check, and two of them write letters. */
    private static Point[] pointsOf(Service service) {
        return switch (service) {
            case INVOICE ->
                new Point[] {
                    Point.BEFORE_COMMIT,
                    Point.AFTER_COMMIT,
                    Point.BEFORE_SENDING,
                    Point.AFTER_ACKNOWLEDGEMENT,
                    Point.RECEIVED,
                    Point.BEFORE_OFFSETS
                };
            case DUNNING, COLLECTION -> Point.values();
            case CREDIT_CHECK -> new Point[] {Point.RECEIVED, Point.BEFORE_OFFSETS};
        };
    }

    private static <T> T oneOf(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    List<Planned> on(int day, Moment moment) {
        return faults.stream()
                .filter(planned -> planned.day() == day && planned.moment() == moment)
                .toList();
    }
}
