package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The same incident is seen in an account, in its service and in the whole bill. It is told once: of the narrowest
/// part that alone explains four fifths of it, else of the whole with its parts. The other views are kept as
/// companions.
final class CostViews {
    private static final double EXPLAINS = 0.8;
    private static final Duration TOGETHER = Duration.ofDays(1);

    private CostViews() {}

    /// @param found episodes of costs, of any breadth
    static List<FoundAnomaly> once(List<FoundAnomaly> found) {
        List<FoundAnomaly> open = new ArrayList<>(found);
        open.sort(Comparator.comparingInt(CostViews::breadth)
                .thenComparing(Comparator.comparingDouble(
                        (FoundAnomaly anomaly) -> -Math.abs(anomaly.episode().impact())))
                .thenComparing(FoundAnomaly::id));
        List<FoundAnomaly> told = new ArrayList<>();
        while (!open.isEmpty()) {
            FoundAnomaly widest = open.removeFirst();
            List<FoundAnomaly> parts =
                    open.stream().filter(other -> same(widest, other)).toList();
            if (parts.stream().anyMatch(part -> explains(part, widest))) {
                FoundAnomaly cause = parts.stream()
                        .filter(part -> explains(part, widest))
                        .findFirst()
                        .orElseThrow();
                open.set(open.indexOf(cause), joined(cause, List.of(widest)));
            } else {
                open.removeAll(parts);
                told.add(joined(widest, parts));
            }
        }
        return told;
    }

    private static FoundAnomaly joined(FoundAnomaly anomaly, List<FoundAnomaly> others) {
        List<FoundAnomaly.Companion> companions = new ArrayList<>(anomaly.together());
        for (FoundAnomaly other : others) {
            companions.add(new FoundAnomaly.Companion(
                    other.subject(), other.start(), other.episode().impact(), FoundAnomaly.Relation.SAME_COST));
            companions.addAll(other.together());
        }
        return anomaly.with(companions);
    }

    private static boolean explains(FoundAnomaly part, FoundAnomaly whole) {
        return part.episode().impact() != 0
                && Math.abs(part.episode().impact())
                        >= EXPLAINS * Math.abs(whole.episode().impact());
    }

    private static boolean same(FoundAnomaly whole, FoundAnomaly part) {
        return whole.subject() instanceof AnomalySubject.Cost wide
                && part.subject() instanceof AnomalySubject.Cost narrow
                && !wide.equals(narrow)
                && wide.covers(narrow)
                && whole.episode().direction() == part.episode().direction()
                && (part.episode().direction() != Direction.NONE
                        || whole.episode().kind() == part.episode().kind())
                && Duration.between(whole.start(), part.start()).abs().compareTo(TOGETHER) <= 0;
    }

    private static int breadth(FoundAnomaly anomaly) {
        return anomaly.subject() instanceof AnomalySubject.Cost cost
                ? (cost.service().isEmpty() ? 0 : 1) + (cost.account().isEmpty() ? 0 : 1)
                : 0;
    }
}
