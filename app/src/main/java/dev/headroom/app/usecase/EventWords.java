package dev.headroom.app.usecase;

import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import java.math.BigDecimal;

/// What an event does, in a few words.
public final class EventWords {
    private static final int YEAR = 12;

    private EventWords() {}

    /// Such as `+20 % load` or `to r6i.4xlarge`.
    public static String of(Change change) {
        return switch (change) {
            case Change.Growth growth ->
                signed(growth.percent()) + " % load"
                        + switch (growth.pace()) {
                            case ONCE -> "";
                            case RAMP -> ", ramped";
                            case YEARLY -> " a year";
                        };
            case Change.Launch launch ->
                switch (launch.step()) {
                    case Change.Step.Points(double points) -> "launch, " + signed(points) + " pp load";
                    case Change.Step.Percent(double percent) -> "launch, " + signed(percent) + " % load";
                };
            case Change.Migration migration ->
                "move " + plain(migration.sharePercent()) + " % "
                        + migration.to().map(to -> "to " + to.words()).orElse("away");
            case Change.Resize resize -> "to " + resize.instanceType();
            case Change.Schedule schedule -> "off " + schedule.off().count() + " h a week";
            case Change.Price price ->
                switch (price.rate()) {
                    case Change.Rate.Percent(double percent) -> "prices " + signed(percent) + " %";
                    case Change.Rate.Hourly(var perHour) -> "price " + perHour + " an hour";
                };
            case Change.Commitment commitment ->
                "commitment " + commitment.perHour() + " an hour, "
                        + (commitment.months() % YEAR == 0
                                ? commitment.months() / YEAR + " y"
                                : commitment.months() + " months");
            case Change.Decommission _ -> "decommission";
        };
    }

    /// Such as `+20 % load, prod-eu`.
    public static String of(Event event) {
        return of(event.change()) + ", " + event.scope().words();
    }

    private static String signed(double value) {
        return value < 0 ? "−" + plain(-value) : "+" + plain(value);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
