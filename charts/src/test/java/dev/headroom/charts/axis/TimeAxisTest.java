package dev.headroom.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void monthsStandBetweenTheirTicksAndJanuaryCarriesItsYear() {
        AxisMarks marks = TimeAxis.in(UTC).marks(at(2026, 3, 1, UTC), at(2027, 5, 20, UTC), 770, 11);

        assertThat(marks.ticks()).hasSize(15);
        assertThat(marks.ticks()[0]).isEqualTo(at(2026, 3, 1, UTC));
        assertThat(texts(marks))
                .containsExactly(
                        "Mar 2026",
                        "Apr",
                        "May",
                        "Jun",
                        "Jul",
                        "Aug",
                        "Sep",
                        "Oct",
                        "Nov",
                        "Dec",
                        "Jan 2027",
                        "Feb",
                        "Mar",
                        "Apr",
                        "May");
        AxisLabel january = marks.labels().get(10);
        assertThat(january.emphasis()).isEqualTo(AxisLabel.Emphasis.STRONG);
        assertThat(january.placement()).isEqualTo(AxisLabel.Placement.CENTRED);
        assertThat(january.from()).isEqualTo(at(2027, 1, 1, UTC));
        assertThat(january.to()).isEqualTo(at(2027, 2, 1, UTC));
        assertThat(marks.labels().getLast().to()).isEqualTo(at(2027, 5, 20, UTC));
    }

    @Test
    void narrowMonthsWriteTheYearAlone() {
        AxisMarks marks = TimeAxis.in(UTC).marks(at(2026, 3, 1, UTC), at(2027, 5, 20, UTC), 560, 11);

        assertThat(texts(marks)).contains("Dec", "2027", "Feb").doesNotContain("Jan 2027");
    }

    @Test
    void zoomChoosesTheUnitFromHoursToDecades() {
        double noon = at(2026, 12, 20, UTC) + 43_200;
        assertThat(around(noon, 1)).contains("20 Dec", "12:00");
        assertThat(around(noon, 12)).contains("Mon 21", "Fri 18");
        assertThat(around(noon, 60)).contains("23 Nov 2026", "4 Jan 2027");
        assertThat(around(noon, 400)).contains("Jan 2027", "Nov");
        assertThat(around(noon, 1_200)).contains("Q1 2027", "Q3");
        assertThat(around(noon, 5_000)).contains("2026", "2027");
        assertThat(around(noon, 20_000)).contains("2020", "2030");
    }

    @Test
    void daysKeepTheirMidnightThroughTheClockChange() {
        AxisMarks marks = TimeAxis.in(BERLIN).marks(at(2026, 3, 27, BERLIN), at(2026, 4, 1, BERLIN), 800, 11);
        List<Double> ticks = Arrays.stream(marks.ticks()).boxed().toList();

        assertThat(ticks).contains(at(2026, 3, 29, BERLIN), at(2026, 3, 30, BERLIN), at(2026, 3, 31, BERLIN));
        assertThat(at(2026, 3, 30, BERLIN) - at(2026, 3, 29, BERLIN)).isEqualTo(23 * 3_600.0);
    }

    @Test
    void ticksRiseAndLieInsideForAnyViewAndZone() {
        Random random = new Random(1);
        for (int trial = 0; trial < 600; trial++) {
            ZoneId zone = List.of(UTC, BERLIN, ZoneId.of("America/St_Johns"), ZoneId.of("Asia/Kolkata"))
                    .get(random.nextInt(4));
            double from = 1.5e9 + random.nextDouble() * 4e8;
            double to = from + Math.pow(10, 3.8 + random.nextDouble() * 5);
            AxisMarks marks = TimeAxis.in(zone).marks(from, to, 200 + random.nextInt(1_200), 11);
            double[] ticks = marks.ticks();

            assertThat(ticks.length).isLessThan(60);
            for (int i = 0; i < ticks.length; i++) {
                assertThat(ticks[i]).isBetween(from, to);
                if (i > 0) {
                    assertThat(ticks[i]).isGreaterThan(ticks[i - 1]);
                }
            }
        }
    }

    @Test
    void everyTickOfAMonthAxisIsAMidnightOfAFirst() {
        AxisMarks marks = TimeAxis.in(BERLIN).marks(at(2026, 1, 10, BERLIN), at(2026, 12, 5, BERLIN), 700, 11);

        for (double tick : marks.ticks()) {
            ZonedDateTime time = Instant.ofEpochSecond((long) tick).atZone(BERLIN);
            assertThat(time.getDayOfMonth()).isEqualTo(1);
            assertThat(time.getHour()).isZero();
        }
    }

    @Test
    void datesAreWrittenDayMonthYear() {
        TimeAxis axis = TimeAxis.in(UTC);

        assertThat(axis.describe(at(2027, 4, 28, UTC))).isEqualTo("28 Apr 2027");
        assertThat(axis.describe(at(2027, 4, 28, UTC) + 50_400)).isEqualTo("28 Apr 2027, 14:00");
        assertThat(axis.describeWithWeekday(at(2027, 4, 28, UTC))).isEqualTo("Wed 28 Apr 2027");
        assertThat(new TimeAxis(UTC, Locale.GERMANY).describe(at(2026, 12, 28, UTC)))
                .isEqualTo("28 Dez. 2026");
    }

    private static List<String> around(double centre, int days) {
        double half = days * 43_200.0;
        return texts(TimeAxis.in(UTC).marks(centre - half, centre + half, 800, 11));
    }

    private static List<String> texts(AxisMarks marks) {
        return marks.labels().stream().map(AxisLabel::text).toList();
    }

    private static double at(int year, int month, int day, ZoneId zone) {
        return LocalDate.of(year, month, day).atStartOfDay(zone).toEpochSecond();
    }
}
