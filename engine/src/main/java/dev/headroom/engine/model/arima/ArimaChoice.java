package dev.headroom.engine.model.arima;

import dev.headroom.engine.model.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The model chosen for a series.
///
/// @param tried how many orders were compared
record ArimaChoice(ArimaEstimate estimate, int tried) {
    private static final int LONG = 150;
    private static final int LONG_SEASON = 12;
    private static final int FINALISTS = 3;
    // Exact estimates of series beyond this length, or with gaps, are dear: one has to do.
    private static final int VERY_LONG = 1000;

    /// Chooses differences and orders. Long series and seasons are searched with the quick estimate, whose three best
    /// orders then get the exact one, as far as that is cheap.
    static ArimaChoice of(ArimaWindow window, int seasonLength, Settings settings) {
        DifferenceChoice differences = DifferenceChoice.of(window.filled(), seasonLength);
        ArimaOrder base = new ArimaOrder(
                0, differences.plain(), 0, 0, differences.seasonal(), 0, seasonLength, ArimaOrder.Constant.PRESENT);
        double[] differenced = Differences.of(base).of(window.filled());
        if (DifferenceChoice.isConstant(differenced)) {
            return new ArimaChoice(ArimaEstimate.exact(base, window), 1);
        }
        boolean quick = window.observed() > LONG || seasonLength > LONG_SEASON;
        StepwiseSearch search = new StepwiseSearch(
                order -> quick ? ArimaEstimate.quick(order, window) : ArimaEstimate.exact(order, window),
                window.observed(),
                seasonLength,
                settings);
        List<ArimaEstimate> found = search.from(base);
        Stream<ArimaEstimate> finalists = quick
                ? found.stream()
                        .map(estimate -> ArimaEstimate.exact(estimate.order(), window))
                        .filter(estimate -> !Double.isInfinite(estimate.aicc()))
                        .limit(finalists(window))
                : found.stream().filter(estimate -> !Double.isInfinite(estimate.aicc()));
        ArimaEstimate best = finalists
                .min(Comparator.comparingDouble(ArimaEstimate::aicc))
                .orElseGet(() -> ArimaEstimate.exact(base.with(0, 0, 0, 0, ArimaOrder.Constant.ABSENT), window));
        return new ArimaChoice(best, found.size());
    }

    private static int finalists(ArimaWindow window) {
        return window.gaps().length > 0 || window.observed() > VERY_LONG ? 1 : FINALISTS;
    }
}
