package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.List;

/// Tries points drawn evenly from the space: what a cleverer search has to beat.
///
/// Source: J. Bergstra and Y. Bengio (2012), Random search for hyper-parameter optimization, Journal of
/// Machine Learning Research 13. Departures: none.
public record RandomSearch(SearchSpace space, long seed) implements Search {
    private static final int ATTEMPTS = 200;

    @Override
    public Choice next(List<Trial> trials) {
        SeededStream stream = new SeededStream(seed, trials.size());
        List<Settings> tried = trials.stream().map(Trial::settings).toList();
        for (int i = 0; i < ATTEMPTS; i++) {
            double[] places = new double[space.dimensions()];
            Arrays.setAll(places, d -> stream.nextDouble());
            Settings settings = space.at(places);
            if (!tried.contains(settings)) {
                return new Choice.Try(settings);
            }
        }
        return new Choice.Finish(TuningResult.End.ALL_TRIED);
    }
}
