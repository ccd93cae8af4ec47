package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.adapter.RiskGrid;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.AssessRisk;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.plot.Caption;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Risk panel: the grid of probabilities, the list of breaches and how far both can be trusted.
public final class RiskViewModel {
    private static final String NO_READINGS = "HR-3004";

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.ARCHETYPE);
    private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(RowOrder.HIGHEST_RISK);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyObjectWrapper<HeatmapData> grid =
            new ReadOnlyObjectWrapper<>(new HeatmapData(List.of(), List.of(), new double[0][]));
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ObservableList<BreachRow> breaches = FXCollections.observableArrayList();
    private final ObservableList<BreachRow> breachesView = FXCollections.unmodifiableObservableList(breaches);

    public RiskViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        fleet.riskProperty().addListener((source, before, now) -> follow(now));
        fleet.insideProperty()
                .addListener(
                        (source, before, now) -> follow(fleet.riskProperty().get()));
        grouping.addListener((source, before, now) -> refresh());
        order.addListener((source, before, now) -> refresh());
        follow(fleet.riskProperty().get());
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    public ObjectProperty<RowOrder> orderProperty() {
        return order;
    }

    public ReadOnlyObjectProperty<HeatmapData> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /// The line below the title: a sentence with the numbers.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ObservableList<BreachRow> breaches() {
        return breachesView;
    }

    /// Which limit is counted against, and on which readings.
    public ReadOnlyObjectProperty<RiskRequest> requestProperty() {
        return fleet.riskRequestProperty();
    }

    /// Counts against another limit.
    public void setLimit(RiskLimit limit) {
        RiskRequest now = requestProperty().get();
        fleet.setRisk(new RiskRequest(limit.rule(), now.readings(), now.correction()));
    }

    /// Counts days by their p95, or single hours.
    public void setReadings(RiskRequest.Readings readings) {
        RiskRequest now = requestProperty().get();
        fleet.setRisk(new RiskRequest(now.limit(), readings, now.correction()));
    }

    public ReadOnlyObjectProperty<Loaded<Optional<ReliabilityTable>>> reliabilityProperty() {
        return fleet.reliabilityProperty();
    }

    public void retryReliability() {
        fleet.loadReliability();
    }

    public Formats formats() {
        return formats;
    }

    private void follow(Loaded<FleetRisk> risk) {
        switch (risk) {
            case Loaded.Waiting<FleetRisk> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<FleetRisk>(var failure) ->
                state.set(
                        failure.code().equals(NO_READINGS) && hourly()
                                ? noHours()
                                : new PanelState.Failed("Risk could not be assessed", failure, fleet::loadRisk));
            case Loaded.Known<FleetRisk>(FleetRisk known) -> {
                refresh();
                state.set(
                        known.risks().isEmpty()
                                ? nothing(known)
                                : grid.get().rows().isEmpty()
                                        ? ScopeStates.nothing("fth-shield", "assessed server", shell)
                                        : new PanelState.Ready());
            }
        }
    }

    private boolean hourly() {
        return requestProperty().get().readings() == RiskRequest.Readings.HOURLY;
    }

    private PanelState noHours() {
        return PanelState.Empty.of(
                "fth-clock",
                "No hourly readings",
                "Single hours can be counted once hourly utilization is imported; days are known.",
                "Count the daily p95",
                () -> setReadings(RiskRequest.Readings.DAILY_P95));
    }

    /// What the probabilities rest on: window, statistic, limit and how they are counted.
    public String basisWords() {
        return fleet.riskProperty()
                .get()
                .known()
                .map(risk ->
                        "%s of all history to %s against %s; the share of %s forecast paths that pass it, P10 to P90 of their days"
                                .formatted(
                                        hourly() ? "Hourly values" : "Daily p95",
                                        formats.dayYear(risk.asOf()),
                                        RiskLimit.of(requestProperty().get().limit())
                                                .words(formats),
                                        formats.count(AssessRisk.paths(
                                                requestProperty().get().readings()))))
                .orElse("");
    }

    private static PanelState nothing(FleetRisk risk) {
        String reason = risk.unknown().isEmpty()
                ? "Import utilization as CSV and an inventory with instance types."
                : risk.unknown().getFirst().reason();
        return PanelState.Empty.plain("fth-shield", "No resource could be assessed", reason);
    }

    private void refresh() {
        fleet.riskProperty().get().known().ifPresent(this::show);
    }

    private void show(FleetRisk risk) {
        FleetRisk scoped = risk.within(fleet.insideProperty().get(), fleet::isInside);
        List<ServerRisk> inside = scoped.risks();
        String tag = Grouping.usualTag(inside.stream().map(ServerRisk::server).toList());
        grid.set(RiskGrid.of(inside, server -> group(server, tag), comparator(order.get())));
        breaches.setAll(BreachRow.of(scoped, formats));
        answer.set("Probability that %s passes %s: %s in 30 days, %d in 60, %d in 90 (at least 50\u00a0%%)"
                .formatted(
                        hourly() ? "an hour" : "the daily p95",
                        RiskLimit.of(requestProperty().get().limit()).words(formats),
                        servers(scoped.serversAtRisk(30, 0.5)),
                        scoped.serversAtRisk(60, 0.5),
                        scoped.serversAtRisk(90, 0.5)));
    }

    /// What stands around the exported grid.
    public Caption caption() {
        String statement = fleet.riskProperty()
                .get()
                .known()
                .map(risk -> risk.within(fleet.insideProperty().get(), fleet::isInside))
                .map(risk -> servers(risk.serversAtRisk(90, 0.5)) + " likely to pass "
                        + RiskLimit.of(requestProperty().get().limit()).words(formats) + " within 90 days")
                .orElse("Risk");
        return Exports.caption(
                statement,
                "Probability that %s passes the limit within 30, 60 and 90 days, in percent"
                        .formatted(hourly() ? "an hour" : "the daily p95"),
                basisWords());
    }

    private static String servers(long count) {
        return count == 1 ? "1 server" : count + " servers";
    }

    private String group(Server server, String tag) {
        return grouping.get().of(server, tag);
    }

    private static Comparator<List<ServerRisk>> comparator(RowOrder order) {
        Comparator<List<ServerRisk>> byName =
                Comparator.comparing(cells -> cells.getFirst().server().name());
        return switch (order) {
            case NAME -> byName;
            case HIGHEST_RISK -> RiskGrid.highestFirst();
            case SOONEST_BREACH ->
                Comparator.comparing((List<ServerRisk> cells) -> cells.stream()
                                .map(cell -> cell.risks().getLast().p50().orElse(Instant.MAX))
                                .min(Comparator.naturalOrder())
                                .orElse(Instant.MAX))
                        .thenComparing(byName);
        };
    }

    /// The limit of one resource in percent of its capacity; by size each machine has its own.
    public double limitPercent(String server, ResourceKind kind) {
        return cell(server, kind)
                .map(cell -> cell.limit().percent())
                .orElseGet(() -> requestProperty().get().limit().flatPercent());
    }

    private Optional<ServerRisk> cell(String server, ResourceKind kind) {
        return fleet.riskProperty().get().known().stream()
                .flatMap(risk -> risk.risks().stream())
                .filter(cell -> cell.server().id().equals(server) && cell.kind() == kind)
                .findFirst();
    }

    /// Such as `At the peak of 90 days 12 % of the capacity remain below the limit`; empty when it is not known.
    public String remaining(String server, ResourceKind kind) {
        return cell(server, kind)
                .map(ServerRisk::remainingPercent)
                .filter(Double::isFinite)
                .map(percent -> percent >= 0
                        ? "At the peak of 90 days " + formats.percent(percent, 0)
                                + " of the capacity remain below the limit"
                        : "At the peak of 90 days " + formats.percent(-percent, 0) + " of the capacity are missing")
                .orElse("");
    }

    /// The breach behind a cell of the grid.
    public Optional<BreachRisk> breach(String server, ResourceKind kind, int horizonDays) {
        return cell(server, kind).stream()
                .flatMap(cell -> cell.risks().stream())
                .filter(breach -> breach.horizonDays() == horizonDays)
                .findFirst();
    }

    /// The dates of a breach in words, such as `P50 28 Dec; P10 22 Dec, P90 later`.
    public String dates(BreachRisk breach) {
        return "P50 %s; P10 %s, P90 %s".formatted(date(breach.p50()), date(breach.p10()), date(breach.p90()));
    }

    private String date(Optional<Instant> date) {
        return date.map(formats::day).orElse("later");
    }
}
