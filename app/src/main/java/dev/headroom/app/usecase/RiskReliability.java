package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Recalibration;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How breach probabilities told at earlier times compare with what happened.
///
/// @param origins how many earlier times of each resource were looked at, at most
/// @param horizonsDays the horizons that were compared
/// @param correction what would put the probabilities right; [Recalibration#NONE] when they are
public record RiskReliability(
        ReliabilityTable table, int origins, List<Integer> horizonsDays, Recalibration correction) {
    public RiskReliability {
        horizonsDays = List.copyOf(horizonsDays);
    }

    /// Such as `1,092 cells at up to 6 origins (30, 60 and 90 days): Brier score 0.005, 78 % better than the base
    /// rate`.
    public String sentence() {
        String horizons = horizonsDays.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String skill = Double.isNaN(table.brierSkill())
                ? table.baseRate() > 0 ? ", all of them breached" : ", none of them breached"
                : String.format(
                        Locale.ROOT,
                        ", %.0f %% %s than the base rate of %.1f %%",
                        Math.abs(100 * table.brierSkill()),
                        table.brierSkill() < 0 ? "worse" : "better",
                        100 * table.baseRate());
        return String.format(
                Locale.ROOT,
                "%,d cells at up to %d origins (%s days): Brier score %.4f%s; %s",
                table.cases(),
                origins,
                horizons,
                table.brierScore(),
                skill,
                correction.corrects() ? correctionWords() : "no correction is needed");
    }

    private String correctionWords() {
        return String.format(
                Locale.ROOT,
                "a correction is needed: what was told as 20 %% is %.0f %%, 50 %% is %.0f %%, 80 %% is %.0f %%",
                100 * correction.apply(0.2),
                100 * correction.apply(0.5),
                100 * correction.apply(0.8));
    }
}
