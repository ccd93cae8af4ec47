package dev.headroom.engine.scenario;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.evaluation.Recalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a baseline says without any event, counted once and compared with every scenario.
public final class BaselineFigures {
    private static final List<Integer> HORIZONS = List.of(30, 60, 90);

    private final Baseline baseline;
    private final double limitPercent;
    private final List<Integer> horizons;
    private final List<PathScan> scans;
    private final List<LoadFigures> figures;

    private BaselineFigures(
            Baseline baseline,
            double limitPercent,
            List<Integer> horizons,
            List<PathScan> scans,
            List<LoadFigures> figures) {
        this.baseline = baseline;
        this.limitPercent = limitPercent;
        this.horizons = horizons;
        this.scans = scans;
        this.figures = figures;
    }

    /// Risks within 30, 60 and 90 days and within all days of the baseline.
    ///
    /// @param limitPercent the limit as a share of the capacity, 0 < limitPercent <= 100
    public static BaselineFigures of(Baseline baseline, double limitPercent) {
        if (!(limitPercent > 0 && limitPercent <= 100)) {
            throw new IllegalArgumentException("limitPercent (" + limitPercent + ") must lie in (0, 100].");
        }
        List<Integer> horizons = new ArrayList<>(
                HORIZONS.stream().filter(days -> days < baseline.days()).toList());
        horizons.add(baseline.days());
        List<PathScan> scans = IntStream.range(0, baseline.loads().size())
                .parallel()
                .mapToObj(i -> PathScan.of(baseline.loads().get(i).percent(), limitPercent))
                .toList();
        List<LoadFigures> figures =
                scans.stream().map(scan -> figures(baseline, scan, horizons)).toList();
        return new BaselineFigures(baseline, limitPercent, List.copyOf(horizons), scans, figures);
    }

    private static LoadFigures figures(Baseline baseline, PathScan scan, List<Integer> horizons) {
        return new LoadFigures(
                BreachAssessor.assess(baseline.grid(), scan.first(), horizons, Recalibration.NONE),
                Spread.of(scan.peak()));
    }

    public Baseline baseline() {
        return baseline;
    }

    public double limitPercent() {
        return limitPercent;
    }

    /// The days looked ahead, the longest last.
    public List<Integer> horizons() {
        return horizons;
    }

    public LoadFigures of(int load) {
        return figures.get(load);
    }

    PathScan scan(int load) {
        return scans.get(load);
    }

    LoadFigures figures(PathScan scan) {
        return figures(baseline, scan, horizons);
    }
}
