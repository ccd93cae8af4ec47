package dev.headroom.storage.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Which columns of a bill matter and how its rows can be grouped before they are read, so that a group reads
/// like one row. Columns that are in neither list do not matter.
///
/// @param sums columns whose amounts add up, positions from 0
/// @param instants columns with instants of which only the UTC day and the bounds matter; the first decides
///     the day
/// @param texts columns that must agree in a group
public record GroupColumns(List<Integer> sums, List<Integer> instants, List<Integer> texts) {
    public GroupColumns {
        sums = List.copyOf(sums);
        instants = List.copyOf(instants);
        texts = List.copyOf(texts);
    }

    /// @param used all columns that matter; negative positions, of columns that the file lacks, are left out
    public static GroupColumns of(List<Integer> used, List<Integer> sums, List<Integer> instants) {
        TreeSet<Integer> texts = new TreeSet<>(used);
        texts.removeAll(sums);
        texts.removeAll(instants);
        return new GroupColumns(present(sums), present(instants), present(new ArrayList<>(texts)));
    }

    private static List<Integer> present(List<Integer> positions) {
        return positions.stream().filter(position -> position >= 0).distinct().toList();
    }
}
