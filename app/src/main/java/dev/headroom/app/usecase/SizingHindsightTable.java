package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.Replay;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What became of earlier recommendations: one row a recommended move. `breached` is 1 when a day that the
/// recommendation had not seen lies above the ceiling of a resource; metric, highest and ceiling are of the
/// resource that came nearest to its ceiling.
public final class SizingHindsightTable extends Table {
    public SizingHindsightTable(SizingHindsight hindsight) {
        super(List.of(
                "resource",
                "as_of",
                "from_type",
                "to_type",
                "risk",
                "confidence",
                "unseen_days",
                "breached",
                "days_above",
                "metric",
                "highest_pct",
                "ceiling_pct"));
        LocalDate asOf = LocalDate.ofInstant(hindsight.asOf(), ZoneOffset.UTC);
        for (SizingHindsight.Move move : hindsight.moves()) {
            Optional<Replay> worst = move.worst();
            add(
                    move.resize().server().id(),
                    asOf,
                    move.resize().present().instanceType(),
                    move.resize().chosen().instanceType(),
                    move.risk().words(),
                    move.resize().evidence().confidence(),
                    worst.map(Replay::days),
                    worst.isEmpty() ? Optional.empty() : move.breached() ? 1 : 0,
                    worst.map(Replay::daysAbove),
                    worst.map(replay -> replay.kind().metric()),
                    worst.map(Replay::highestAfterPercent),
                    worst.map(Replay::ceilingPercent));
        }
    }
}
