package dev.headroom.engine.model.ets;

import java.util.Arrays;

/// Where the parameters of a form stand in the vector of the optimiser.
///
/// The order is alpha, the share of beta in alpha, the share of gamma in `1 - alpha`, phi, level, slope, and all
/// seasonal states but the last one. Shares keep the usual region a box.
final class EtsLayout {
    private static final double LEAST = 1e-4;
    private static final double MOST = 1 - 1e-4;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;

    private final EtsForm form;
    private final int seasonLength;
    private final int beta;
    private final int gamma;
    private final int phi;
    private final int level;
    private final int slope;
    private final int seasonal;
    private final int size;

    EtsLayout(EtsForm form, int seasonLength) {
        this.form = form;
        this.seasonLength = seasonLength;
        int next = 1;
        this.beta = form.hasTrend() ? next++ : -1;
        this.gamma = form.isSeasonal() ? next++ : -1;
        this.phi = form.trend() == EtsForm.Trend.DAMPED ? next++ : -1;
        this.level = next++;
        this.slope = form.hasTrend() ? next++ : -1;
        this.seasonal = next;
        this.size = next + (form.isSeasonal() ? seasonLength - 1 : 0);
    }

    int size() {
        return size;
    }

    /// How many of the first entries are smoothing parameters.
    int smoothingCount() {
        return level;
    }

    double[] lower() {
        double[] lower = new double[size];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(lower, 0, level, LEAST);
        if (phi >= 0) {
            lower[phi] = LEAST_PHI;
        }
        if (form.season() == EtsForm.Season.MULTIPLICATIVE) {
            Arrays.fill(lower, seasonal, size, LEAST);
        }
        return lower;
    }

    double[] upper() {
        double[] upper = new double[size];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, 0, level, MOST);
        if (phi >= 0) {
            upper[phi] = MOST_PHI;
        }
        return upper;
    }

    double[] vector(double alpha, double betaShare, double gammaShare, double damping, EtsStart start) {
        double[] vector = new double[size];
        vector[0] = alpha;
        if (beta >= 0) {
            vector[beta] = betaShare;
            vector[slope] = start.slope();
        }
        if (gamma >= 0) {
            vector[gamma] = gammaShare;
            System.arraycopy(start.seasonal(), 0, vector, seasonal, seasonLength - 1);
        }
        if (phi >= 0) {
            vector[phi] = damping;
        }
        vector[level] = start.level();
        return vector;
    }

    double[] vector(EtsParameters p) {
        double betaShare = p.alpha() > 0 ? p.beta() / p.alpha() : 0;
        double gammaShare = p.alpha() < 1 ? p.gamma() / (1 - p.alpha()) : 0;
        EtsStart states = new EtsStart(p.level(), p.slope(), p.seasonal());
        return vector(p.alpha(), betaShare, gammaShare, p.phi(), states);
    }

    /// First steps of a search: of the smoothing parameters, and of the states by the given scale.
    double[] edges(double smoothing, double state) {
        double[] edges = new double[size];
        Arrays.fill(edges, 0, level, smoothing);
        if (phi >= 0) {
            edges[phi] = smoothing / 4;
        }
        edges[level] = state;
        if (slope >= 0) {
            edges[slope] = state / 10;
        }
        Arrays.fill(edges, seasonal, size, state);
        return edges;
    }

    EtsParameters parameters(double[] vector) {
        return parameters(vector, new double[seasonalStates()]);
    }

    /// How many seasonal states there are.
    int seasonalStates() {
        return form.isSeasonal() ? seasonLength : 0;
    }

    /// @param states where the seasonal states go, so that a search needs one array only
    EtsParameters parameters(double[] vector, double[] states) {
        double alpha = vector[0];
        if (form.isSeasonal()) {
            double sum = 0;
            for (int i = 0; i < seasonLength - 1; i++) {
                states[i] = vector[seasonal + i];
                sum += states[i];
            }
            double total = form.season() == EtsForm.Season.MULTIPLICATIVE ? seasonLength : 0;
            states[seasonLength - 1] = total - sum;
        }
        return new EtsParameters(
                alpha,
                beta >= 0 ? vector[beta] * alpha : 0,
                gamma >= 0 ? vector[gamma] * (1 - alpha) : 0,
                phi >= 0 ? vector[phi] : 1,
                vector[level],
                slope >= 0 ? vector[slope] : 0,
                states);
    }
}
