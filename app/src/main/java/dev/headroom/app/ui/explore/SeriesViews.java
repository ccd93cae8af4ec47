package dev.headroom.app.ui.explore;

import dev.headroom.app.usecase.SeriesHistory;
import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.explore.Decomposition;
import dev.headroom.engine.explore.Distribution;
import dev.headroom.engine.explore.SeasonalView;
import java.util.Optional;

/// All views of one series, computed away from the window's thread.
public record SeriesViews(
        SeriesHistory history,
        SeasonalView seasons,
        Distribution distribution,
        Optional<Decomposition> decomposition,
        CorrelationMatrix correlation) {
    static SeriesViews of(SeriesHistory history) {
        return new SeriesViews(
                history, history.seasons(), history.distribution(), history.decomposition(), history.correlation());
    }
}
