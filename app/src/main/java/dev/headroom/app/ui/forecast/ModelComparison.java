package dev.headroom.app.ui.forecast;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The leaderboard and the models that stand beside the chosen one on the chart: at most four with it.
public final class ModelComparison {
    /// How many models one chart shows, the chosen one included.
    public static final int MOST = 4;

    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final ReadOnlyObjectWrapper<Loaded<List<ModelScore>>> scores =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyObjectWrapper<List<Overlay>> overlays = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, Integer>> ticked = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final Map<String, RunningTask> loading = new HashMap<>();
    private @Nullable RunningTask scoring;
    private @Nullable ForecastRequest shown;

    ModelComparison(WorkspaceSession session, BackgroundRunner runner) {
        this.session = session;
        this.runner = runner;
    }

    /// Another model's forecast of the shown request.
    ///
    /// @param category the colour it keeps while it is ticked
    public record Overlay(SeriesForecast forecast, int category) {
        String model() {
            return forecast.request().spec().name();
        }
    }

    /// The models by their error at earlier origins, the best first.
    public ReadOnlyObjectProperty<Loaded<List<ModelScore>>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /// The forecasts that have arrived of the ticked models, in the order of their colours.
    public ReadOnlyObjectProperty<List<Overlay>> overlaysProperty() {
        return overlays.getReadOnlyProperty();
    }

    /// The ticked models beside the chosen one, each with its colour.
    public ReadOnlyObjectProperty<Map<String, Integer>> tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    /// Why a tick was refused or a model fell out; empty when all is well.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// Whether a model is the one that the forecast comes from.
    public boolean isChosen(String model) {
        return shown != null && shown.spec().name().equals(model);
    }

    /// Follows the forecast to another request. Models are scored again when the observations are others.
    void show(ForecastRequest request) {
        ForecastRequest before = shown;
        shown = request;
        boolean same = before != null
                && before.key().equals(request.key())
                && before.asOf().equals(request.asOf());
        if (!same) {
            score();
        }
        if (!request.equals(before)) {
            overlays.set(List.of());
            ticked.get().keySet().forEach(this::load);
        }
    }

    /// Scores the models of the shown series once more.
    public void score() {
        ForecastRequest request = shown;
        if (request == null) {
            return;
        }
        stop(scoring);
        scoring = runner.start(Job.of("Scoring models", progress -> session.compare(request, progress))
                .before(() -> scores.set(new Loaded.Waiting<>()))
                .after(list -> scores.set(new Loaded.Known<>(list)))
                .failed(failure -> scores.set(new Loaded.Failed<>(failure))));
    }

    /// Puts a model on the chart.
    ///
    /// @return false when there is no room for it; [#hintProperty] then says what to do
    public boolean tick(String model) {
        if (isChosen(model) || ticked.get().containsKey(model)) {
            return true;
        }
        OptionalInt free = IntStream.range(1, MOST)
                .filter(category -> !ticked.get().containsValue(category))
                .findFirst();
        if (free.isEmpty()) {
            hint.set("The chart compares up to " + MOST + " models. Untick one first.");
            return false;
        }
        hint.set("");
        Map<String, Integer> more = new LinkedHashMap<>(ticked.get());
        more.put(model, free.getAsInt());
        ticked.set(Map.copyOf(more));
        load(model);
        return true;
    }

    /// Takes a model off the chart.
    public void untick(String model) {
        hint.set("");
        stop(loading.remove(model));
        Map<String, Integer> fewer = new LinkedHashMap<>(ticked.get());
        fewer.remove(model);
        ticked.set(Map.copyOf(fewer));
        overlays.set(overlays.get().stream()
                .filter(overlay -> !overlay.model().equals(model))
                .toList());
    }

    private void load(String model) {
        ForecastRequest request = shown;
        if (request == null) {
            return;
        }
        ForecastRequest other = request.withSpec(ModelCatalog.parse(model, SeasonLengths.usual(request.step())));
        stop(loading.remove(model));
        loading.put(
                model,
                runner.start(Job.of("Forecasting with " + ModelNames.of(model), progress -> session.forecast(other))
                        .after(forecast -> arrived(request, forecast))
                        .failed(failure -> {
                            untick(model);
                            hint.set(ModelNames.of(model) + ": " + failure.message());
                        })));
    }

    private void arrived(ForecastRequest request, SeriesForecast forecast) {
        Optional<Integer> category =
                Optional.ofNullable(ticked.get().get(forecast.request().spec().name()));
        if (request.equals(shown) && category.isPresent()) {
            Map<Integer, Overlay> byColour = new TreeMap<>();
            overlays.get().forEach(overlay -> byColour.put(overlay.category(), overlay));
            byColour.put(category.get(), new Overlay(forecast, category.get()));
            overlays.set(List.copyOf(byColour.values()));
        }
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }
}
