package dev.headroom.engine.explore;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// A group of series, such as the servers of one archetype, in the figures of its median member.
///
/// Input: figures of single series under the names of their groups. Output: one entry a group, by name; each figure is
/// the median over the members for which it is known, NaN when it is known of none. Errors: none. Source: none.
///
/// @param members how many series the group has
public record GroupFigures(String group, int members, SeriesFigures middle) {
    /// @param figures by group
    public static List<GroupFigures> of(Map<String, List<SeriesFigures>> figures) {
        List<GroupFigures> groups = new ArrayList<>();
        new TreeMap<>(figures).forEach((group, members) -> {
            SeriesFigures middle = new SeriesFigures(
                    median(members, SeriesFigures::mean),
                    median(members, SeriesFigures::p95),
                    median(members, SeriesFigures::variability),
                    median(members, SeriesFigures::trend));
            groups.add(new GroupFigures(Objects.requireNonNull(group), members.size(), middle));
        });
        return List.copyOf(groups);
    }

    private static double median(List<SeriesFigures> members, ToDoubleFunction<SeriesFigures> figure) {
        double[] known = members.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return known.length == 0 ? Double.NaN : OrderStatistics.median(known);
    }
}
