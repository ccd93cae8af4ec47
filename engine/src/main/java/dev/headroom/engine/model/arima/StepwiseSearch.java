package dev.headroom.engine.model.arima;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.arima.ArimaOrder.Constant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The search for the orders with the smallest AICc: four simple models first, then neighbours of the best one for as
/// long as one of them is better.
///
/// Input: how to estimate an order, and how many values there are. Output: all orders tried with their estimates, the
/// best first. Errors: none; an order that cannot be estimated has an infinite AICc.
/// Source: R. J. Hyndman and Y. Khandakar (2008), Automatic time series forecasting: the forecast package for R,
/// doi:10.18637/jss.v027.i03, with the steps and limits of R's `forecast::auto.arima` 8.20: at most five plain and two
/// seasonal terms of a kind, and 94 models. Departures: none; the limit of five on the sum of all terms holds in R for
/// the exhaustive search only and does not exist here.
final class StepwiseSearch {
    private static final int MOST_MODELS = 94;
    private static final int MOST_TERMS = 5;
    private static final int MOST_SEASONAL_TERMS = 2;
    private static final int SHORT = 10;

    // Changes of p, q, P, Q in the order in which they are tried.
    private static final int[][] NEIGHBOURS = {
        {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1},
        {0, 0, 1, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}, {-1, 1, 0, 0},
        {1, -1, 0, 0}, {1, 1, 0, 0}
    };

    private final Function<ArimaOrder, ArimaEstimate> estimator;
    private final Map<ArimaOrder, ArimaEstimate> tried = new LinkedHashMap<>();
    private final int mostP;
    private final int mostQ;
    private final int mostSeasonal;
    private final boolean shortSeries;

    /// @param observed how many values were observed
    StepwiseSearch(Function<ArimaOrder, ArimaEstimate> estimator, int observed, int seasonLength, Settings settings) {
        this.estimator = estimator;
        int seasonalTerms = settings.whole("max_seasonal", MOST_SEASONAL_TERMS);
        this.mostSeasonal = seasonLength > 1 ? Math.min(seasonalTerms, observed / 3 / seasonLength) : 0;
        int most = mostSeasonal > 0 ? Math.min(observed / 3, seasonLength - 1) : observed / 3;
        this.mostP = Math.min(settings.whole("max_p", MOST_TERMS), most);
        this.mostQ = Math.min(settings.whole("max_q", MOST_TERMS), most);
        this.shortSeries = observed < SHORT;
    }

    /// @param base the differences and the season; its terms are ignored
    List<ArimaEstimate> from(ArimaOrder base) {
        Constant constant = base.d() + base.seasonalD() > 1 ? Constant.ABSENT : Constant.PRESENT;
        int startP = Math.min(mostP, shortSeries ? 1 : 2);
        int startQ = Math.min(mostQ, shortSeries ? 1 : 2);
        int seasonal = shortSeries ? 0 : Math.min(1, mostSeasonal);
        int one = Math.min(1, mostP);
        int oneSeasonal = Math.min(1, mostSeasonal);
        ArimaEstimate best = estimate(base.with(startP, startQ, seasonal, seasonal, constant));
        best = better(best, base.with(0, 0, 0, 0, constant));
        best = better(best, base.with(one, 0, oneSeasonal, 0, constant));
        best = better(best, base.with(0, Math.min(1, mostQ), 0, oneSeasonal, constant));
        best = better(best, base.with(0, 0, 0, 0, Constant.ABSENT));
        for (Optional<ArimaEstimate> next = Optional.of(best); next.isPresent(); next = betterNeighbour(best)) {
            best = next.get();
        }
        return tried.values().stream()
                .sorted(Comparator.comparingDouble(ArimaEstimate::aicc))
                .toList();
    }

    private Optional<ArimaEstimate> betterNeighbour(ArimaEstimate best) {
        ArimaOrder order = best.order();
        for (int[] change : NEIGHBOURS) {
            int p = order.p() + change[0];
            int q = order.q() + change[1];
            int seasonalP = order.seasonalP() + change[2];
            int seasonalQ = order.seasonalQ() + change[3];
            if (within(p, mostP)
                    && within(q, mostQ)
                    && within(seasonalP, mostSeasonal)
                    && within(seasonalQ, mostSeasonal)) {
                Optional<ArimaEstimate> next = untried(best, order.with(p, q, seasonalP, seasonalQ, order.constant()));
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        return untried(
                best,
                order.with(
                        order.p(),
                        order.q(),
                        order.seasonalP(),
                        order.seasonalQ(),
                        order.constant().other()));
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    /// The estimate of an order that was not tried before, if it is better.
    private Optional<ArimaEstimate> untried(ArimaEstimate best, ArimaOrder order) {
        if (tried.containsKey(order) || tried.size() >= MOST_MODELS) {
            return Optional.empty();
        }
        ArimaEstimate next = estimate(order);
        return next.aicc() < best.aicc() ? Optional.of(next) : Optional.empty();
    }

    private ArimaEstimate better(ArimaEstimate best, ArimaOrder order) {
        ArimaEstimate next = estimate(order);
        return next.aicc() < best.aicc() ? next : best;
    }

    private ArimaEstimate estimate(ArimaOrder order) {
        ArimaEstimate known = tried.get(order);
        if (known != null) {
            return known;
        }
        ArimaEstimate estimate = estimator.apply(order);
        tried.put(order, estimate);
        return estimate;
    }
}
