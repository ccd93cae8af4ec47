package dev.headroom.app.usecase;

import dev.headroom.engine.explore.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The distributions of series: counts, moments, quantiles and the bins of a histogram, one figure a row.
public final class DistributionTable extends Table {
    public DistributionTable(List<SeriesHistory> histories) {
        super(List.of("resource", "metric", "figure", "from", "to", "value"));
        for (SeriesHistory history : histories) {
            Distribution known = history.distribution();
            figure(history, "count", known.count());
            figure(history, "missing", known.missing());
            figure(history, "mean", known.mean());
            figure(history, "deviation", known.deviation());
            known.quantiles()
                    .forEach(quantile -> figure(
                            history,
                            String.format(Locale.ROOT, "p%02d", Math.round(100 * quantile.level())),
                            quantile.value()));
            known.bins()
                    .forEach(bin -> add(
                            history.request().resource(),
                            history.request().kind().metric(),
                            "bin",
                            bin.from(),
                            bin.to(),
                            bin.count()));
        }
    }

    private void figure(SeriesHistory history, String name, Object value) {
        add(
                history.request().resource(),
                history.request().kind().metric(),
                name,
                Optional.empty(),
                Optional.empty(),
                value);
    }
}
