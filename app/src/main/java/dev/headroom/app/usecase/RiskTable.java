package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The risk table: one row a server, resource and horizon.
public final class RiskTable extends Table {
    private static final List<String> COLUMNS = List.of(
            "resource",
            "metric",
            "horizon_days",
            "limit_pct",
            "p_breach",
            "breach_p10",
            "breach_p50",
            "breach_p90",
            "risk_class",
            "days_remaining");
    private static final List<String> MORE = List.of("capacity_remaining_pct", "current_pct");

    /// The columns of files.
    public RiskTable(FleetRisk risk) {
        this(risk, false);
    }

    private RiskTable(FleetRisk risk, boolean more) {
        super(Stream.concat(COLUMNS.stream(), more ? MORE.stream() : Stream.empty())
                .toList());
        for (ServerRisk server : risk.soonestFirst()) {
            for (BreachRisk breach : server.risks()) {
                List<Object> row = new ArrayList<>(List.of(
                        server.server().id(),
                        server.kind().metric(),
                        breach.horizonDays(),
                        server.limit().percent(),
                        breach.probability(),
                        date(breach.p10()),
                        date(breach.p50()),
                        date(breach.p90()),
                        server.riskClass().words(),
                        daysRemaining(server.asOf(), breach)));
                if (more) {
                    row.addAll(List.of(server.remainingPercent(), server.currentPercent()));
                }
                add(row.toArray());
            }
        }
    }

    /// With the capacity that remains and the present level, for JSON.
    public static RiskTable detailed(FleetRisk risk) {
        return new RiskTable(risk, true);
    }

    /// Days from the last observation to the P50 breach date.
    static Optional<Long> daysRemaining(Instant asOf, BreachRisk breach) {
        return breach.p50().map(date -> ChronoUnit.DAYS.between(asOf, date));
    }

    private static Optional<LocalDate> date(Optional<Instant> instant) {
        return instant.map(value -> LocalDate.ofInstant(value, ZoneOffset.UTC));
    }
}
