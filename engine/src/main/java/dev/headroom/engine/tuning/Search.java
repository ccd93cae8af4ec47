package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import java.util.List;

/// A way to choose what to try next. The same trials lead to the same choice.
public interface Search {
    /// @param trials what was tried so far, in order
    Choice next(List<Trial> trials);

    /// What a search wants to do.
    sealed interface Choice {
        record Try(Settings settings) implements Choice {}

        /// There is nothing left that is worth a trial.
        record Finish(TuningResult.End why) implements Choice {}
    }
}
