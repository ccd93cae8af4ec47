package dev.headroom.storage.cache;

import java.util.Objects;

/// A numbered version of the model of a series.
///
/// @param number counts from 1 within its scope, without gaps
public record ModelVersion(int number, TrainedModel model, State state) {
    public ModelVersion {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(state, "state");
    }

    public ModelScope scope() {
        return model.scope();
    }

    /// What a version is used for.
    public enum State {
        /// Never promoted.
        CANDIDATE("candidate"),
        /// Forecasts of the workspace are made with it.
        PROMOTED("promoted"),
        /// Was promoted once and is not any more.
        RETIRED("retired");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
