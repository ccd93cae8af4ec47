package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which files to import, and what the user says about those that do not say it themselves.
///
/// @param currency of amounts that name none, as those of OpenCost
/// @param units by the name of the metric as the file writes it, such as `percent`, `ratio`, `KiB/s`
/// @param statistic how the readings of a period became one value
/// @param metric what values measure that name no metric
/// @param resource the server of values that name none
/// @param queries the queries of an answer of CloudWatch
/// @param kubernetes whether allocated cost is on a provider's bill as well
public record ImportRequest(
        List<Path> paths,
        Optional<CurrencyCode> currency,
        Map<String, String> units,
        Optional<Statistic> statistic,
        Optional<String> metric,
        Optional<String> resource,
        Optional<Path> queries,
        KubernetesCost kubernetes) {
    /// Where the cost of a cluster stands.
    public enum KubernetesCost {
        ON_A_BILL,
        ON_NO_BILL
    }

    public ImportRequest {
        paths = List.copyOf(paths);
        units = Map.copyOf(units);
    }

    /// Files that say everything themselves.
    public static ImportRequest of(List<Path> paths) {
        return new ImportRequest(
                paths,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                KubernetesCost.ON_A_BILL);
    }
}
