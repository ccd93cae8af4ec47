package dev.headroom.engine.model.tbats;

import java.util.Arrays;

/// The same model once for each of its first states, moved on together: the first begins with a level of 1 and nothing
/// else, the next with a slope of 1 where there is one, and so on. Numbers of the same kind lie side by side, so that
/// all models take a step in a few loops over flat arrays.
///
/// Input: the model, and how many states it has. Output: for each state, what it alone adds to the next value. Errors:
/// none. Source: see [TbatsState]; every number is the one that [TbatsState] has. Departures: none.
final class TbatsUnits {
    private final TbatsState model;
    private final int count;
    private final double[] level;
    private final double[] slope;
    private final double[][] wave;
    private final double[][] turned;
    private final double[][] disturbances;
    private final double[][] errors;
    private final double[] expected;

    TbatsUnits(TbatsState model, int count) {
        this.model = model;
        this.count = count;
        int waves = model.waves();
        level = new double[count];
        slope = new double[count];
        wave = new double[waves][count];
        turned = new double[waves][count];
        disturbances = new double[model.ar().length][count];
        errors = new double[model.ma().length][count];
        expected = new double[count];
        int next = 0;
        level[next] = 1;
        next++;
        if (count > 1 + 2 * waves) {
            slope[next] = 1;
            next++;
        }
        for (int w = 0; w < waves; w++) {
            wave[w][next] = 1;
            turned[w][next + 1] = 1;
            next += 2;
        }
    }

    /// Writes what each state adds to the next value.
    void means(double[] out) {
        Arrays.fill(expected, 0);
        for (int lag = 0; lag < disturbances.length; lag++) {
            addTimes(model.ar()[lag], disturbances[lag], expected);
        }
        for (int lag = 0; lag < errors.length; lag++) {
            addTimes(model.ma()[lag], errors[lag], expected);
        }
        double phi = model.phi();
        for (int i = 0; i < count; i++) {
            out[i] = level[i] + phi * slope[i] + expected[i];
        }
        for (double[] one : wave) {
            for (int i = 0; i < count; i++) {
                out[i] += one[i];
            }
        }
    }

    private static void addTimes(double factor, double[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    /// Moves all on after [#means]; the errors are the negative of what they added.
    void step(double[] added) {
        double[] disturbance = expected;
        for (int i = 0; i < count; i++) {
            disturbance[i] += -added[i];
        }
        double alpha = model.alpha();
        double beta = model.beta();
        double phi = model.phi();
        for (int i = 0; i < count; i++) {
            double damped = phi * slope[i];
            level[i] += damped + alpha * disturbance[i];
            slope[i] = damped + beta * disturbance[i];
        }
        for (int w = 0; w < wave.length; w++) {
            turn(w, disturbance);
        }
        push(disturbances, disturbance, 1);
        push(errors, added, -1);
    }

    private void turn(int w, double[] disturbance) {
        double cos = model.turnCos(w);
        double sin = model.turnSin(w);
        double gammaReal = model.gammaReal(w);
        double gammaTurned = model.gammaTurned(w);
        double[] reals = wave[w];
        double[] partners = turned[w];
        for (int i = 0; i < disturbance.length; i++) {
            double real = reals[i];
            double partner = partners[i];
            reals[i] = real * cos + partner * sin + gammaReal * disturbance[i];
            partners[i] = partner * cos - real * sin + gammaTurned * disturbance[i];
        }
    }

    private static void push(double[][] lags, double[] newest, int sign) {
        if (lags.length == 0) {
            return;
        }
        double[] oldest = lags[lags.length - 1];
        System.arraycopy(lags, 0, lags, 1, lags.length - 1);
        lags[0] = oldest;
        for (int i = 0; i < oldest.length; i++) {
            oldest[i] = sign * newest[i];
        }
    }
}
