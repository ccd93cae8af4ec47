package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.Scenario;
import java.util.List;
import java.util.Objects;

/// Which futures scenarios need.
///
/// @param view what is looked at
/// @param reach which servers have to be there
/// @param days how far ahead
/// @param limitPercent the limit as a share of the capacity
public record GroundRequest(EventScope view, Reach reach, int days, double limitPercent, CostBasis basis) {
    /// Six months.
    public static final int DEFAULT_DAYS = 182;

    public static final int MOST_DAYS = 366;

    public GroundRequest {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(basis, "basis");
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days (" + days + ") must lie in [1, " + MOST_DAYS + "].");
        }
    }

    /// Six months of the view of the first scenario against the usual limit, with amortised cost.
    public static GroundRequest of(List<Scenario> scenarios) {
        return new GroundRequest(
                scenarios.getFirst().view(),
                Reach.of(scenarios.stream()
                        .flatMap(scenario -> scenario.events().stream())
                        .toList()),
                DEFAULT_DAYS,
                ForecastRequest.DEFAULT_LIMIT_PERCENT,
                CostBasis.EFFECTIVE);
    }

    public GroundRequest ahead(int others) {
        return new GroundRequest(view, reach, others, limitPercent, basis);
    }

    public GroundRequest against(double percent) {
        return new GroundRequest(view, reach, days, percent, basis);
    }

    /// Which servers are there.
    public enum Reach {
        /// Those of the view.
        VIEW,
        /// All: load can come from each of them.
        FLEET;

        /// A migration may bring load from anywhere; all else stays where it is.
        public static Reach of(List<Event> events) {
            return events.stream().anyMatch(event -> event.change() instanceof Change.Migration) ? FLEET : VIEW;
        }
    }
}
