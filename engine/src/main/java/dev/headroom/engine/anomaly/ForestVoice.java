package dev.headroom.engine.anomaly;

/// How much a row stands alone among the last ones by what its residuals do: their size, their change, their
/// mean over 4 and over 12 rows and their spread over 12, each against what is usual, by an isolation forest
/// that is grown anew every [#RENEWED] rows from the last [#MEMORY].
final class ForestVoice {
    private static final int MEMORY = 2048;
    private static final int RENEWED = 256;
    private static final int LEAST = 64;
    private static final int USUAL = 512;
    private static final int SHORT = 4;
    private static final int LONG = 12;
    private static final int LEAST_USUAL = 16;
    private static final double SMALL = 1e-9;
    private static final long SEED = 42;

    private final double[][] ring = new double[MEMORY][];
    private final double[] last = new double[LONG];
    private final RankedWindow sizes = new RankedWindow(USUAL);
    private final RankedWindow changes = new RankedWindow(USUAL);
    private final RankedWindow spreads = new RankedWindow(USUAL);
    private final TailHistory tail = new TailHistory();
    private IsolationTrees forest = new IsolationTrees(new double[][] {{0}, {0}}, 2, SEED);
    private double previous;
    private int rows;

    /// The surprise of a row, 0 or more; 0 for the first ones.
    double surprise(double residual) {
        double[] point = features(residual);
        double surprise = rows < LEAST ? 0 : tail.surprise(forest.score(point));
        ring[rows % MEMORY] = point;
        rows++;
        boolean grows = rows >= LEAST && (rows % RENEWED == 0 || (rows & (rows - 1)) == 0);
        if (grows) {
            forest = new IsolationTrees(ring, Math.min(rows, MEMORY), SEED);
        }
        return surprise;
    }

    private double[] features(double residual) {
        last[rows % LONG] = residual;
        int known = Math.min(rows + 1, LONG);
        double shortly = 0;
        double longer = 0;
        double squares = 0;
        for (int back = 0; back < known; back++) {
            double value = last[Math.floorMod(rows - back, LONG)];
            shortly += back < SHORT ? value / Math.min(SHORT, known) : 0;
            longer += value / known;
            squares += value * value / known;
        }
        double change = residual - previous;
        double size = usual(sizes, 0.9, SMALL);
        double step = usual(changes, 0.9, SMALL);
        double spread = Math.log(Math.sqrt(Math.max(0, squares - longer * longer)) + 1e-3 * size);
        double usualSpread = spreads.size() < LEAST_USUAL ? 0 : spreads.quantile(0.5);
        sizes.add(Math.abs(residual));
        changes.add(Math.abs(change));
        spreads.add(spread);
        previous = residual;
        return new double[] {
            flattened(residual / size),
            flattened(change / step),
            flattened(shortly / size),
            flattened(longer / size),
            spread - usualSpread
        };
    }

    private static double usual(RankedWindow window, double share, double least) {
        return window.size() < LEAST_USUAL ? 1 : Math.max(window.quantile(share), least);
    }

    private static double flattened(double value) {
        return Math.signum(value) * Math.log1p(Math.abs(value));
    }
}
