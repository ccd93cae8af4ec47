package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.MetricValues;
import dev.headroom.engine.evaluation.RmseRatio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The verdict of a gate with the numbers behind it.
///
/// @param baseline the name of the baseline; `naive` where the seasonal one had no season
/// @param ratio geometric mean over the series
/// @param compared the series that both could forecast, at least one
/// @param modelMetrics means over these series of the means over the origins that both scored
/// @param unscored series left out, each with its reason
public record GateResult(
        CheckGate.Request request,
        String baseline,
        double ratio,
        List<Series> compared,
        MetricValues modelMetrics,
        MetricValues baselineMetrics,
        List<Problem> unscored,
        List<Reject> rejects) {
    public GateResult {
        compared = List.copyOf(compared);
        unscored = List.copyOf(unscored);
        rejects = List.copyOf(rejects);
        if (compared.isEmpty()) {
            throw new IllegalArgumentException("compared (0) must have at least one series.");
        }
    }

    /// One series.
    public record Series(String name, RmseRatio ratio) {}

    public boolean passed() {
        return ratio <= request.maxRatio();
    }

    /// How many forecasts of each model were compared, over all series.
    public int forecasts() {
        return compared.stream().mapToInt(one -> one.ratio().origins()).sum();
    }

    /// The verdict in one line.
    public String sentence() {
        int all = compared.size() + unscored.size();
        return String.format(
                Locale.ROOT,
                "%s: the RMSE of %s is %.4f times that of %s (geometric mean over %d of %d series, %d forecasts of %d"
                        + " steps each); at most %s is allowed.",
                passed() ? "PASS" : "FAIL",
                request.model(),
                ratio,
                baseline,
                compared.size(),
                all,
                forecasts(),
                request.horizon().steps(),
                Numbers.plain(request.maxRatio()));
    }

    /// The verdict as names and values.
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("gate", "rmse_ratio");
        tree.put("passed", passed());
        tree.put("rmse_ratio", ratio);
        tree.put("max_rmse_ratio", request.maxRatio());
        tree.put("horizon", request.horizon().steps());
        tree.put("origins", request.origins());
        tree.put("forecasts", forecasts());
        tree.put("series_scored", compared.size());
        tree.put("series_unscored", unscored.size());
        tree.put("rows_rejected", rejects.size());
        tree.put("model", metrics(request.model(), modelMetrics));
        tree.put("baseline", metrics(baseline, baselineMetrics));
        tree.put("series", compared.stream().map(GateResult::tree).toList());
        tree.put("unscored", unscored.stream().map(Problem::message).toList());
        return tree;
    }

    private static Map<String, Object> tree(Series one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("series_id", one.name());
        tree.put("origins", one.ratio().origins());
        tree.put("model_rmse", one.ratio().model());
        tree.put("baseline_rmse", one.ratio().baseline());
        tree.put("rmse_ratio", one.ratio().value());
        return tree;
    }

    private static Map<String, Object> metrics(String name, MetricValues values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        for (ForecastMetric metric : ForecastMetric.values()) {
            values.of(metric).ifPresent(value -> tree.put(metric.code(), value));
        }
        return tree;
    }
}
