package dev.headroom.app.ui.forecast;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ForecastSheet;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final ModelComparison comparison;
    private final DriversModel drivers;
    private final VersionModel version;
    private final PastView past;
    private final HistoryVerdict history;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Forecast");
    private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper("");
    private @Nullable RunningTask forecasting;
    private @Nullable ForecastRequest shown;

    public ForecastViewModel(FleetModel fleet, ShellViewModel shell, BackgroundRunner runner, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        this.comparison = new ModelComparison(fleet.session(), runner);
        this.drivers = new DriversModel(fleet.session(), runner, formats);
        this.version = new VersionModel(fleet.session(), runner, formats, this::again);
        this.past = new PastView(formats);
        this.history = new HistoryVerdict(fleet);
        comparison.overlaysProperty().addListener((source, before, now) -> draw());
        past.dayProperty().addListener((source, before, now) -> update());
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

    /// The leaderboard and the models that stand beside the chosen one.
    public ModelComparison comparison() {
        return comparison;
    }

    /// What moves the forecast.
    public DriversModel drivers() {
        return drivers;
    }

    /// The promoted version of the model.
    public VersionModel version() {
        return version;
    }

    /// Which day's knowledge the forecast uses.
    public PastView past() {
        return past;
    }

    /// Whether the history carries the forecast.
    public HistoryVerdict history() {
        return history;
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
                ServerChoice.of(servers, shown, fleet, shell)
                        .ifPresentOrElse(this::forecast, () -> state.set(nothing()));
        }
    }

    private PanelState nothing() {
        return shell.scopeProperty().get().isAll()
                ? PanelState.Empty.plain(
                        "fth-trending-up", "No server to forecast", "Import utilization and an inventory as CSV.")
                : ScopeStates.nothing("fth-trending-up", "server", shell);
    }

    private void forecast(Server server) {
        ResourceKind kind = shell.metricProperty().get();
        boolean sameSeries = shown != null
                && shown.key()
                        .equals(ForecastRequest.dailyP95(server.id(), kind, 1).key());
        if (!sameSeries) {
            past.leave();
        }
        ForecastRequest request = ForecastRequest.dailyP95(server.id(), kind, days())
                .withLimit(fleet.limitProperty().get())
                .withAsOf(past.asOf());
        if (request.equals(shown)) {
            if (!title.get().equals(server.name())) {
                name(server);
                draw();
            }
            if (state.get() instanceof PanelState.Empty && result.get() != null) {
                state.set(new PanelState.Ready());
            }
            return;
        }
        shown = request;
        history.asked(request);
        name(server);
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
    }

    /// Forecasts once more, because another model is in use.
    private void again() {
        shown = null;
        update();
        fleet.loadRisk();
    }

    private void name(Server server) {
        title.set(server.name());
        context.set(Stream.of(server.instanceType().orElse(""), server.archetype(), server.account())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · ")));
    }

    /// The horizon in days, counted from the last day that is known.
    private int days() {
        return past.asOf()
                .or(() -> fleet.summary().dataTo())
                .map(last -> span.get().days(last, formats.zone()))
                .orElse(90);
    }

    private void show(SeriesForecast forecast) {
        result.set(forecast);
        past.show(forecast);
        history.show(forecast);
        comparison.show(forecast.request());
        drivers.show(forecast);
        version.show(forecast);
        draw();
        state.set(new PanelState.Ready());
    }

    private void draw() {
        SeriesForecast forecast = result.get();
        if (forecast != null) {
            List<ForecastPlot.Beside> others = comparison.overlaysProperty().get().stream()
                    .map(overlay -> new ForecastPlot.Beside(
                            ModelNames.of(overlay.model()), overlay.forecast().forecast(), overlay.category()))
                    .toList();
            String chosen = ModelNames.of(forecast.request().spec().name());
            plot.set(ForecastPlot.of(
                            forecast, new ForecastPlot.Company(chosen, others, ServerChoice.events(forecast, fleet)))
                    .caption(ForecastCaption.of(
                            title.get(),
                            answer(forecast).headline(),
                            subtitle(forecast.request()),
                            forecast,
                            provenance(forecast)))
                    .build());
        }
    }

    private String subtitle(ForecastRequest request) {
        return shell.metricProperty().get().label() + ", daily "
                + request.key().statistic().code() + ", " + context.get();
    }

    private List<SeriesForecast> others() {
        return comparison.overlaysProperty().get().stream()
                .map(ModelComparison.Overlay::forecast)
                .toList();
    }

    private List<String> provenance(SeriesForecast forecast) {
        return ForecastCaption.provenance(
                forecast, others(), past.verdictProperty().get(), formats);
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }

    /// Writes the shown forecast as a table, with the models beside it.
    public Exportable.Writing sheet() {
        SeriesForecast forecast = Objects.requireNonNull(result.get(), "no forecast is shown");
        List<SeriesForecast> others = others();
        List<String> lines = new ArrayList<>();
        lines.add(title.get() + ", " + subtitle(forecast.request()));
        lines.addAll(provenance(forecast));
        return (target, common) -> {
            List<String> all = new ArrayList<>(lines);
            all.add(common);
            ForecastSheet.write(forecast, others, all, target);
        };
    }
}
