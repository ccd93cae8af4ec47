package dev.headroom.engine.commitment;

import dev.headroom.engine.quantity.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one size of one option is expected to save a month, and what it saves in the bad case.
///
/// @param commitmentHour what it costs an hour
/// @param expectedMonth the mean over the paths
/// @param badCaseMonth the 5 % quantile over the paths
/// @param efficient true when no other point has both more expected saving and a better bad case
public record FrontierPoint(
        CommitmentRate rate, Money commitmentHour, Money expectedMonth, Money badCaseMonth, boolean efficient) {
    /// The same points with the efficient ones marked, by bad case.
    static List<FrontierPoint> marked(List<FrontierPoint> points) {
        List<FrontierPoint> sorted = points.stream()
                .sorted(Comparator.comparing(FrontierPoint::badCaseMonth)
                        .thenComparing(FrontierPoint::expectedMonth)
                        .reversed())
                .toList();
        List<FrontierPoint> marked = new ArrayList<>();
        for (FrontierPoint point : sorted) {
            boolean best = marked.stream()
                    .filter(FrontierPoint::efficient)
                    .allMatch(other -> point.expectedMonth.compareTo(other.expectedMonth) > 0);
            marked.add(
                    new FrontierPoint(point.rate, point.commitmentHour, point.expectedMonth, point.badCaseMonth, best));
        }
        return marked;
    }
}
