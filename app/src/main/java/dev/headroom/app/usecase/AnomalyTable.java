package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.quantity.MeasureUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The anomalies of a workspace as rows, in the order given.
public final class AnomalyTable extends Table {
    /// @param all where each stands
    public AnomalyTable(FleetAnomalies all, List<FoundAnomaly> anomalies) {
        super(List.of(
                "id",
                "start",
                "last",
                "peak",
                "kind",
                "direction",
                "state",
                "status",
                "severity",
                "urgency",
                "score",
                "title",
                "currency",
                "service",
                "account",
                "resource",
                "metric",
                "statistic",
                "value",
                "expected",
                "lo",
                "hi",
                "impact",
                "impact_pct",
                "unit",
                "cause",
                "cause_share",
                "reason"));
        anomalies.forEach(anomaly -> add(anomaly, all.standing(anomaly)));
    }

    private void add(FoundAnomaly anomaly, AnomalyStanding standing) {
        Episode episode = anomaly.episode();
        Names names = Names.of(anomaly.subject());
        OptionalDouble relative = episode.relative();
        add(
                anomaly.id(),
                anomaly.start(),
                anomaly.last(),
                Instant.ofEpochSecond(episode.peak().at()),
                episode.kind().word(),
                episode.direction().word(),
                episode.state().name().toLowerCase(Locale.ROOT),
                standing.status().word(),
                episode.severity().name().toLowerCase(Locale.ROOT),
                anomaly.urgency().word(),
                episode.score(),
                anomaly.title(),
                names.currency,
                names.service,
                names.account,
                names.resource,
                names.metric,
                names.statistic,
                rounded(anomaly, episode.peak().value()),
                rounded(anomaly, episode.peak().point().expected()),
                rounded(anomaly, episode.peak().point().low()),
                rounded(anomaly, episode.peak().point().high()),
                rounded(anomaly, episode.impact()),
                relative.isPresent() ? round(100 * relative.getAsDouble(), 1) : Double.NaN,
                unit(anomaly),
                anomaly.causes().isEmpty()
                        ? ""
                        : words(anomaly.causes().getFirst().place()),
                anomaly.causes().isEmpty()
                        ? Double.NaN
                        : round(anomaly.causes().getFirst().share(), 4),
                standing.reason());
    }

    /// The unit of value and expectation; the impact is in the unit of one row times rows.
    private static String unit(FoundAnomaly anomaly) {
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost -> cost.currency().value();
            case AnomalySubject.Metric _ ->
                anomaly.unit().map(MeasureUnit::symbol).orElse("");
        };
    }

    /// Such as `NatGateway-Bytes, us-east-1`.
    static String words(RootCause.Place place) {
        return String.join(
                ", ",
                List.of(place.usageType(), place.service(), place.account(), place.region()).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /// Money to the cent, metrics to three decimals.
    static double rounded(FoundAnomaly anomaly, double value) {
        return round(value, anomaly.isCost() ? 2 : 3);
    }

    static double round(double value, int digits) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : Double.NaN;
    }

    private record Names(
            String currency, String service, String account, String resource, String metric, String statistic) {
        static Names of(AnomalySubject subject) {
            return switch (subject) {
                case AnomalySubject.Cost cost ->
                    new Names(cost.currency().value(), cost.service(), cost.account(), "", "", "");
                case AnomalySubject.Metric metric ->
                    new Names(
                            "",
                            "",
                            "",
                            metric.series().resource(),
                            metric.series().metric(),
                            metric.series().statistic().code());
            };
        }
    }
}
