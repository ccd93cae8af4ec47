package dev.headroom.engine.model.ces;

/// The states of one form at one time, moved on step by step.
final class CesState {
    private final CesForm form;
    private final CesWeights weights;
    private final ComplexPair plain;
    private final ComplexPair[] pairs;
    private final double[] offsets;
    private int phase;

    private CesState(
            CesForm form, CesWeights weights, ComplexPair plain, ComplexPair[] pairs, double[] offsets, int phase) {
        this.form = form;
        this.weights = weights;
        this.plain = plain;
        this.pairs = pairs;
        this.offsets = offsets;
        this.phase = phase;
    }

    /// The states before the first value: every pair on the course that it keeps without errors.
    ///
    /// @param profile offsets by phase of the first season; a single 0 without season
    static CesState start(CesForm form, CesWeights weights, double level, double[] profile) {
        int m = profile.length;
        ComplexPair[] pairs = new ComplexPair[form.hasSeasonalPairs() ? m : 0];
        for (int i = 0; i < pairs.length; i++) {
            double from = form.hasPlainPair() ? profile[i] : level + profile[i];
            pairs[i] = steady(from, weights.seasonalReal(), weights.seasonalGrowth());
        }
        double[] offsets = form == CesForm.PARTIAL ? profile.clone() : new double[0];
        ComplexPair plain = steady(form.hasPlainPair() ? level : 0, weights.real(), weights.growth());
        return new CesState(form, weights, plain, pairs, offsets, 0);
    }

    private static ComplexPair steady(double level, double real, double growth) {
        return new ComplexPair(level, level / (growth + real - 1));
    }

    /// States of 0 at the same time.
    CesState withoutValues() {
        return start(form, weights, 0, new double[Math.max(1, Math.max(pairs.length, offsets.length))]);
    }

    CesState copy() {
        ComplexPair[] copies = new ComplexPair[pairs.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = pairs[i].copy();
        }
        return new CesState(form, weights, plain.copy(), copies, offsets.clone(), phase);
    }

    /// The expectation of the next value.
    double mean() {
        double mean = form.hasPlainPair() ? plain.level() : 0;
        mean += pairs.length > 0 ? pairs[phase].level() : 0;
        return mean + (offsets.length > 0 ? offsets[phase] : 0);
    }

    /// @param error observed less [#mean], 0 for a missing value
    void step(double error) {
        if (form.hasPlainPair()) {
            plain.step(weights.real(), weights.imaginary(), error);
        }
        if (pairs.length > 0) {
            pairs[phase].step(weights.seasonalReal(), weights.seasonalImaginary(), error);
        }
        if (offsets.length > 0) {
            offsets[phase] += weights.offset() * error;
        }
        int season = Math.max(pairs.length, offsets.length);
        phase = season == 0 ? 0 : (phase + 1) % season;
    }
}
