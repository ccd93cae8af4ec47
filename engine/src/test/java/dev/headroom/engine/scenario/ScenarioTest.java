package dev.headroom.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private static Event growth(LocalDate from) {
        return Event.of("", EventScope.ALL, from, new Change.Growth(10, Change.Pace.ONCE, LoadReach.USUAL));
    }

    @Test
    void eventsOfOneDayStayInTheOrderOfTheList() {
        Event first = growth(DAY).named("first");
        Event second = growth(DAY).named("second");
        Event earlier = growth(DAY.minusDays(1)).named("earlier");
        assertThat(Scenario.named("x").with(List.of(first, second, earlier)).inOrder())
                .containsExactly(earlier, first, second);
    }

    @Test
    void scenariosStackWithTheViewOfTheFirst() {
        Scenario one = Scenario.named("one").viewing(EventScope.account("prod")).with(List.of(growth(DAY)));
        Scenario two = Scenario.named("two").with(List.of(growth(DAY.plusDays(1))));
        Scenario both = Scenario.stacked(List.of(one, two));
        assertThat(both.name()).isEqualTo("one + two");
        assertThat(both.view()).isEqualTo(one.view());
        assertThat(both.events()).hasSize(2);
        assertThat(one.events()).hasSize(1);
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThatThrownBy(() -> growth(DAY).at(DAY, Optional.of(DAY)))
                .hasMessage("until (2027-03-01) must be after from (2027-03-01).");
    }

    @Test
    void aRampNeedsTheDayOnWhichItIsComplete() {
        assertThatThrownBy(() ->
                        Event.of("", EventScope.ALL, DAY, new Change.Growth(10, Change.Pace.RAMP, LoadReach.USUAL)))
                .hasMessageContaining("until must be given for a ramp");
    }

    @Test
    void aMovedEventKeepsItsLength() {
        Event moved = growth(DAY).at(DAY, Optional.of(DAY.plusDays(10))).moved(7);
        assertThat(moved.from()).isEqualTo(DAY.plusDays(7));
        assertThat(moved.until()).contains(DAY.plusDays(17));
    }

    @Test
    void hoursOfTheWeekWrapIntoTheNextDay() {
        WeekHours night = WeekHours.parse(List.of("Fri 20-08"));
        assertThat(night.count()).isEqualTo(12);
        // 2027-01-01 is a Friday.
        assertThat(night.holds(at("2027-01-01T20:00Z"))).isTrue();
        assertThat(night.holds(at("2027-01-02T07:00Z"))).isTrue();
        assertThat(night.holds(at("2027-01-02T08:00Z"))).isFalse();
        assertThat(night.holds(at("2027-01-01T07:00Z"))).isFalse();
        assertThat(WeekHours.parse(List.of("Sun 22-02")).holds(at("2027-01-04T01:00Z")))
                .isTrue();
        assertThat(WeekHours.parse(List.of("Mon-Fri 20-08", "Sat-Sun 0-24")).count())
                .isEqualTo(5 * 12 + 48 - 8);
        assertThat(WeekHours.parse(List.of("Sat-Mon 0-24")).count()).isEqualTo(72);
    }

    private static ZonedDateTime at(String text) {
        return ZonedDateTime.parse(text).withZoneSameInstant(ZoneOffset.UTC);
    }

    @Test
    void aSpanThatIsNoneIsNamed() {
        for (String wrong : List.of("Mon", "Mon-Fri", "Mon 8-25", "Mon 24-8", "Xyz 0-24", "Mon 8:30-12")) {
            assertThatThrownBy(() -> WeekHours.parse(List.of(wrong)))
                    .as(wrong)
                    .hasMessageContaining("span (" + wrong + ")")
                    .hasMessageContaining("Mon-Fri 20-08");
        }
    }
}
