package dev.headroom.app.usecase;

import dev.headroom.engine.drift.BandCoverage;
import dev.headroom.engine.drift.Cusum;
import dev.headroom.engine.drift.DistributionShift;
import dev.headroom.engine.drift.DriftReport;
import java.util.List;

/// The drift of the promoted models as a table: one row a series.
public final class DriftTable extends Table {
    public DriftTable(List<SeriesDrift> drifts) {
        super(List.of(
                "series",
                "version",
                "verdict",
                "advice",
                "reason",
                "days",
                "cusum",
                "cusum_p",
                "inside80",
                "inside80_p",
                "values_distance",
                "values_p"));
        for (SeriesDrift drift : drifts) {
            add(
                    drift.series(),
                    drift.promoted().map(ModelSummary::version),
                    drift.verdict(),
                    drift.advice(),
                    drift.reason(),
                    drift.report().map(DriftReport::errors),
                    drift.report().flatMap(DriftReport::cusum).map(Cusum::statistic),
                    drift.report().flatMap(DriftReport::cusum).map(Cusum::pValue),
                    drift.report().flatMap(DriftReport::coverage).map(BandCoverage::inside),
                    drift.report().flatMap(DriftReport::coverage).map(BandCoverage::pValue),
                    drift.report().flatMap(DriftReport::shift).map(DistributionShift::distance),
                    drift.report().flatMap(DriftReport::shift).map(DistributionShift::pValue));
        }
    }
}
