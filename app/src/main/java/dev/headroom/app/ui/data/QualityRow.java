package dev.headroom.app.ui.data;

import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesQuality;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// How many series of one metric are good, to be watched and bad.
public record QualityRow(String metric, int good, int watch, int bad) {
    /// One row a metric, in the order of the resources; other metrics follow.
    public static List<QualityRow> of(List<JudgedSeries> judged) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (ResourceKind kind : ResourceKind.values()) {
            counts.put(kind.metric(), new int[3]);
        }
        for (JudgedSeries series : judged) {
            counts.computeIfAbsent(series.key().metric(), metric -> new int[3])[
                    series.quality().verdict().ordinal()]++;
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] + entry.getValue()[1] + entry.getValue()[2] > 0)
                .map(entry -> new QualityRow(
                        label(entry.getKey()), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .toList();
    }

    /// The worst findings in words, such as `db-eu-03 memory: constant since 11 Nov`.
    ///
    /// @param name how the id of a resource is written
    public static List<Finding> worst(List<JudgedSeries> judged, int most, UnaryOperator<String> name) {
        return judged.stream()
                .filter(series -> series.quality().verdict() != SeriesQuality.Verdict.GOOD)
                .sorted(Comparator.comparingInt(
                                (JudgedSeries series) -> series.quality().score())
                        .thenComparing(JudgedSeries::key))
                .limit(most)
                .map(series -> new Finding(
                        name.apply(series.key().resource()),
                        label(series.key().metric()),
                        series.quality().reasons().getFirst()))
                .toList();
    }

    static String label(String metric) {
        return ResourceKind.ofMetric(metric).map(ResourceKind::label).orElseGet(() -> words(metric));
    }

    /// Names that are written in small letters become words, such as `Freeable memory`; those of a source stay as they
    /// are.
    private static String words(String metric) {
        if (metric.equals("iops")) {
            return "IOPS";
        }
        return metric.equals(metric.toLowerCase(Locale.ROOT)) ? Words.capital(metric.replace('_', ' ')) : metric;
    }

    public int total() {
        return good + watch + bad;
    }

    /// What is wrong with one series.
    public record Finding(String resource, String metric, String words) {}
}
