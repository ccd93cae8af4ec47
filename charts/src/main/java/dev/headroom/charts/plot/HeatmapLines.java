package dev.headroom.charts.plot;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.theme.ProbabilityClass;
import dev.headroom.charts.theme.ProbabilityScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Which lines a heatmap shows: groups can be closed, and rows whose every cell is known and below 5 % are folded.
///
/// A row with an unknown cell is never folded, because "all below 5 %" would not be true of it.
public record HeatmapLines(List<HeatmapLine> lines, double[] tops, double cellHeight) {
    public HeatmapLines {
        lines = List.copyOf(lines);
        tops = tops.clone();
    }

    @Override
    public double[] tops() {
        return tops.clone();
    }

    /// Lays out the lines.
    public static HeatmapLines of(HeatmapData data, Set<String> closed, Set<String> unfolded, double cellHeight) {
        List<HeatmapLine> lines = new ArrayList<>();
        for (String group : data.rowGroups()) {
            addGroup(lines, data, group, closed.contains(group), unfolded.contains(group));
        }
        double[] tops = new double[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            tops[i + 1] = tops[i] + lines.get(i).height(cellHeight);
        }
        return new HeatmapLines(lines, tops, cellHeight);
    }

    private static void addGroup(
            List<HeatmapLine> lines, HeatmapData data, String group, boolean closed, boolean unfolded) {
        List<HeatmapLine> loud = new ArrayList<>();
        List<HeatmapLine> quiet = new ArrayList<>();
        int atRisk = 0;
        for (int r = 0; r < data.rows().size(); r++) {
            if (data.rows().get(r).group().equals(group)) {
                (isQuiet(data, r) ? quiet : loud).add(new HeatmapLine.Cells(r));
                atRisk += isAtRisk(data, r) ? 1 : 0;
            }
        }
        HeatmapLine.Folding head = closed ? HeatmapLine.Folding.CLOSED : HeatmapLine.Folding.OPEN;
        lines.add(new HeatmapLine.Head(group, loud.size() + quiet.size(), atRisk, head));
        if (!closed) {
            lines.addAll(loud);
            if (unfolded) {
                lines.addAll(quiet);
            }
            if (!quiet.isEmpty()) {
                HeatmapLine.Folding link = unfolded ? HeatmapLine.Folding.OPEN : HeatmapLine.Folding.CLOSED;
                lines.add(new HeatmapLine.Link(group, quiet.size(), link));
            }
        }
    }

    private static boolean isQuiet(HeatmapData data, int row) {
        for (int c = 0; c < data.columnCount(); c++) {
            double value = data.value(row, c);
            if (Double.isNaN(value) || ProbabilityScale.classOf(value) != ProbabilityClass.UNLIKELY) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAtRisk(HeatmapData data, int row) {
        for (int c = 0; c < data.columnCount(); c++) {
            double value = data.value(row, c);
            if (!Double.isNaN(value)
                    && ProbabilityScale.classOf(value).lowerPercent() >= ProbabilityClass.LIKELY.lowerPercent()) {
                return true;
            }
        }
        return false;
    }

    /// The height of all lines together.
    public double height() {
        return tops[lines.size()];
    }

    /// The distance of a line from the first one.
    public double top(int line) {
        return tops[line];
    }

    /// The line at a distance from the first one, -1 outside.
    public int lineAt(double y) {
        if (y < 0 || y >= height()) {
            return -1;
        }
        int found = Arrays.binarySearch(tops, y);
        return found >= 0 ? found : -found - 2;
    }
}
