package dev.headroom.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import dev.headroom.engine.scenario.Provenance;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.scenario.WeekHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioJsonTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private static Event event(Change change) {
        return Event.of("", EventScope.ALL, DAY, change);
    }

    private static Scenario everything() {
        LoadReach reach = new LoadReach(Set.of(ResourceKind.CPU, ResourceKind.MEMORY), OptionalDouble.of(40));
        return new Scenario(
                "Spring launch",
                3,
                EventScope.account("prod-eu"),
                Optional.of(new Provenance(LocalDate.of(2026, 11, 20), "auto", 42, "abc")),
                List.of(
                        event(new Change.Growth(20, Change.Pace.ONCE, reach)).named("Traffic"),
                        event(new Change.Growth(-12.5, Change.Pace.YEARLY, LoadReach.USUAL))
                                .within(EventScope.tag("environment", "staging")),
                        event(new Change.Growth(5, Change.Pace.ONCE, LoadReach.USUAL))
                                .at(DAY, Optional.of(DAY.plusMonths(1)))
                                .switched(Event.Standing.OFF),
                        event(new Change.Launch(
                                new Change.Step.Points(8), Optional.of(Money.of("12.50", "EUR")), LoadReach.USUAL)),
                        event(new Change.Launch(new Change.Step.Percent(3), Optional.empty(), LoadReach.USUAL)),
                        event(new Change.Migration(
                                40, Optional.of(new EventScope("AWS", "", "S3", "", "", "")), LoadReach.USUAL)),
                        event(new Change.Migration(100, Optional.empty(), LoadReach.USUAL)),
                        event(new Change.Resize("r6i.4xlarge")).within(EventScope.resource("db-1")),
                        event(new Change.Schedule(
                                WeekHours.parse(List.of("Mon-Fri 20-08", "Sat-Sun 0-24")), ZoneId.of("Europe/Berlin"))),
                        event(new Change.Price(new Change.Rate.Percent(-4))),
                        event(new Change.Price(new Change.Rate.Hourly(Money.of("0.1234567890123", "USD")))),
                        event(new Change.Commitment(Money.of("9.50", "USD"), 28, 12)),
                        event(new Change.Decommission())));
    }

    @Test
    void everyKindOfEventIsTheSameAfterWritingAndReading() throws Exception {
        String text = ScenarioJson.write(everything());
        assertThat(ScenarioJson.read(text)).isEqualTo(everything());
        assertThat(ScenarioJson.write(ScenarioJson.read(text))).isEqualTo(text);
        assertThat(text)
                .startsWith("{\n  \"headroom-scenario\" : 1,")
                .contains("\"0.1234567890123\"", "\"percent\" : 20,");
    }

    private static ScenarioFormatException refused(String text) {
        return catchThrowableOfType(ScenarioFormatException.class, () -> ScenarioJson.read(text));
    }

    private static String with(String event) {
        return "{\"headroom-scenario\": 1, \"name\": \"x\", \"events\": [" + event.replace('\'', '"') + "]}";
    }

    @Test
    void theSmallestScenarioHasANameAndNoEvents() throws Exception {
        assertThat(ScenarioJson.read("{\"headroom-scenario\": 1, \"name\": \"x\", \"events\": []}"))
                .isEqualTo(Scenario.named("x"));
    }

    @Test
    void aNewerFormatIsRefused() {
        ScenarioFormatException e = refused("{\"headroom-scenario\": 2, \"anything\": true}");
        assertThat(e.reason()).isEqualTo(ScenarioFormatException.Reason.NEWER);
        assertThat(e).hasMessageContaining("format 2").hasMessageContaining("open it with a newer one");
    }

    @Test
    void whatIsNoScenarioIsRefused() {
        for (String text : List.of("", "[]", "{}", "{\"name\": \"x\"}", "resource,cpu")) {
            assertThat(refused(text).reason()).as(text).isEqualTo(ScenarioFormatException.Reason.NO_SCENARIO);
        }
        assertThat(refused("{\"headroom-scenario\": 1,\n\"name\" \"x\"}")).hasMessageContaining("line 2");
        assertThat(refused("{\"headroom-scenario\": 1, \"headroom-scenario\": 1, \"name\": \"x\", \"events\": []}"))
                .hasMessageContaining("Duplicate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'kind':'growth','percent':20}                                        | events[0].from is missing: the first day
                    {'kind':'growth','from':'1 March','percent':20}                       | events[0].from (1 March) must be a day such as 2027-03-01
                    {'kind':'growth','from':'2027-03-01','percent':'20'}                  | events[0].percent ("20") must be a number without quotes
                    {'kind':'growth','from':'2027-03-01'}                                 | events[0].percent is missing
                    {'kind':'growth','from':'2027-03-01','percent':-120}                  | percent (-120.0) must be -100 or more
                    {'kind':'growth','from':'2027-03-01','percent':20,'pace':'slowly'}    | events[0].pace (slowly) must be once, ramp or yearly
                    {'kind':'growth','from':'2027-03-01','percent':20,'pace':'ramp'}      | until must be given for a ramp
                    {'kind':'growth','from':'2027-03-01','until':'2027-02-01','percent':2}| until (2027-02-01) must be after from
                    {'kind':'growth','from':'2027-03-01','percent':20,'metrics':['disk']} | (disk) must be one of cpu, memory, disk_io, network
                    {'kind':'growth','from':'2027-03-01','percnt':20,'percent':20}        | events[0].percnt is not known here
                    {'kind':'surge','from':'2027-03-01'}                                  | events[0].kind (surge) must be one of growth, launch
                    {'kind':'launch','from':'2027-03-01'}                                 | events[0].points or percent must be given, one of them
                    {'kind':'launch','from':'2027-03-01','points':1,'percent':1}          | one of them
                    {'kind':'launch','from':'2027-03-01','points':1,'cost_per_day':5}     | events[0].cost_per_day must be an object
                    {'kind':'price','from':'2027-03-01','per_hour':{'amount':0.1,'currency':'USD'}} | events[0].per_hour.amount (0.1) must be a text in quotes
                    {'kind':'price','from':'2027-03-01','per_hour':{'amount':'ten','currency':'USD'}} | events[0].per_hour.amount (ten) must be a decimal
                    {'kind':'price','from':'2027-03-01','per_hour':{'amount':'0.10'}}     | events[0].per_hour.currency is missing
                    {'kind':'schedule','from':'2027-03-01','off':['nights']}              | events[0].off is refused: span (nights)
                    {'kind':'schedule','from':'2027-03-01','off':['Mon 0-8'],'zone':'Berlin'} | events[0].zone (Berlin) must be a time zone
                    {'kind':'commitment','from':'2027-03-01','per_hour':{'amount':'1','currency':'USD'},'discount_percent':100,'months':12} | discountPercent (100.0) must lie in (0, 100)
                    {'kind':'commitment','from':'2027-03-01','until':'2028-01-01','per_hour':{'amount':'1','currency':'USD'},'discount_percent':30,'months':12} | a commitment runs its term
                    {'kind':'resize','from':'2027-03-01','type':''}                       | events[0].type is empty
                    {'kind':'decommission','from':'2027-03-01','scope':{'host':'db-1'}}   | events[0].scope.host is not known here
                    {'kind':'decommission','from':'2027-03-01','scope':{'tag':{'a':'1','b':'2'}}} | events[0].scope.tag must name one tag
                    {'kind':'decommission','from':'2027-03-01','on':'yes'}                | events[0].on ("yes") must be true or false
                    """)
    void aRefusedFieldIsNamedWithWhatToDo(String event, String words) {
        ScenarioFormatException e = refused(with(event));
        assertThat(e.reason()).isEqualTo(ScenarioFormatException.Reason.FIELD);
        assertThat(e).hasMessageContaining(words);
    }
}
