package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.series.TimeGrid;
import java.util.Objects;

/// Futures in single precision, so that those of a fleet fit into memory together.
public final class PathBlock implements Futures {
    private final TimeGrid grid;
    private final int count;
    private final float[] values;

    private PathBlock(TimeGrid grid, int count, float[] values) {
        this.grid = Objects.requireNonNull(grid, "grid");
        this.count = count;
        this.values = values;
    }

    /// All paths times a factor.
    ///
    /// @param skip steps at the beginning of the paths that lie before the grid
    public static PathBlock of(SamplePaths paths, int skip, TimeGrid grid, double factor) {
        int steps = grid.length();
        if (skip < 0 || skip + steps > paths.steps()) {
            throw new IllegalArgumentException("skip (" + skip + ") and grid (" + steps + ") must not exceed the "
                    + paths.steps() + " steps of the paths.");
        }
        float[] values = new float[paths.count() * steps];
        for (int path = 0; path < paths.count(); path++) {
            for (int step = 0; step < steps; step++) {
                values[path * steps + step] = (float) (paths.value(path, skip + step) * factor);
            }
        }
        return new PathBlock(grid, paths.count(), values);
    }

    /// The same with other steps at its beginning: as many as these paths have after `skip`.
    public PathBlock beginning(SamplePaths paths, int skip, double factor) {
        int steps = grid.length();
        int replaced = paths.steps() - skip;
        if (skip < 0 || replaced > steps || paths.count() != count) {
            throw new IllegalArgumentException(
                    "paths (" + paths.count() + " of " + paths.steps() + " steps) after skip (" + skip
                            + ") must be as many and not longer than " + count + " of " + steps + " steps.");
        }
        float[] mixed = values.clone();
        for (int path = 0; path < count; path++) {
            for (int step = 0; step < replaced; step++) {
                mixed[path * steps + step] = (float) (paths.value(path, skip + step) * factor);
            }
        }
        return new PathBlock(grid, count, mixed);
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double value(int path, int step) {
        return values[path * grid.length() + step];
    }
}
