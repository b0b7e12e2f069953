package org.reskontra.rulebook;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a pack can say about the days on which one can pay and act. */
public final class CalendarFacts {

    private static final Unit<List<Holiday>> HOLIDAY_LIST = new Unit<>(
            _ -> "days of the year",
            (entry, key, _) -> holidays(entry, key),
            days -> days.stream().map(Holiday::name).collect(Collectors.joining(", ")));

    /** The days of the week that are no business days. */
    public static final FactKey<List<DayOfWeek>> DAYS_OFF =
            FactKey.dated("calendar.days-off", Unit.listOf("days of the week", DayOfWeek.class));

    /** The public holidays; those that always fall on a day off may be among them. */
    public static final FactKey<List<Holiday>> HOLIDAYS = FactKey.dated("calendar.holidays", HOLIDAY_LIST);

    /** Days that are no public holidays and on which payments and deadlines rest all the same; may be none. */
    public static final FactKey<List<Holiday>> BANK_HOLIDAYS = FactKey.dated("calendar.bank-holidays", HOLIDAY_LIST);

    public static final FactKey<DueDateShift> DUE_DATE_SHIFT =
            FactKey.dated("calendar.due-date-shift", Unit.oneOf("shift", DueDateShift.class));

    static final List<FactKey<?>> ALL = List.of(DAYS_OFF, HOLIDAYS, BANK_HOLIDAYS, DUE_DATE_SHIFT);

    private CalendarFacts() {}

    private static List<Holiday> holidays(YamlSection entry, String key) {
        if (entry.takeIfText(key, "none")) {
            return List.of();
        }
        var holidays = new ArrayList<Holiday>();
        for (var line : entry.sections(key)) {
            var on = line.parsed("on", YearlyDay::parse, "must be such as 12-25, easter +39 or saturday 06-20..06-26");
            var holiday = new Holiday(line.text("day"), on);
            twin(holidays, holiday).ifPresent(twin -> {
                throw line.refused("is the same day as " + twin);
            });
            holidays.add(holiday);
            line.end();
        }
        return List.copyOf(holidays);
    }

    private static Optional<Holiday> twin(List<Holiday> there, Holiday holiday) {
        return there.stream().filter(other -> other.on().equals(holiday.on())).findFirst();
    }
}
