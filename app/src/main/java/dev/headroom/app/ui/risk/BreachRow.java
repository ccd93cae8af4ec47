package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One line of the list of breaches, soonest first.
///
/// @param days days from the data until P10, P50 and P90; empty when it lies beyond the horizon
/// @param range the same as dates, such as `22 Nov – later`; one word when both lie beyond the horizon
/// @param probability within the longest horizon, 0..1
public record BreachRow(
        String server,
        String name,
        ResourceKind kind,
        OptionalDouble p10Days,
        OptionalDouble p50Days,
        OptionalDouble p90Days,
        String range,
        double probability) {
    private static final String LATER = "later";

    /// The breaches that are at least possible, soonest P50 first.
    public static List<BreachRow> of(FleetRisk risk, Formats formats) {
        return risk.soonestFirst().stream()
                .filter(cell -> cell.probability() >= 0.05)
                .map(cell -> row(cell, formats))
                .toList();
    }

    private static BreachRow row(ServerRisk cell, Formats formats) {
        BreachRisk last = cell.risks().getLast();
        return new BreachRow(
                cell.server().id(),
                cell.server().name(),
                cell.kind(),
                days(cell.asOf(), last.p10(), formats),
                days(cell.asOf(), last.p50(), formats),
                days(cell.asOf(), last.p90(), formats),
                range(last, formats),
                last.probability());
    }

    private static OptionalDouble days(Instant asOf, Optional<Instant> date, Formats formats) {
        return date.map(instant -> OptionalDouble.of(formats.days(asOf, instant)))
                .orElse(OptionalDouble.empty());
    }

    private static String range(BreachRisk risk, Formats formats) {
        return risk.p10().isEmpty() && risk.p90().isEmpty()
                ? LATER
                : date(risk.p10(), formats) + " – " + date(risk.p90(), formats);
    }

    private static String date(Optional<Instant> date, Formats formats) {
        return date.map(formats::day).orElse(LATER);
    }

    /// Such as `23 days`, or `later`.
    public String p50Words() {
        if (p50Days.isEmpty()) {
            return LATER;
        }
        long days = Math.round(p50Days.getAsDouble());
        return days == 1 ? "1 day" : days + " days";
    }

    /// For sorting: what lies beyond the horizon comes last.
    public double p50Order() {
        return p50Days.orElse(Double.MAX_VALUE);
    }
}
