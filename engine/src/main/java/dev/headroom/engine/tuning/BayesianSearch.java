package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.SeededStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tries what promises the greatest improvement on the best settings so far, by a surrogate of the scores.
///
/// Input: trials with positive scores; failed ones count as bad as the worst. Output: the next settings, or
/// the end when the greatest expected improvement is below 0.1 % of the best score. Errors: none. Source: J.
/// Mockus (1975), On Bayesian methods for seeking the extremum, doi:10.1007/3-540-07165-2_55; D. R. Jones, M.
/// Schonlau and W. J. Welch (1998), Efficient global optimization of expensive black-box functions,
/// doi:10.1023/A:1008306431147; M. D. McKay, R. J. Beckman and W. J. Conover (1979),
/// doi:10.1080/00401706.1979.10489755 (the Latin hypercube it starts with). Departures: logarithms of the
/// scores are modelled; the improvement is looked for among 600 points drawn evenly and 300 near the five
/// best.
public final class BayesianSearch implements Search {
    private static final int SPREAD = 600;
    private static final int NEAR = 300;
    private static final int CENTRES = 5;
    private static final double NEARNESS = 0.12;
    private static final double LEAST_IMPROVEMENT = 0.001;
    private static final double SMALLEST = 1e-12;

    private final SearchSpace space;
    private final long seed;
    private final List<Settings> start;

    public BayesianSearch(SearchSpace space, long seed) {
        this.space = space;
        this.seed = seed;
        this.start = hypercube(space, 2 * space.dimensions() + 2, seed);
    }

    /// Points of which no two share a stripe of any dimension.
    private static List<Settings> hypercube(SearchSpace space, int count, long seed) {
        double[][] places = new double[count][space.dimensions()];
        for (int d = 0; d < space.dimensions(); d++) {
            SeededStream stream = new SeededStream(seed, -1L - d);
            Integer[] stripes = new Integer[count];
            double[] keys = new double[count];
            Arrays.setAll(keys, i -> stream.nextDouble());
            Arrays.setAll(stripes, i -> i);
            Arrays.sort(stripes, Comparator.comparingDouble(i -> keys[i]));
            for (int i = 0; i < count; i++) {
                places[i][d] = (stripes[i] + stream.nextDouble()) / count;
            }
        }
        return Arrays.stream(places).map(space::at).distinct().toList();
    }

    @Override
    public Choice next(List<Trial> trials) {
        Set<Settings> tried = new HashSet<>();
        trials.forEach(trial -> tried.add(trial.settings()));
        for (Settings settings : start) {
            if (!tried.contains(settings)) {
                return new Choice.Try(settings);
            }
        }
        List<Trial> placed =
                trials.stream().filter(trial -> space.holds(trial.settings())).toList();
        double[] scores = logarithms(placed);
        double centre = Arrays.stream(scores).average().orElse(0);
        double size = Math.sqrt(Arrays.stream(scores)
                .map(score -> (score - centre) * (score - centre))
                .average()
                .orElse(0));
        if (!(size > 0)) {
            return new RandomSearch(space, seed).next(trials);
        }
        double[] values =
                Arrays.stream(scores).map(score -> (score - centre) / size).toArray();
        double[][] points = placed.stream()
                .map(trial -> space.coordinates(trial.settings()))
                .toArray(double[][]::new);
        GaussianProcess surrogate = GaussianProcess.fit(points, values, space.owners());
        double best = bestOf(trials, placed, values, centre, size);
        return most(surrogate, best, size, tried, centres(placed, values), trials.size());
    }

    /// The model without settings may be the best so far, though it has no place in the space.
    private static double bestOf(List<Trial> trials, List<Trial> placed, double[] values, double centre, double size) {
        double best = Arrays.stream(values).min().orElseThrow();
        for (Trial trial : trials) {
            if (!placed.contains(trial) && trial.state() == Trial.State.COMPLETE) {
                best = Math.min(best, (Math.log(Math.max(SMALLEST, trial.score())) - centre) / size);
            }
        }
        return best;
    }

    private Choice most(
            GaussianProcess surrogate, double best, double size, Set<Settings> tried, double[][] centres, int stream) {
        Settings chosen = Settings.NONE;
        double greatest = -1;
        for (Settings candidate : candidates(centres, stream)) {
            if (!tried.contains(candidate)) {
                double improvement = surrogate.expectedImprovement(space.coordinates(candidate), best);
                if (improvement > greatest) {
                    greatest = improvement;
                    chosen = candidate;
                }
            }
        }
        if (greatest < 0) {
            return new Choice.Finish(TuningResult.End.ALL_TRIED);
        }
        // A difference of logarithms is a share of the score.
        return greatest * size < LEAST_IMPROVEMENT
                ? new Choice.Finish(TuningResult.End.NO_IMPROVEMENT)
                : new Choice.Try(chosen);
    }

    private List<Settings> candidates(double[][] centres, int number) {
        SeededStream stream = new SeededStream(seed, number);
        List<Settings> candidates = new ArrayList<>();
        for (int i = 0; i < SPREAD + NEAR; i++) {
            double[] places = new double[space.dimensions()];
            for (int d = 0; d < places.length; d++) {
                places[d] = i < SPREAD
                        ? stream.nextDouble()
                        : Math.clamp(centres[i % centres.length][d] + NEARNESS * stream.nextGaussian(), 0, 1);
            }
            candidates.add(space.at(places));
        }
        return candidates;
    }

    private double[][] centres(List<Trial> placed, double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .limit(CENTRES)
                .map(i -> space.places(placed.get(i).settings()))
                .toArray(double[][]::new);
    }

    private static double[] logarithms(List<Trial> trials) {
        double worst = trials.stream()
                .mapToDouble(Trial::score)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return trials.stream()
                .mapToDouble(Trial::score)
                .map(score -> Math.log(Math.max(SMALLEST, Double.isFinite(score) ? score : worst)))
                .toArray();
    }
}
