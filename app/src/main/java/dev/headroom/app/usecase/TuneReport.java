package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.tuning.Trial;
import dev.headroom.engine.tuning.TuningResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a tuning found, and every trial as a table.
///
/// @param model as it is
public record TuneReport(ModelSpec model, TuningResult result, ForecastMetric metric, int series) {
    /// The best settings as `--model` takes them; empty when the time was up before one trial was complete.
    public Optional<String> best() {
        return result.best().map(this::text);
    }

    public OptionalDouble bestScore() {
        return result.best().map(trial -> OptionalDouble.of(trial.score())).orElse(OptionalDouble.empty());
    }

    /// The score of the model as it is, over the same folds.
    public OptionalDouble usualScore() {
        return result.trials().stream()
                .filter(trial -> trial.settings().isEmpty() && trial.state() == Trial.State.COMPLETE)
                .mapToDouble(Trial::score)
                .findFirst();
    }

    /// One row a trial, in order.
    public Table table() {
        return new Trials(this);
    }

    private String text(Trial trial) {
        return ModelCatalog.with(model, trial.settings()).text();
    }

    private static final class Trials extends Table {
        Trials(TuneReport report) {
            super(header(folds(report)));
            int number = 1;
            for (Trial trial : report.result().trials()) {
                List<Object> row = new ArrayList<>(List.of(
                        number++,
                        report.text(trial),
                        trial.score(),
                        trial.state().words()));
                for (int i = 0; i < folds(report); i++) {
                    row.add(i < trial.folds().size() ? trial.folds().get(i) : Double.NaN);
                }
                add(row.toArray());
            }
        }

        private static int folds(TuneReport report) {
            return report.result().trials().stream()
                    .mapToInt(trial -> trial.folds().size())
                    .max()
                    .orElse(0);
        }

        private static List<String> header(int folds) {
            List<String> header = new ArrayList<>(List.of("trial", "model", "score", "state"));
            for (int i = 1; i <= folds; i++) {
                header.add("fold" + i);
            }
            return header;
        }
    }
}
