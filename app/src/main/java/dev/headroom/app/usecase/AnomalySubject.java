package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.SeriesKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is watched for anomalies: a part of the bill, or a metric of a resource.
public sealed interface AnomalySubject {
    /// The cost per day in one currency.
    ///
    /// @param service empty for all services
    /// @param account empty for all accounts
    record Cost(CurrencyCode currency, String service, String account) implements AnomalySubject {
        /// True when the other is this or a part of it.
        boolean covers(Cost other) {
            return currency.equals(other.currency())
                    && (service.isEmpty() || service.equals(other.service()))
                    && (account.isEmpty() || account.equals(other.account()));
        }
    }

    /// @param name of the resource as people call it
    record Metric(SeriesKey series, String name) implements AnomalySubject {}

    /// The resource of a metric; empty for costs.
    default String resource() {
        return switch (this) {
            case Cost _ -> "";
            case Metric metric -> metric.series().resource();
        };
    }

    /// What identifies it over time, such as `cost/USD/Amazon S3/prod`.
    default String key() {
        return switch (this) {
            case Cost cost -> "cost/" + cost.currency().value() + "/" + cost.service() + "/" + cost.account();
            case Metric metric ->
                List.of("metric", metric.series().resource(), metric.series().metric()).stream()
                        .collect(Collectors.joining("/"));
        };
    }

    /// Such as `Amazon S3, prod` or `web-01 cpu`.
    default String title() {
        return switch (this) {
            case Cost cost ->
                cost.service().isEmpty() && cost.account().isEmpty()
                        ? "All services"
                        : Stream.of(cost.service(), cost.account())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", "));
            case Metric metric -> metric.name() + " " + metric.series().metric();
        };
    }
}
