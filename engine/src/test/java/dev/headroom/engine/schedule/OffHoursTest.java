package dev.headroom.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.schedule.ScheduleAdvice.Cause;
import dev.headroom.engine.schedule.ScheduleAdvice.Off;
import dev.headroom.engine.schedule.ScheduleAdvice.On;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class OffHoursTest {
    /// A Monday; ten weeks from here the clocks of New York change.
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Optional<Money> MONTH = Optional.of(Money.of("168", "USD"));

    @Test
    void nightsAndTheWeekendOfOfficeHoursAreFound() {
        Off off = off(advise(series(10, ZoneOffset.UTC, OffHoursTest::office), Set.of()));
        // Used from 8 to 18, and started an hour before.
        assertThat(off.schedule().words()).isEqualTo("Mon-Thu 18:00 to next day 07:00, Fri 18:00 to Mon 07:00");
        assertThat(off.schedule().offHours()).isEqualTo(4 * 13 + 61);
        assertThat(off.saving().map(saving -> saving.gross().rounded(2))).contains(Money.of("113.00", "USD"));
        assertThat(off.usedHours()).isZero();
        assertThat(off.observedHours()).isEqualTo(10 * 113);
        assertThat(off.reason()).contains("10 weeks of hourly mean readings").contains("storage goes on costing");
    }

    @Test
    void theClockOfTheRegionIsFollowedThroughTheSummerTime() {
        Off off = off(OffHours.advise(
                server(),
                Optional.of(series(16, NEW_YORK, OffHoursTest::office)),
                Optional.empty(),
                NEW_YORK,
                Set.of(),
                MONTH,
                CommitmentCover.none(),
                SchedulePolicy.usual()));
        assertThat(off.schedule().words()).isEqualTo("Mon-Thu 18:00 to next day 07:00, Fri 18:00 to Mon 07:00");
        assertThat(off.usedHours()).isZero();
    }

    @Test
    void aNightlyJobKeepsItsHour() {
        Off off = off(advise(series(10, ZoneOffset.UTC, at -> at.getHour() == 2 ? 40 : office(at)), Set.of()));
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.TUESDAY, 2)]).isFalse();
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.TUESDAY, 1)])
                .as("it is started before")
                .isFalse();
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.TUESDAY, 3)]).isTrue();
    }

    @Test
    void holidaysDoNotMakeAWeekdayQuiet() {
        // Two Wednesdays of three nobody works; where half of the weeks decide, these days would.
        ToDoubleFunction<ZonedDateTime> load =
                at -> at.getDayOfWeek() == DayOfWeek.WEDNESDAY && holiday(at.toLocalDate()) ? 1 : office(at);
        Set<LocalDate> holidays = java.util.stream.IntStream.range(0, 70)
                .mapToObj(day -> LocalDate.of(2026, 1, 5).plusDays(day))
                .filter(OffHoursTest::holiday)
                .collect(java.util.stream.Collectors.toSet());
        SchedulePolicy half = new SchedulePolicy(5, 0.1, 0.1, 0.51, 4, 8, 1);
        TimeSeries cpu = series(11, ZoneOffset.UTC, load);
        Off naive = off(advise(cpu, Set.of(), half));
        assertThat(naive.schedule().off()[WeekHours.index(DayOfWeek.WEDNESDAY, 12)])
                .isTrue();
        Off aware = off(advise(cpu, holidays, half));
        assertThat(aware.schedule().off()[WeekHours.index(DayOfWeek.WEDNESDAY, 12)])
                .isFalse();
        assertThat(aware.reason()).contains("holidays left out");
    }

    @Test
    void anHourThatIsUsedInThreeOfTenWeeksStaysOn() {
        TimeSeries rarely = series(10, ZoneOffset.UTC, at -> {
            boolean evening = at.getDayOfWeek() == DayOfWeek.TUESDAY && at.getHour() == 21;
            return evening && week(at) % 3 == 0 ? 50 : office(at);
        });
        Off off = off(advise(rarely, Set.of()));
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.TUESDAY, 21)]).isFalse();

        TimeSeries once = series(10, ZoneOffset.UTC, at -> {
            boolean evening = at.getDayOfWeek() == DayOfWeek.TUESDAY && at.getHour() == 21;
            return evening && week(at) == 4 ? 50 : office(at);
        });
        Off kept = off(advise(once, Set.of()));
        assertThat(kept.schedule().off()[WeekHours.index(DayOfWeek.TUESDAY, 21)])
                .isTrue();
        assertThat(kept.usedHours()).isEqualTo(1);
        assertThat(kept.reason()).contains("it was used in 1 of 1,130");
        assertThat(kept.confidence())
                .isLessThan(off(advise(series(10, ZoneOffset.UTC, OffHoursTest::office), Set.of()))
                        .confidence());
    }

    @Test
    void aBusyNetworkIsUseToo() {
        TimeSeries cpu = series(10, ZoneOffset.UTC, OffHoursTest::office);
        TimeSeries network = series(10, ZoneOffset.UTC, at -> office(at) > 5 ? 80 : at.getHour() == 23 ? 60 : 1.5);
        Off off = off(OffHours.advise(
                server(),
                Optional.of(cpu),
                Optional.of(network),
                ZoneOffset.UTC,
                Set.of(),
                MONTH,
                CommitmentCover.none(),
                SchedulePolicy.usual()));
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.MONDAY, 23)]).isFalse();
        assertThat(off.schedule().off()[WeekHours.index(DayOfWeek.MONDAY, 20)])
                .as("a little traffic is no use")
                .isTrue();
        assertThat(off.reason()).contains("network above 8 Mbit/s");
    }

    @Test
    void whatACommitmentPaysIsNotSaved() {
        Off off = off(OffHours.advise(
                server(),
                Optional.of(series(10, ZoneOffset.UTC, OffHoursTest::office)),
                Optional.empty(),
                ZoneOffset.UTC,
                Set.of(),
                MONTH,
                CommitmentCover.covering(1, CommitmentCover.Reach.SAME_FAMILY),
                SchedulePolicy.usual()));
        assertThat(off.saving().flatMap(SavingEstimate::net).map(net -> net.rounded(2)))
                .contains(Money.of("0.00", "USD"));
        assertThat(off.saving().map(saving -> saving.gross().rounded(2))).contains(Money.of("113.00", "USD"));
    }

    @Test
    void everyRefusalSaysWhy() {
        assertThat(cause(advise(series(7, ZoneOffset.UTC, OffHoursTest::office), Set.of())))
                .isEqualTo(Cause.SHORT_HISTORY);
        assertThat(cause(advise(series(10, ZoneOffset.UTC, at -> 1), Set.of()))).isEqualTo(Cause.ALWAYS_QUIET);
        assertThat(cause(advise(series(10, ZoneOffset.UTC, at -> 60), Set.of())))
                .isEqualTo(Cause.NO_PATTERN);
        assertThat(cause(advise(series(10, ZoneOffset.UTC, at -> at.getHour() % 4 == 0 ? 60 : 1), Set.of())))
                .as("three quiet hours at a time")
                .isEqualTo(Cause.NO_PATTERN);
        assertThat(cause(advise(series(10, ZoneOffset.UTC, at -> Double.NaN), Set.of())))
                .isEqualTo(Cause.NO_READINGS);
        assertThat(cause(OffHours.production(server(), MONTH))).isEqualTo(Cause.PRODUCTION);
    }

    @Test
    void cronAndTagSayTheSameAsTheWords() {
        WeeklySchedule schedule = new WeeklySchedule(
                NEW_YORK,
                List.of(
                        new OffBlock(DayOfWeek.MONDAY, 20, 10),
                        new OffBlock(DayOfWeek.TUESDAY, 20, 10),
                        new OffBlock(DayOfWeek.THURSDAY, 20, 10),
                        new OffBlock(DayOfWeek.SATURDAY, 0, 48)));
        assertThat(schedule.stopCron()).containsExactly("0 0 * * 6", "0 20 * * 1-2,4");
        assertThat(schedule.startCron()).containsExactly("0 0 * * 1", "0 6 * * 2-3,5");
        assertThat(schedule.tag())
                .isEqualTo("off=[(S,0),(M-T,20),(H,20)];on=[(M,0),(T-W,6),(F,6)];tz=America/New_York");
        assertThat(schedule.words()).isEqualTo("Mon-Tue, Thu 20:00 to next day 06:00, Sat 00:00 to Mon 00:00");
    }

    @Test
    void cronCountsSundayAsTheFirstDay() {
        WeeklySchedule schedule = new WeeklySchedule(
                ZoneOffset.UTC, List.of(new OffBlock(DayOfWeek.SATURDAY, 1, 5), new OffBlock(DayOfWeek.SUNDAY, 1, 5)));
        assertThat(schedule.stopCron()).containsExactly("0 1 * * 6-7");
        assertThat(new WeeklySchedule(ZoneOffset.UTC, List.of(new OffBlock(DayOfWeek.SUNDAY, 1, 5))).stopCron())
                .containsExactly("0 1 * * 0");
    }

    @Test
    void aPolicyHasLimits() {
        assertThatThrownBy(() -> new SchedulePolicy(5, 0.1, 0.1, 0.5, 4, 8, 1)).hasMessageContaining("repeat (0.5)");
        assertThatThrownBy(() -> new SchedulePolicy(0, 0.1, 0.1, 0.8, 4, 8, 1))
                .hasMessageContaining("idleCpuPercent (0.0)");
        assertThat(SchedulePolicy.usual().repeat()).isCloseTo(0.8, within(1e-12));
    }

    private static boolean holiday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.WEDNESDAY && (day.getDayOfYear() / 7) % 3 != 0;
    }

    private static int week(ZonedDateTime at) {
        return (at.getDayOfYear() - 5) / 7;
    }

    private static double office(ZonedDateTime at) {
        boolean working = at.getDayOfWeek().getValue() <= 5 && at.getHour() >= 8 && at.getHour() < 18;
        return working ? 40 : 2;
    }

    private static ScheduleAdvice advise(TimeSeries cpu, Set<LocalDate> holidays) {
        return advise(cpu, holidays, SchedulePolicy.usual());
    }

    private static ScheduleAdvice advise(TimeSeries cpu, Set<LocalDate> holidays, SchedulePolicy policy) {
        return OffHours.advise(
                server(),
                Optional.of(cpu),
                Optional.empty(),
                ZoneOffset.UTC,
                holidays,
                MONTH,
                CommitmentCover.none(),
                policy);
    }

    private static Off off(ScheduleAdvice advice) {
        assertThat(advice).as(advice.reason()).isInstanceOf(Off.class);
        return (Off) advice;
    }

    private static Cause cause(ScheduleAdvice advice) {
        assertThat(advice).as(advice.reason()).isInstanceOf(On.class);
        return ((On) advice).cause();
    }

    private static Server server() {
        return new Server("i-1", "dev-1", "AWS", "1", "us-east-1", "dev", "web", List.of(), Map.of());
    }

    /// Whole weeks of hours, with the load that a clock of this zone sees.
    private static TimeSeries series(int weeks, ZoneId zone, ToDoubleFunction<ZonedDateTime> load) {
        Instant start =
                START.atZone(ZoneOffset.UTC).toLocalDateTime().atZone(zone).toInstant();
        double[] values = new double[weeks * WeekHours.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = load.applyAsDouble(start.plusSeconds(3600L * i).atZone(zone));
        }
        return new TimeSeries(
                new SeriesKey("i-1", "cpu", Statistic.MEAN), TimeGrid.utc(start, Step.HOUR, values.length), values);
    }
}
