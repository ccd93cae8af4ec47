package dev.headroom.engine.anomaly;

import java.util.Optional;

/// Turns novelty into alerts, one an episode. A series that was noisy lately must speak louder to be heard again.
final class Episodes {
    private static final double LOUDER = 0.25;
    private static final double FORGOTTEN_SECONDS = 7 * 86_400.0;
    private static final long SILENT_SECONDS = 12 * 3600;
    private final double threshold;
    private double noise;
    private long noiseAt;
    private long lastAlert = Long.MIN_VALUE;
    private int count;
    private double peak;

    Episodes(Sensitivity sensitivity) {
        threshold = sensitivity.threshold();
    }

    /// What is said of a row.
    record Verdict(boolean alert, int episode, Optional<Severity> severity) {
        static final Verdict QUIET = new Verdict(false, 0, Optional.empty());
    }

    /// @param at seconds since 1970
    /// @param novelty −log10 of a probability
    Verdict next(long at, double novelty) {
        if (count > 0 && at - lastAlert <= SILENT_SECONDS) {
            if (novelty < threshold) {
                return Verdict.QUIET;
            }
            peak = Math.max(peak, novelty);
            return new Verdict(false, count, Optional.of(Severity.of(peak)));
        }
        double heard = noise * Math.exp(-Math.max(0, at - noiseAt) / FORGOTTEN_SECONDS);
        if (novelty < threshold + LOUDER * heard) {
            return Verdict.QUIET;
        }
        noise = heard + 1;
        noiseAt = at;
        lastAlert = at;
        count++;
        peak = novelty;
        return new Verdict(true, count, Optional.of(Severity.of(peak)));
    }

    /// An alert that another rule raises, with its own severity; it is silent for as long.
    Verdict raise(long at, Severity severity) {
        if (count > 0 && at - lastAlert <= SILENT_SECONDS) {
            return new Verdict(false, count, Optional.of(severity));
        }
        lastAlert = at;
        count++;
        peak = 0;
        return new Verdict(true, count, Optional.of(severity));
    }
}
