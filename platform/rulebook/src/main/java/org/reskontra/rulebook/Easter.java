package org.reskontra.rulebook;

import java.time.LocalDate;

/** The date of Easter in the western churches: the Gregorian reckoning in whole numbers, after Meeus, Jones and Butcher. */
final class Easter {

    private Easter() {}

    /** Easter Sunday of a year from 1583. */
    static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leapCenturies = century / 4;
        int moonDrift = (century + 8) / 25;
        int moonCorrection = (century - moonDrift + 1) / 3;
        int epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
        int yearOfCentury = year % 100;
        int toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int sinceMarch = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, sinceMarch / 31, sinceMarch % 31 + 1);
    }
}
