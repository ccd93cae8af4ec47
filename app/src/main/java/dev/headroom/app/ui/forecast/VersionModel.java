package dev.headroom.app.ui.forecast;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.series.SeriesKey;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The promoted version of the model of the shown series: what it promised, whether that holds, and training it again.
public final class VersionModel {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Loaded<VersionWords>> words =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable RunningTask looking;
    private @Nullable RunningTask trained;
    private @Nullable SeriesForecast shown;

    /// @param changed runs when another model is in use
    VersionModel(WorkspaceSession session, BackgroundRunner runner, Formats formats, Runnable changed) {
        this.session = session;
        this.runner = runner;
        this.formats = formats;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Loaded<VersionWords>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Whether the model of the shown series is being trained.
    public ReadOnlyBooleanProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /// Why it cannot be trained now; empty when it can.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What the last training led to; empty before it.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Follows the panel to another forecast.
    void show(SeriesForecast forecast) {
        SeriesForecast before = shown;
        shown = forecast;
        boolean same = before != null
                && before.request().key().equals(forecast.request().key());
        if (!same) {
            note.set("");
            stop(trained);
            training.set(false);
        }
        judge();
        if (!same
                || before == null
                || before.history().length() != forecast.history().length()) {
            look();
        }
    }

    private void judge() {
        SeriesForecast forecast = shown;
        if (forecast != null && forecast.hindsight().isPresent()) {
            refusal.set("Return to the last observation to train.");
        } else {
            refusal.set(training.get() ? "Scoring the model on earlier days; the status bar can stop it." : "");
        }
    }

    /// Looks at the model of the shown series once more.
    public void look() {
        SeriesForecast forecast = shown;
        if (forecast == null) {
            return;
        }
        stop(looking);
        SeriesKey key = forecast.request().key();
        looking = runner.start(Job.of("Checking the model", progress -> session.drift(key, progress))
                .before(() -> words.set(new Loaded.Waiting<>()))
                .after(this::say)
                .failed(failure -> words.set(new Loaded.Failed<>(failure))));
    }

    private void say(SeriesDrift drift) {
        words.set(new Loaded.Known<>(VersionWords.of(drift, formats)));
    }

    /// Trains the model of the shown series in the background.
    public void train() {
        SeriesForecast forecast = shown;
        if (forecast == null || !refusal.get().isEmpty()) {
            return;
        }
        SeriesKey key = forecast.request().key();
        trained = runner.start(Job.of("Training the model", progress -> session.retrain(key, progress))
                .before(() -> {
                    note.set("");
                    busy(true);
                })
                .after(row -> done(forecast, row))
                .failed(failure -> {
                    note.set("The model could not be trained: " + failure.message());
                    busy(false);
                })
                .stopped(() -> busy(false)));
    }

    private void busy(boolean now) {
        training.set(now);
        judge();
    }

    private void done(SeriesForecast before, RetrainReport.Row row) {
        busy(false);
        note.set(VersionWords.outcome(row));
        look();
        boolean other = row.outcome() == RetrainReport.Outcome.PROMOTED
                && row.trained()
                        .filter(version -> !version.spec()
                                .equals(before.provenance().spec().text()))
                        .isPresent();
        if (other) {
            changed.run();
        }
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }
}
