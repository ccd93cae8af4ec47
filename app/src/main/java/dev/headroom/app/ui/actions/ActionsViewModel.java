package dev.headroom.app.ui.actions;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.plan.ActionPlan;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.quantity.AverageMonth;
import dev.headroom.engine.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The best set of actions under limits: what to do, what each adds, what was left out and why. It is about the whole
/// workspace, whatever the scope, because commitments pay for all of it.
public final class ActionsViewModel {
    private static final List<String> NOTHING_TO_PLAN = List.of("HR-3253", "HR-3252");

    private final FleetModel fleet;
    private final Formats formats;
    private final Asked<PlanLimits, PlanActions.Report> plans;
    private final LimitsForm form;
    private final AdvicePage<PlanActions.Report, ActionRow> page;
    private final ObjectProperty<ActionFilter> filter = new SimpleObjectProperty<>(ActionFilter.CHOSEN);

    public ActionsViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        this.plans = fleet.advice().actions();
        this.form = new LimitsForm(plans.questionProperty().get());
        this.page = new AdvicePage<>(plans, ActionRow::key, fleet, shell, formats);
        filter.addListener((source, before, now) -> refresh());
        page.follow(this::refresh, known -> new PanelState.Ready(), this::failed);
    }

    public AdvicePage<PlanActions.Report, ActionRow> page() {
        return page;
    }

    public ObjectProperty<ActionFilter> filterProperty() {
        return filter;
    }

    public LimitsForm form() {
        return form;
    }

    /// Chooses under the limits of the form and after the decisions so far, unless a limit cannot be read.
    public void chooseAgain() {
        if (form.problemProperty().get().isEmpty()) {
            PlanLimits wanted = form.limits();
            if (wanted.equals(plans.questionProperty().get())) {
                plans.load();
            } else {
                plans.ask(wanted);
            }
        }
    }

    /// Takes all limits away but that of the risk.
    public void reset() {
        form.show(PlanLimits.none().withRiskGrade(RiskCap.MEDIUM.grade()));
        chooseAgain();
    }

    private PanelState failed(TaskFailure failure) {
        return NOTHING_TO_PLAN.contains(failure.code())
                ? PanelState.Empty.plain("fth-target", "No set can be chosen yet", failure.message())
                : new PanelState.Failed("No set could be chosen", failure, page::load);
    }

    private Optional<ActionPlan> plan() {
        return page.known().map(PlanActions.Report::plan);
    }

    private void refresh() {
        plan().ifPresent(this::show);
    }

    private void show(ActionPlan plan) {
        List<ActionRow> all = Stream.concat(
                        plan.chosen().stream().map(one -> row(one.action(), Optional.of(one), "")),
                        plan.left().stream().map(one -> row(one.action(), Optional.empty(), one.reason())))
                .toList();
        List<ActionRow> rows = all.stream()
                .filter(filter.get()::takes)
                .filter(row -> page.takes(row.standing()))
                .toList();
        page.show(
                rows,
                "%s%s save %s a month together, whole workspace"
                        .formatted(
                                plan.chosen().size() == 1
                                        ? "1 action"
                                        : formats.count(plan.chosen().size()) + " actions",
                                plan.commitment().isPresent() ? " and a commitment" : "",
                                formats.money(month(plan.saving()), 0)),
                figures(plan));
    }

    private ActionRow row(Action action, Optional<ActionPlan.Chosen> chosen, String reason) {
        String name = fleet.namesProperty().get().resource(action.resource());
        return new ActionRow(
                action,
                name,
                chosen,
                reason.replace(action.resource(), name),
                page.standing(DecisionSubjects.of(action)));
    }

    private List<FigureStrip.Figure> figures(ActionPlan plan) {
        List<FigureStrip.Figure> made = new ArrayList<>();
        made.add(new FigureStrip.Figure(
                "Saves a month",
                formats.money(month(plan.saving()), 0),
                Tone.GOOD,
                "%s over %d days".formatted(formats.money(plan.saving(), 0), plan.days())));
        made.add(new FigureStrip.Figure(
                "No set saves more than",
                formats.money(month(plan.bound()), 0),
                Tone.NEUTRAL,
                "gap " + formats.percent(plan.gapPercent(), 2)));
        made.add(plan.commitment()
                .map(bought -> new FigureStrip.Figure(
                        "Commitment",
                        formats.money(bought.hourly(), 2) + " an hour",
                        Tone.NEUTRAL,
                        "adds %s a month, bad case %s"
                                .formatted(
                                        formats.money(month(bought.marginal()), 0),
                                        formats.money(month(bought.badCase()), 0))))
                .orElse(new FigureStrip.Figure(
                        "Commitment", Formats.UNKNOWN, Tone.NEUTRAL, "none helps beside these actions")));
        made.add(new FigureStrip.Figure(
                "Effort",
                formats.count(plan.effort()) + " points",
                Tone.NEUTRAL,
                plan.restarts() == 1 ? "1 restart" : formats.count(plan.restarts()) + " restarts"));
        made.add(new FigureStrip.Figure(
                "Months above a ceiling",
                formats.number(plan.expectedBreaches(), 2),
                Tone.NEUTRAL,
                "expected of all, in twelve months"));
        return made;
    }

    /// An amount over the term as one of a month.
    public Money month(Money term) {
        int days = plan().map(ActionPlan::days).orElse(1);
        return AverageMonth.ofDays(term, days);
    }

    /// What an action adds to the set in a month; NaN when it was left out.
    public double adds(ActionRow row) {
        return row.chosen()
                .map(one -> month(one.marginal()).amount().doubleValue())
                .orElse(Double.NaN);
    }

    /// What it would save as the only action in a month; NaN when it was left out.
    public double alone(ActionRow row) {
        return row.chosen()
                .map(one -> month(one.alone()).amount().doubleValue())
                .orElse(Double.NaN);
    }

    /// What lies behind a row, one paragraph each.
    public List<String> details(ActionRow row) {
        List<String> lines = new ArrayList<>();
        row.chosen()
                .ifPresent(one -> lines.add(
                        "It can be done from %s. Alone it would save %s a month; the set would lose %s without it, because commitments and other actions overlap."
                                .formatted(
                                        formats.dayYear(one.day()),
                                        formats.money(month(one.alone()), 0),
                                        formats.money(month(one.marginal()), 0))));
        if (!row.reason().isEmpty()) {
            lines.add("Left out: " + row.reason() + ".");
        }
        lines.add("%d points of effort, %s, %s months above a ceiling expected, confidence %s."
                .formatted(
                        row.action().effort().points(),
                        row.action().restart() == Action.Restart.NEEDED ? "a restart" : "no restart",
                        formats.number(row.action().expectedBreaches(), 2),
                        formats.percent(100 * row.action().confidence(), 0)));
        return lines;
    }

    /// What the commitment of the set is; empty when none helps.
    public Optional<String> commitment() {
        return plan().flatMap(ActionPlan::commitment)
                .map(bought ->
                        "Besides, a %s of %s an hour, %s upfront, on the usage that the actions leave; %s of it is unused on average. Rates are %s of %s."
                                .formatted(
                                        bought.rate().words(),
                                        formats.money(bought.hourly(), 2),
                                        formats.money(bought.upfront(), 0),
                                        formats.percent(100 * bought.unusedShare(), 1),
                                        bought.rate().sourceWords(),
                                        formats.dayYear(bought.rate().asOf())));
    }
}
