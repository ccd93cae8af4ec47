package dev.headroom.app.ui.forecast;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The Forecast panel: one resource of one server, its forecast, and what stands behind it.
public final class ForecastViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.DAYS_90);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyObjectWrapper<@Nullable SeriesForecast> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Plot> plot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Loaded<List<ModelScore>>> scores =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Forecast");
    private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper("");
    private @Nullable RunningTask forecasting;
    private @Nullable RunningTask comparing;
    private @Nullable ForecastRequest shown;

    public ForecastViewModel(FleetModel fleet, ShellViewModel shell, BackgroundRunner runner, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        fleet.serversProperty().addListener((source, before, now) -> update());
        fleet.limitProperty().addListener((source, before, now) -> update());
        fleet.insideProperty().addListener((source, before, now) -> update());
        shell.selectionProperty().addListener((source, before, now) -> update());
        shell.metricProperty().addListener((source, before, now) -> update());
        span.addListener((source, before, now) -> update());
        update();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<Span> spanProperty() {
        return span;
    }

    public ReadOnlyObjectProperty<@Nullable SeriesForecast> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Plot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<List<ModelScore>>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Such as `r6i.2xlarge · database · prod-eu`.
    public ReadOnlyStringProperty contextProperty() {
        return context.getReadOnlyProperty();
    }

    public ObjectProperty<ResourceKind> metricProperty() {
        return shell.metricProperty();
    }

    public Formats formats() {
        return formats;
    }

    public Answer answer(SeriesForecast forecast) {
        return Answer.of(forecast, shell.metricProperty().get().label(), formats);
    }

    /// The judgement of the shown series, when the quality of the fleet is known.
    public ObservableValue<Loaded<Optional<JudgedSeries>>> quality() {
        ReadOnlyObjectWrapper<Loaded<Optional<JudgedSeries>>> judged =
                new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
        Runnable look = () -> {
            SeriesForecast forecast = result.get();
            if (forecast != null) {
                judged.set(fleet.qualityProperty()
                        .get()
                        .map(all -> find(all, forecast.request().key())));
            }
        };
        fleet.qualityProperty().addListener((source, before, now) -> look.run());
        result.addListener((source, before, now) -> look.run());
        look.run();
        return judged.getReadOnlyProperty();
    }

    private static Optional<JudgedSeries> find(List<JudgedSeries> all, SeriesKey key) {
        return all.stream().filter(series -> series.key().equals(key)).findFirst();
    }

    public void retryQuality() {
        fleet.loadQuality();
    }

    private void update() {
        switch (fleet.serversProperty().get()) {
            case Loaded.Waiting<List<Server>> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<List<Server>>(TaskFailure failure) ->
                state.set(new PanelState.Failed("The inventory could not be read", failure, fleet::load));
            case Loaded.Known<List<Server>>(List<Server> servers) ->
                choose(servers).ifPresentOrElse(this::forecast, () -> state.set(nothing()));
        }
    }

    private PanelState nothing() {
        return shell.scopeProperty().get().isAll()
                ? PanelState.Empty.plain(
                        "fth-trending-up", "No server to forecast", "Import utilization and an inventory as CSV.")
                : ScopeStates.nothing("fth-trending-up", "server", shell);
    }

    /// Inside the scope: the selected server, else the one that is shown already, else the one that breaches soonest,
    /// else the first.
    private Optional<Server> choose(List<Server> servers) {
        List<Server> inside =
                servers.stream().filter(fleet.insideProperty().get()).toList();
        Optional<Server> named = inside.stream()
                .filter(server -> server.id().equals(shell.selectionProperty().get()))
                .findFirst();
        Optional<Server> soonest = fleet.riskProperty().get().known().stream()
                .flatMap(risk -> risk.soonestFirst().stream())
                .filter(risk -> risk.kind() == shell.metricProperty().get())
                .map(risk -> risk.server())
                .filter(fleet.insideProperty().get())
                .findFirst();
        Optional<Server> present = inside.stream()
                .filter(server -> shown != null && shown.key().resource().equals(server.id()))
                .findFirst();
        return named.or(() -> present)
                .or(() -> soonest)
                .or(() -> inside.stream().findFirst());
    }

    private void forecast(Server server) {
        ResourceKind kind = shell.metricProperty().get();
        int days = fleet.summary()
                .dataTo()
                .map(last -> span.get().days(last, formats.zone()))
                .orElse(90);
        ForecastRequest request = ForecastRequest.dailyP95(server.id(), kind, days)
                .withLimit(fleet.limitProperty().get());
        if (request.equals(shown)) {
            if (state.get() instanceof PanelState.Empty && result.get() != null) {
                state.set(new PanelState.Ready());
            }
            return;
        }
        boolean sameSeries = shown != null && shown.key().equals(request.key());
        shown = request;
        title.set(server.name());
        context.set(Stream.of(server.instanceType().orElse(""), server.archetype(), server.account())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · ")));
        stop(forecasting);
        forecasting = runner.start(Job.of(
                        "Forecasting " + server.name(),
                        progress -> fleet.session().forecast(request))
                .before(() -> {
                    if (!sameSeries) {
                        state.set(new PanelState.Loading());
                    }
                })
                .after(this::show)
                .failed(failure -> state.set(new PanelState.Failed(
                        kind.label() + " of " + server.name() + " could not be forecast", failure, () -> {
                            shown = null;
                            update();
                        }))));
        if (!sameSeries) {
            compare(request);
        }
    }

    private void show(SeriesForecast forecast) {
        result.set(forecast);
        plot.set(ForecastPlot.of(forecast).caption(caption(forecast)).build());
        state.set(new PanelState.Ready());
    }

    private void compare(ForecastRequest request) {
        stop(comparing);
        comparing = runner.start(
                Job.of("Scoring models", progress -> fleet.session().compare(request, progress))
                        .before(() -> scores.set(new Loaded.Waiting<>()))
                        .after(list -> scores.set(new Loaded.Known<>(list)))
                        .failed(failure -> scores.set(new Loaded.Failed<>(failure))));
    }

    /// Scores the models of the shown series once more.
    public void retryScores() {
        if (shown != null) {
            compare(shown);
        }
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }

    private Caption caption(SeriesForecast forecast) {
        Answer answer = answer(forecast);
        ForecastRequest request = forecast.request();
        List<String> provenance = new ArrayList<>();
        provenance.add("As of "
                + formats.dayYear(forecast.history().grid().end().minusSeconds(1)) + "; " + forecast.explanation());
        provenance.add("Model " + request.spec().name() + ", seed " + request.seed() + ", limit "
                + formats.percent(request.limitPercent(), 0) + ", data "
                + forecast.provenance()
                        .dataHash()
                        .substring(
                                0, Math.min(12, forecast.provenance().dataHash().length())));
        return new Caption(
                title.get() + ": " + answer.headline(),
                shell.metricProperty().get().label() + ", daily "
                        + request.key().statistic().code() + ", " + context.get(),
                provenance,
                List.of("Headroom"));
    }

    /// Writes the chart as it is shown, in the light palette, as PNG, SVG or PDF by the ending of the file.
    public void export(Plot shownPlot, Viewport view, Path target) {
        runner.start(Job.of("Exporting the chart", progress -> ChartFile.write(shownPlot, view, target))
                .after(path -> shell.notify(Notice.good("Chart exported", path.toString())))
                .failed(failure -> shell.notify(Notice.bad(
                        "The chart was not exported",
                        "The file " + target + " cannot be written. Choose another folder."))));
    }
}
