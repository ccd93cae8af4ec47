package dev.headroom.engine.anomaly;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Divides the impact of a daily cost episode over the places where the cost arose.
///
/// What a place was expected to cost on a day is the median of the same weekday in the eight weeks before the episode
/// (with fewer than two of them, of the days of the two weeks before; nothing without any). The places do not add up
/// to what was expected of the whole, so the difference is spread over them by what was expected of each: the
/// contributions then add up to the impact exactly. Places that moved the other way have the other sign; they are
/// listed, not netted.
public final class RootCause {
    private static final int WEEKS = 8;
    private static final int WEEK = 7;
    private static final int RECENT = 14;

    private RootCause() {}

    /// Where cost arises. Text that the bill does not give is empty.
    public record Place(String service, String account, String region, String usageType) {}

    /// What one place contributes.
    ///
    /// @param actual cost over the episode
    /// @param expected cost over the episode
    /// @param share of the impact, signed; the shares of all places add up to 1
    public record Share(Place place, double actual, double expected, double contribution, double share) {}

    /// The shares, the largest contribution in either direction first.
    ///
    /// @param daily the cost of each place by day, all from the same day on; NaN is taken as 0
    /// @param first the first day of the episode, as an index
    /// @param last its last day
    /// @param impact what the contributions shall add up to; not 0
    public static List<Share> of(Map<Place, double[]> daily, int first, int last, double impact) {
        if (impact == 0 || Double.isNaN(impact)) {
            throw new IllegalArgumentException("impact (" + impact + ") must be a number other than 0.");
        }
        List<Place> places = List.copyOf(daily.keySet());
        double[] actual = new double[places.size()];
        double[] expected = new double[places.size()];
        double found = 0;
        double weight = 0;
        for (int i = 0; i < places.size(); i++) {
            double[] values = daily.getOrDefault(places.get(i), new double[0]);
            for (int day = first; day <= last; day++) {
                actual[i] += known(values[day]);
                expected[i] += usual(values, first, day);
            }
            found += actual[i] - expected[i];
            weight += Math.abs(expected[i]);
        }
        double left = found - impact;
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double part = weight > 0 ? Math.abs(expected[i]) / weight : 1.0 / places.size();
            double usual = expected[i] + left * part;
            double contribution = actual[i] - usual;
            shares.add(new Share(places.get(i), actual[i], usual, contribution, contribution / impact));
        }
        shares.sort(Comparator.comparingDouble((Share share) -> -Math.abs(share.contribution()))
                .thenComparing(share -> share.place().toString()));
        return List.copyOf(shares);
    }

    private static double usual(double[] values, int first, int day) {
        List<Double> same = new ArrayList<>();
        for (int before = day - WEEK; before >= 0 && before >= day - (WEEKS + 3) * WEEK; before -= WEEK) {
            if (before < first && same.size() < WEEKS) {
                same.add(known(values[before]));
            }
        }
        if (same.size() < 2) {
            same.clear();
            for (int before = Math.max(0, first - RECENT); before < first; before++) {
                same.add(known(values[before]));
            }
        }
        return same.isEmpty()
                ? 0
                : OrderStatistics.median(
                        same.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
