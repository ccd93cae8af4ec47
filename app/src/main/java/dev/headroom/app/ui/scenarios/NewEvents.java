package dev.headroom.app.ui.scenarios;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import dev.headroom.engine.scenario.WeekHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The events that can be added, each with something usual to begin with.
enum NewEvents {
    GROWTH("Growth of the load …"),
    LAUNCH("Launch …"),
    MIGRATION("Migration …"),
    RESIZE("Change of the instance type …"),
    SCHEDULE("Off-hours …"),
    PRICE("Price change …"),
    COMMITMENT("Commitment …"),
    DECOMMISSION("Decommission …");

    private final String label;

    NewEvents(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// @param larger a type that the server could become; empty when none is known
    Event make(EventScope scope, LocalDate from, CurrencyCode currency, String larger) {
        return Event.of(
                "",
                scope,
                from,
                switch (this) {
                    case GROWTH -> new Change.Growth(20, Change.Pace.ONCE, LoadReach.USUAL);
                    case LAUNCH -> new Change.Launch(new Change.Step.Points(10), Optional.empty(), LoadReach.USUAL);
                    case MIGRATION -> new Change.Migration(50, Optional.empty(), LoadReach.USUAL);
                    case RESIZE -> new Change.Resize(larger.isEmpty() ? "m6i.xlarge" : larger);
                    case SCHEDULE ->
                        new Change.Schedule(
                                WeekHours.parse(List.of("Mon-Fri 20-06", "Sat-Sun 0-24")), ZoneId.of("UTC"));
                    case PRICE -> new Change.Price(new Change.Rate.Percent(-10));
                    case COMMITMENT -> new Change.Commitment(new Money(new BigDecimal("1.00"), currency), 28, 12);
                    case DECOMMISSION -> new Change.Decommission();
                });
    }
}
