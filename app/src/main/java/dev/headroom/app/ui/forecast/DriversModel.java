package dev.headroom.app.ui.forecast;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.ForecastDrivers;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.capacity.BreachRisk;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What moves the shown forecast on one of its days: the day of the likely breach, else the highest one, or the day
/// that was picked on the chart.
public final class DriversModel {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<Loaded<DriverWords>> words =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private @Nullable RunningTask explaining;
    private @Nullable SeriesForecast shown;
    private Optional<ForecastDrivers> drivers = Optional.empty();

    DriversModel(WorkspaceSession session, BackgroundRunner runner, Formats formats) {
        this.session = session;
        this.runner = runner;
        this.formats = formats;
    }

    public ReadOnlyObjectProperty<Loaded<DriverWords>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Explains another forecast.
    void show(SeriesForecast forecast) {
        shown = forecast;
        drivers = Optional.empty();
        again();
    }

    /// Explains the shown forecast once more.
    public void again() {
        SeriesForecast forecast = shown;
        if (forecast == null) {
            return;
        }
        if (explaining != null) {
            explaining.stop();
        }
        ForecastRequest request = forecast.request();
        explaining = runner.start(Job.of("Explaining the forecast", progress -> session.explain(request))
                .before(() -> words.set(new Loaded.Waiting<>()))
                .after(result -> {
                    drivers = Optional.of(result);
                    say(result, breach(forecast).map(result::stepOf).orElseGet(result::highest));
                })
                .failed(failure -> words.set(new Loaded.Failed<>(failure))));
    }

    /// Explains a day of the forecast; days of the history are passed over.
    public void pick(Instant instant) {
        drivers.filter(known -> !instant.isBefore(known.grid().start()))
                .ifPresent(known -> say(known, known.stepOf(instant)));
    }

    private void say(ForecastDrivers known, int step) {
        SeriesForecast forecast = shown;
        if (forecast != null) {
            words.set(new Loaded.Known<>(
                    DriverWords.of(known, step, forecast.request().spec().name(), formats)));
        }
    }

    /// The median date of the breach when it lies inside the forecast.
    private static Optional<Instant> breach(SeriesForecast forecast) {
        return forecast.risks().isEmpty()
                ? Optional.empty()
                : Optional.of(forecast.risks().getLast())
                        .flatMap(BreachRisk::p50)
                        .filter(date -> date.isBefore(forecast.forecast().grid().end()));
    }
}
