package dev.headroom.app.ui.offhours;

import dev.headroom.app.ui.adapter.SchedulePlots;
import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.format.LargestSum;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.ScheduleChanges;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.schedule.SchedulePolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Off-hours: which servers can be off at regular hours, what that saves, and the changes to copy.
public final class OffHoursViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Asked<ScheduleRequest, FleetSchedules> schedules;
    private final AdvicePage<FleetSchedules, OffRow> page;
    private final ObjectProperty<OffFilter> filter = new SimpleObjectProperty<>(OffFilter.OFF);

    public OffHoursViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.schedules = fleet.advice().schedules();
        this.page = new AdvicePage<>(schedules, OffRow::id, fleet, shell, formats);
        filter.addListener((source, before, now) -> refresh());
        page.follow(
                this::refresh,
                known ->
                        inside().isEmpty() ? ScopeStates.nothing("fth-clock", "server", shell) : new PanelState.Ready(),
                failure -> new PanelState.Failed("Off-hours could not be found", failure, page()::load));
    }

    public AdvicePage<FleetSchedules, OffRow> page() {
        return page;
    }

    public ObjectProperty<OffFilter> filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<ScheduleRequest> requestProperty() {
        return schedules.questionProperty();
    }

    /// Whether servers of production are looked at, too.
    public void lookAtProduction(boolean production) {
        ScheduleRequest now = requestProperty().get();
        schedules.ask(new ScheduleRequest(now.policy(), now.environments(), production, now.zone()));
    }

    /// In how many of the weeks an hour has to be quiet, in percent.
    public void setRepeat(int percent) {
        SchedulePolicy now = requestProperty().get().policy();
        ask(new SchedulePolicy(
                now.idleCpuPercent(),
                now.idleNetworkMbps(),
                now.idleNetworkShare(),
                percent / 100.0,
                now.minimumBlockHours(),
                now.minimumWeeks(),
                now.leadHours()));
    }

    /// Up to which CPU reading an hour is quiet.
    public void setIdle(int percent) {
        SchedulePolicy now = requestProperty().get().policy();
        ask(new SchedulePolicy(
                percent,
                now.idleNetworkMbps(),
                now.idleNetworkShare(),
                now.repeat(),
                now.minimumBlockHours(),
                now.minimumWeeks(),
                now.leadHours()));
    }

    private void ask(SchedulePolicy policy) {
        ScheduleRequest now = requestProperty().get();
        schedules.ask(new ScheduleRequest(policy, now.environments(), now.production(), now.zone()));
    }

    private List<OffRow> inside() {
        return page.known().stream()
                .flatMap(known -> known.advice().stream())
                .filter(advice -> fleet.isInside(advice.server().id()))
                .map(advice -> new OffRow(
                        advice,
                        fleet.namesProperty().get().resource(advice.server().id()),
                        page.standing(DecisionSubjects.of(advice))))
                .toList();
    }

    private void refresh() {
        List<OffRow> inside = inside();
        if (inside.isEmpty()) {
            return;
        }
        List<OffRow> off = inside.stream()
                .filter(OffFilter.OFF::takes)
                .filter(row -> row.status().countsAsPotential())
                .toList();
        page.show(
                inside.stream()
                        .filter(filter.get()::takes)
                        .filter(row -> page.takes(row.standing()))
                        .toList(),
                off.isEmpty()
                        ? "No server can be off at regular hours; %s stay on".formatted(formats.count(inside.size()))
                        : "%s can be off at regular hours%s"
                                .formatted(
                                        off.size() == 1 ? "1 server" : formats.count(off.size()) + " servers",
                                        saving(off)
                                                .map(money -> ", saving " + formats.money(money, 0) + " a month")
                                                .orElse("")),
                figures(inside, off));
    }

    private List<FigureStrip.Figure> figures(List<OffRow> inside, List<OffRow> off) {
        Optional<Money> gross = saving(off);
        List<Optional<Money>> nets = off.stream().map(OffRow::net).toList();
        String net = nets.isEmpty() || nets.stream().anyMatch(Optional::isEmpty)
                ? "unknown"
                : formats.money(
                        nets.stream()
                                .flatMap(Optional::stream)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        0);
        double hours = off.stream().mapToInt(OffRow::hours).average().orElse(Double.NaN);
        long quiet = inside.stream()
                .filter(row ->
                        row.advice() instanceof ScheduleAdvice.On on && on.cause() == ScheduleAdvice.Cause.ALWAYS_QUIET)
                .count();
        long unseen = inside.stream()
                .filter(row -> row.advice() instanceof ScheduleAdvice.On on
                        && (on.cause() == ScheduleAdvice.Cause.NO_READINGS
                                || on.cause() == ScheduleAdvice.Cause.SHORT_HISTORY))
                .count();
        return List.of(
                new FigureStrip.Figure(
                        "Can be saved a month",
                        gross.map(money -> formats.money(money, 0)).orElse(Formats.UNKNOWN),
                        off.isEmpty() ? Tone.NEUTRAL : Tone.GOOD,
                        "net of commitments " + net),
                new FigureStrip.Figure(
                        "Servers off",
                        formats.count(off.size()),
                        Tone.NEUTRAL,
                        "of " + formats.count(inside.size()) + " in the scope"),
                new FigureStrip.Figure(
                        "Hours off a week", formats.number(hours, 0), Tone.NEUTRAL, "of 168, mean of those servers"),
                new FigureStrip.Figure(
                        "Never used", formats.count(quiet), Tone.NEUTRAL, "to be stopped for good instead"),
                new FigureStrip.Figure(
                        "Not judged", formats.count(unseen), Tone.NEUTRAL, "no hourly readings or too few weeks"));
    }

    private static Optional<Money> saving(List<OffRow> off) {
        return LargestSum.of(off.stream().flatMap(row -> row.gross().stream()));
    }

    /// The week of a server; empty when it stays on.
    public Optional<Plot> week(OffRow row) {
        return row.off().map(off -> SchedulePlots.week(off.use(), off.schedule()));
    }

    /// The crontab of the chosen servers.
    public String cron() {
        return ScheduleChanges.crontab(chosenOff(), ScheduleChanges.STOP, ScheduleChanges.START);
    }

    /// The tags of the chosen servers: one line each of resource, key and value.
    public String tags() {
        return chosenOff().stream()
                .map(off -> off.server().id() + "," + ScheduleChanges.TAG_KEY + ","
                        + off.schedule().tag())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<ScheduleAdvice.Off> chosenOff() {
        return page.rows().chosen().stream().flatMap(row -> row.off().stream()).toList();
    }
}
