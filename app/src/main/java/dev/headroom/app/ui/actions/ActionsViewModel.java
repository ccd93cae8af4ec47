package dev.headroom.app.ui.actions;

import dev.headroom.app.ui.decision.DecisionDesk;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.plan.ActionPlan;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The best set of actions under limits: what to do, what each adds, what was left out and why. It is about the whole
/// workspace, whatever the scope, because commitments pay for all of it.
public final class ActionsViewModel {
    private static final List<String> NOTHING_TO_PLAN = List.of("HR-3253", "HR-3252");
    private static final BigDecimal MONTH =
            BigDecimal.valueOf(365).divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);

    private final FleetModel fleet;
    private final Formats formats;
    private final Asked<PlanLimits, PlanActions.Report> plans;
    private final LimitsForm form;
    private final DecisionDesk desk;
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ChosenRows<ActionRow> rows = new ChosenRows<>(ActionRow::key);
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);
    private final ObjectProperty<ActionFilter> filter = new SimpleObjectProperty<>(ActionFilter.CHOSEN);

    public ActionsViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        this.plans = fleet.advice().actions();
        this.form = new LimitsForm(plans.questionProperty().get());
        plans.property().addListener((source, before, now) -> follow(now));
        fleet.namesProperty().addListener((source, before, now) -> refresh());
        fleet.decisionsProperty().addListener((source, before, now) -> refresh());
        status.addListener((source, before, now) -> refresh());
        filter.addListener((source, before, now) -> refresh());
        follow(plans.property().get());
    }

    /// Works it out, unless that was done.
    public void want() {
        plans.want();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the set saves a month.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ChosenRows<ActionRow> rows() {
        return rows;
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    public ObjectProperty<ActionFilter> filterProperty() {
        return filter;
    }

    public LimitsForm form() {
        return form;
    }

    /// Which states the table shows.
    public ObjectProperty<StatusFilter> statusProperty() {
        return status;
    }

    public DecisionDesk desk() {
        return desk;
    }

    public Formats formats() {
        return formats;
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

    private void follow(Loaded<PlanActions.Report> result) {
        switch (result) {
            case Loaded.Waiting<PlanActions.Report> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<PlanActions.Report>(var failure) ->
                state.set(
                        NOTHING_TO_PLAN.contains(failure.code())
                                ? PanelState.Empty.plain("fth-target", "No set can be chosen yet", failure.message())
                                : new PanelState.Failed("No set could be chosen", failure, plans::load));
            case Loaded.Known<PlanActions.Report> known -> {
                refresh();
                state.set(new PanelState.Ready());
            }
        }
    }

    private Optional<ActionPlan> plan() {
        return plans.property().get().known().map(PlanActions.Report::plan);
    }

    private void refresh() {
        plan().ifPresent(this::show);
    }

    private void show(ActionPlan plan) {
        List<ActionRow> all = Stream.concat(
                        plan.chosen().stream().map(one -> row(one.action(), Optional.of(one), "")),
                        plan.left().stream().map(one -> row(one.action(), Optional.empty(), one.reason())))
                .toList();
        rows.show(all.stream()
                .filter(filter.get()::takes)
                .filter(row -> status.get().takes(row.status()))
                .toList());
        answer.set("%s%s save %s a month together, whole workspace"
                .formatted(
                        plan.chosen().size() == 1
                                ? "1 action"
                                : formats.count(plan.chosen().size()) + " actions",
                        plan.commitment().isPresent() ? " and a commitment" : "",
                        formats.money(month(plan.saving()), 0)));
        figures.setAll(figures(plan));
    }

    private ActionRow row(Action action, Optional<ActionPlan.Chosen> chosen, String reason) {
        String name = fleet.namesProperty().get().resource(action.resource());
        return new ActionRow(
                action,
                name,
                chosen,
                reason.replace(action.resource(), name),
                fleet.decisionsProperty().get().standing(DecisionSubjects.of(action)));
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
        return new Money(
                term.amount().multiply(MONTH).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64), term.currency());
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
                                        bought.rate().source(),
                                        formats.dayYear(bought.rate().asOf())));
    }
}
