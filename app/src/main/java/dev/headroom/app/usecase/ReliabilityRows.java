package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ReliabilityTable;
import java.util.List;

/// The reliability table: one row a range of predicted probabilities that has a case.
public final class ReliabilityRows extends Table {
    public ReliabilityRows(ReliabilityTable table) {
        super(List.of("from", "to", "cells", "breached", "predicted", "observed", "observed_lo90", "observed_hi90"));
        for (ReliabilityTable.Bin bin : table.bins()) {
            add(
                    bin.from(),
                    bin.to(),
                    bin.cases(),
                    bin.happened(),
                    bin.meanPredicted(),
                    bin.observedShare(),
                    bin.low(),
                    bin.high());
        }
    }
}
