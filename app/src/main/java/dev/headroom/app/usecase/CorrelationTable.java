package dev.headroom.app.usecase;

import dev.headroom.engine.explore.CorrelationMatrix;
import java.util.List;

/// A correlation matrix: one row a pair of different series.
public final class CorrelationTable extends Table {
    public CorrelationTable(CorrelationMatrix matrix) {
        super(List.of("series_a", "series_b", "pearson", "spearman", "observations"));
        List<String> names = matrix.series();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                CorrelationMatrix.Pair pair = matrix.pair(i, j);
                add(names.get(i), names.get(j), pair.pearson(), pair.spearman(), pair.observations());
            }
        }
    }
}
