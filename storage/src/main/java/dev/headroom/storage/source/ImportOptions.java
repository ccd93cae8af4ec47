package dev.headroom.storage.source;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the user says about files that do not say it themselves. What a file states is never overruled, but for
/// units: a unit that is given for a metric replaces the one that is only assumed.
///
/// @param currency of amounts that name none
/// @param units by the name of the metric as the file writes it, in lower case
/// @param statistic how the readings of a period became one value, where the file does not say
/// @param metric what the values of a file measure that names no metric
/// @param resource the server that a file is about that names none
/// @param queries the queries of a CloudWatch answer, as JSON
/// @param allocations whether allocated Kubernetes cost is on a provider's bill as well
public record ImportOptions(
        Optional<CurrencyCode> currency,
        Map<String, String> units,
        Optional<Statistic> statistic,
        Optional<String> metric,
        Optional<String> resource,
        Optional<Path> queries,
        Allocations allocations) {
    /// Where the cost that is allocated to workloads stands.
    public enum Allocations {
        /// A provider bills the machines: the allocations only divide that cost.
        ON_A_BILL,
        /// Nobody bills the machines: the allocations are the cost.
        OWN_COST
    }

    public ImportOptions {
        units = Map.copyOf(units);
    }

    /// Nothing is said.
    public static ImportOptions none() {
        return new ImportOptions(
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Allocations.ON_A_BILL);
    }

    /// The unit that is given for a metric, if any.
    public Optional<String> unit(String name) {
        return Optional.ofNullable(units.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    public ImportOptions withCurrency(String code) {
        return new ImportOptions(
                Optional.of(new CurrencyCode(code)), units, statistic, metric, resource, queries, allocations);
    }

    public ImportOptions withUnits(Map<String, String> byMetric) {
        return new ImportOptions(currency, byMetric, statistic, metric, resource, queries, allocations);
    }

    public ImportOptions withStatistic(Statistic given) {
        return new ImportOptions(currency, units, Optional.of(given), metric, resource, queries, allocations);
    }

    public ImportOptions withMetric(String name) {
        return new ImportOptions(currency, units, statistic, Optional.of(name), resource, queries, allocations);
    }

    public ImportOptions withResource(String id) {
        return new ImportOptions(currency, units, statistic, metric, Optional.of(id), queries, allocations);
    }

    public ImportOptions withQueries(Path file) {
        return new ImportOptions(currency, units, statistic, metric, resource, Optional.of(file), allocations);
    }

    public ImportOptions withAllocations(Allocations given) {
        return new ImportOptions(currency, units, statistic, metric, resource, queries, given);
    }
}
