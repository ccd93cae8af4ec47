package dev.headroom.app.usecase;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a retraining did with each series.
public record RetrainReport(RetrainModels.Effect effect, List<Row> rows) {
    public RetrainReport {
        rows = List.copyOf(rows);
    }

    /// What became of one series.
    public enum Outcome {
        PROMOTED("promoted"),
        /// Trained, but worse than the model in use.
        CANDIDATE("kept as candidate"),
        /// Not trained, because that was not needed.
        KEPT("kept"),
        /// Not trained, because only a dry run was asked for.
        WOULD_TRAIN("would be trained"),
        /// No model could be trained.
        FAILED("not trained");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param drift what was found before the training, with the version that was promoted then
    /// @param why why it was promoted or not, or what to do
    /// @param trained the new version; empty when none was trained
    /// @param newError its error at the shared origins, MASE where defined; NaN when none was trained
    /// @param oldError that of the model in use at the same origins
    /// @param pValue of the difference; empty where no test could be made
    public record Row(
            SeriesDrift drift,
            Outcome outcome,
            String why,
            Optional<ModelSummary> trained,
            double newError,
            double oldError,
            OptionalDouble pValue) {
        static Row untrained(SeriesDrift drift, boolean due) {
            return new Row(
                    drift,
                    due ? Outcome.WOULD_TRAIN : Outcome.KEPT,
                    drift.advice(),
                    Optional.empty(),
                    Double.NaN,
                    Double.NaN,
                    OptionalDouble.empty());
        }

        static Row failed(SeriesDrift drift, String why) {
            return new Row(
                    drift, Outcome.FAILED, why, Optional.empty(), Double.NaN, Double.NaN, OptionalDouble.empty());
        }
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /// How many series had drifted.
    public long drifted() {
        return rows.stream().filter(row -> row.drift().isDrifted()).count();
    }

    /// What was done, in one sentence.
    public String sentence() {
        StringBuilder text = new StringBuilder(rows.size() + " series checked, " + drifted() + " drifted: ");
        text.append(count(Outcome.KEPT)).append(" kept");
        for (Outcome outcome : List.of(Outcome.WOULD_TRAIN, Outcome.PROMOTED, Outcome.CANDIDATE, Outcome.FAILED)) {
            if (count(outcome) > 0) {
                text.append(", ").append(count(outcome)).append(' ').append(words(outcome));
            }
        }
        return text.toString();
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case PROMOTED -> "trained and promoted";
            case CANDIDATE -> "trained and kept as candidate";
            case KEPT, WOULD_TRAIN, FAILED -> outcome.words();
        };
    }
}
