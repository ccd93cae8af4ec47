package dev.headroom.engine.feature;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The nationwide public holidays of a country.
///
/// Input: ISO 3166 alpha-2 code. Output: days with a stable name. Errors: a country without a calendar throws.
/// Source: the calendars of the Jollyday library. Departures: holidays of single regions are left out; a holiday moved
/// to a working day counts on the day it is moved to.
public final class Holidays {
    private final HolidayManager manager;

    private Holidays(HolidayManager manager) {
        this.manager = manager;
    }

    /// @param country ISO 3166 alpha-2 code, upper or lower case
    public static Holidays of(String country) {
        String code = country.toLowerCase(Locale.ROOT);
        if (!countries().contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("country (" + country + ") has no holiday calendar; known are "
                    + String.join(" ", countries()) + ".");
        }
        return new Holidays(HolidayManager.getInstance(ManagerParameters.create(code)));
    }

    /// The countries with a calendar, as upper-case codes.
    public static SortedSet<String> countries() {
        SortedSet<String> codes = new TreeSet<>();
        for (String code : HolidayManager.getSupportedCalendarCodes()) {
            if (code.length() == 2) {
                codes.add(code.toUpperCase(Locale.ROOT));
            }
        }
        return codes;
    }

    /// The holidays of some years with their names, such as `CHRISTMAS`; of two on one day the first by name counts.
    ///
    /// @param first first year, included
    /// @param last last year, included
    public SortedMap<LocalDate, String> between(int first, int last) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        // The library fills a cache without a lock.
        synchronized (Holidays.class) {
            for (int year = first; year <= last; year++) {
                for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)) {
                    days.merge(holiday.getDate(), holiday.getPropertiesKey(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return Collections.unmodifiableSortedMap(days);
    }
}
