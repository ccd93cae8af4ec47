package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of recommendations that were possible at an earlier time: the days that they had not seen, replayed on
/// the types that they chose.
///
/// @param asOf the recommendations used what was observed before this time
/// @param days how many unseen days were replayed
/// @param moves one entry a recommended resize
public record SizingHindsight(SizingPolicy policy, Instant asOf, int days, List<Move> moves) {
    public SizingHindsight {
        moves = List.copyOf(moves);
    }

    /// One recommended move and what followed.
    ///
    /// @param unseen one replay a measured resource
    public record Move(Resize resize, List<Replay> unseen) {
        public Move {
            unseen = List.copyOf(unseen);
        }

        public SizingRisk.Level risk() {
            return resize.evidence().risk().level();
        }

        /// The resource that came nearest to its ceiling, or went furthest above it; empty when nothing was observed.
        public Optional<Replay> worst() {
            return unseen.stream()
                    .max(Comparator.comparingDouble(replay -> replay.highestAfterPercent() / replay.ceilingPercent()));
        }

        public boolean breached() {
            return unseen.stream().anyMatch(replay -> replay.daysAbove() > 0);
        }
    }

    /// Such as `30 unseen days: low risk 1 of 40 moves breached, medium risk 3 of 12`. Moves that relieve a
    /// shortage are in the count: they, too, have to hold.
    public String sentence() {
        String counts = Arrays.stream(SizingRisk.Level.values())
                .map(level -> Count.of(level, moves))
                .filter(count -> count.moves() > 0)
                .map(count -> String.format(
                        Locale.ROOT,
                        "%s risk %d of %d breached",
                        count.level().words(),
                        count.breached(),
                        count.moves()))
                .collect(Collectors.joining(", "));
        return days + " unseen days, " + moves.size() + " moves" + (counts.isEmpty() ? "" : ": " + counts);
    }

    private record Count(SizingRisk.Level level, long moves, long breached) {
        static Count of(SizingRisk.Level level, List<Move> moves) {
            List<Move> those =
                    moves.stream().filter(move -> move.risk() == level).toList();
            return new Count(
                    level, those.size(), those.stream().filter(Move::breached).count());
        }
    }
}
