package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.SeededStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Tries all combinations of evenly spread values, in an order drawn with a seed, so that a search that is
/// cut short has looked everywhere a little.
public final class GridSearch implements Search {
    private final List<Settings> order;

    /// @param most how many combinations at most
    public GridSearch(SearchSpace space, int most, long seed) {
        List<Settings> grid = space.grid(most);
        SeededStream stream = new SeededStream(seed, 0);
        double[] keys =
                grid.stream().mapToDouble(settings -> stream.nextDouble()).toArray();
        order = new ArrayList<>(IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .map(grid::get)
                .toList());
    }

    @Override
    public Choice next(List<Trial> trials) {
        List<Settings> tried = trials.stream().map(Trial::settings).toList();
        return order.stream()
                .filter(settings -> !tried.contains(settings))
                .findFirst()
                .<Choice>map(Choice.Try::new)
                .orElse(new Choice.Finish(TuningResult.End.ALL_TRIED));
    }
}
