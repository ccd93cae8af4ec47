package dev.headroom.engine.anomaly;

/// Judges rows by the novelty of recent shapes at three time scales, by the residual against a seasonal
/// expectation, by how much what the residuals do stands alone, and by jumps beyond all measure. A [VoiceMix]
/// makes one novelty of them.
final class StreamDetector implements RowJudge {
    private static final int SHORT_ROWS = 4;
    private static final double LONG_HOURS = 8;
    private static final double DAY_HOURS = 24;
    private static final int MOST_WIDTH = 48;
    private static final int MEMORY = 2000;
    private static final double MEMORY_SECONDS = 14 * 86_400.0;
    private static final int RESIDUALS = 5000;
    private static final int LEAST_RESIDUALS = 16;
    private static final double OUTSIDE = 0.01;
    private final ShapeVoice shortly;
    private final ShapeVoice longer;
    private final ShapeVoice daily;
    private final ForestVoice forest = new ForestVoice();
    private final RecentValues recent;
    private final SeasonalLevel level;
    private final RankedWindow residuals = new RankedWindow(RESIDUALS);
    private final BulkTail sizes = new BulkTail(RESIDUALS);
    private final JumpVoice jumps = new JumpVoice(sizes.window(), RESIDUALS);
    private final StuckRule stuck = new StuckRule();
    private final Episodes episodes;
    private final VoiceMix mix;
    private final double hours;
    private double last = Double.NaN;

    /// @param step seconds between two rows
    StreamDetector(double step, Sensitivity sensitivity) {
        this(step, sensitivity, VoiceMix.STANDARD);
    }

    StreamDetector(double step, Sensitivity sensitivity, VoiceMix mix) {
        this.mix = mix;
        int every = (int) Math.max(1, Math.round(MEMORY_SECONDS / step / MEMORY));
        shortly = new ShapeVoice(SHORT_ROWS, 1, ShapeVoice.Norm.ABSOLUTE, MEMORY, every);
        longer = voice(step, LONG_HOURS, 4, every);
        daily = voice(step, DAY_HOURS, 8, every);
        recent = new RecentValues(Math.max(SHORT_ROWS, Math.max(longer.span(), daily.span())));
        level = new SeasonalLevel(step);
        episodes = new Episodes(sensitivity);
        hours = step / 3600;
    }

    private static ShapeVoice voice(double step, double hours, int least, int every) {
        long rows = Math.max(1, Math.round(hours * 3600 / step));
        int width = (int) Math.clamp(rows, least, MOST_WIDTH);
        int each = (int) Math.max(1, Math.round((double) rows / width));
        return new ShapeVoice(width, each, ShapeVoice.Norm.EUCLIDEAN, MEMORY, every);
    }

    @Override
    public AnomalyPoint next(long at, double value) {
        boolean missing = Double.isNaN(value);
        if (missing && Double.isNaN(last)) {
            return AnomalyPoint.NOTHING;
        }
        recent.add(missing ? last : value);
        double expected = level.expect(at);
        double residual = missing || Double.isNaN(expected) ? 0 : value - expected;
        double low = Double.NaN;
        double high = Double.NaN;
        double outlying = 0;
        if (residuals.size() >= LEAST_RESIDUALS) {
            low = expected + residuals.quantile(OUTSIDE);
            high = expected + residuals.quantile(1 - OUTSIDE);
            outlying = missing ? 0 : sizes.surprise(residual);
        }
        double jump = jumps.surprise(residual, missing ? Double.NaN : value);
        double novelty = mix.novelty(
                new VoiceMix.Said(
                        shortly.surprise(recent),
                        longer.surprise(recent),
                        daily.surprise(recent),
                        outlying,
                        forest.surprise(residual),
                        jump),
                hours);
        boolean stands = missing ? stuck.missing() : stuck.flat(at, value);
        if (!missing) {
            stuck.present();
            if (!Double.isNaN(expected)) {
                residuals.add(residual);
                sizes.add(residual);
            }
            level.add(at, value);
            last = value;
        }
        Episodes.Verdict verdict = episodes.next(at, novelty);
        if (stands && verdict.episode() == 0) {
            verdict = episodes.raise(at, Severity.MEDIUM);
        }
        return new AnomalyPoint(
                expected,
                low,
                high,
                AnomalyPoint.score(novelty),
                verdict.alert(),
                verdict.episode(),
                verdict.severity());
    }
}
