package dev.headroom.app.ui.anomalies;

import dev.headroom.engine.anomaly.RootCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A line of the root cause.
///
/// @param part the part of the largest share in either direction, 0..1, for the bar
/// @param tenths of a percent; all lines add up to 1000
/// @param contribution in money
public record CauseRow(
        String usageType,
        String service,
        String account,
        String region,
        double part,
        long tenths,
        double contribution) {
    private static final int SHOWN = 6;

    /// The largest shares, and the others in one line; rounded so that they add up to 100.0 %.
    static List<CauseRow> of(List<RootCause.Share> shares) {
        if (shares.isEmpty()) {
            return List.of();
        }
        boolean rest = shares.size() > SHOWN + 1;
        List<RootCause.Share> shown = rest ? shares.subList(0, SHOWN) : shares;
        List<RootCause.Share> others = rest ? shares.subList(SHOWN, shares.size()) : List.of();
        double[] values = IntStream.range(0, shown.size() + (rest ? 1 : 0))
                .mapToDouble(i -> i < shown.size()
                        ? shown.get(i).share()
                        : others.stream().mapToDouble(RootCause.Share::share).sum())
                .toArray();
        long[] tenths = tenths(values);
        double largest = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElse(1);
        List<CauseRow> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            RootCause.Place place = shown.get(i).place();
            rows.add(new CauseRow(
                    place.usageType(),
                    place.service(),
                    place.account(),
                    place.region(),
                    values[i] / largest,
                    tenths[i],
                    shown.get(i).contribution()));
        }
        if (rest) {
            rows.add(new CauseRow(
                    others.size() + " others",
                    "",
                    "",
                    "",
                    values[shown.size()] / largest,
                    tenths[shown.size()],
                    others.stream().mapToDouble(RootCause.Share::contribution).sum()));
        }
        return rows;
    }

    /// Largest remainders.
    static long[] tenths(double[] shares) {
        long[] floors = new long[shares.length];
        long left = 1000;
        for (int i = 0; i < shares.length; i++) {
            floors[i] = (long) Math.floor(1000 * shares[i]);
            left -= floors[i];
        }
        List<Integer> order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> floors[i] - 1000 * shares[i]))
                .toList();
        for (int i = 0; i < left && i < order.size(); i++) {
            floors[order.get(i)]++;
        }
        return floors;
    }
}
