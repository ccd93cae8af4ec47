package dev.headroom.app.ui.waste;

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
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Idle and waste: the findings of the last days of the bills, what to do about each and what it saves.
public final class WasteViewModel {
    /// How many of the last days can be looked at.
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    private static final String NO_BILLS = "HR-3181";
    private static final BigDecimal MONTH =
            BigDecimal.valueOf(365).divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Asked<Integer, FindWaste.Found> waste;
    private final DecisionDesk desk;
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ChosenRows<WasteRow> rows = new ChosenRows<>(WasteRow::key);
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);
    private final ObjectProperty<Optional<WasteKind>> kind = new SimpleObjectProperty<>(Optional.empty());

    public WasteViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        this.waste = fleet.advice().waste();
        waste.property().addListener((source, before, now) -> follow(now));
        fleet.insideProperty()
                .addListener((source, before, now) -> follow(waste.property().get()));
        fleet.namesProperty().addListener((source, before, now) -> refresh());
        fleet.decisionsProperty().addListener((source, before, now) -> refresh());
        status.addListener((source, before, now) -> refresh());
        kind.addListener((source, before, now) -> refresh());
        follow(waste.property().get());
    }

    /// Works it out, unless that was done.
    public void want() {
        waste.want();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How much was found, in which days of the bills.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ChosenRows<WasteRow> rows() {
        return rows;
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    /// The only kind to show; empty for all.
    public ObjectProperty<Optional<WasteKind>> kindProperty() {
        return kind;
    }

    /// How many of the last days are looked at.
    public ReadOnlyObjectProperty<Integer> daysProperty() {
        return waste.questionProperty();
    }

    public void setDays(int days) {
        waste.ask(days);
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

    private void follow(Loaded<FindWaste.Found> result) {
        switch (result) {
            case Loaded.Waiting<FindWaste.Found> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<FindWaste.Found>(var failure) ->
                state.set(
                        failure.code().equals(NO_BILLS)
                                ? PanelState.Empty.plain(
                                        "fth-trash-2",
                                        "No bills and no inventory yet",
                                        "Import a bill of AWS or an inventory of volumes and the like, and what is idle or dear is listed here.")
                                : new PanelState.Failed("Waste could not be looked for", failure, waste::load));
            case Loaded.Known<FindWaste.Found>(FindWaste.Found known) -> {
                refresh();
                state.set(known.found().isEmpty() ? nothing(known) : new PanelState.Ready());
            }
        }
    }

    private PanelState nothing(FindWaste.Found known) {
        return PanelState.Empty.plain(
                "fth-check-circle",
                "No waste found",
                "Nothing on the bills and in the inventory from %s to %s is idle or to be had for less."
                        .formatted(formats.dayYear(known.first()), formats.dayYear(known.last())));
    }

    private boolean inside(Waste one) {
        Scope scope = shell.scopeProperty().get();
        boolean slice = switch (scope.slice()) {
            case Scope.Slice.All all -> true;
            case Scope.Slice.Service(String name) -> name.equals(one.service());
            case Scope.Slice.Tag tag -> fleet.isInside(one.resource());
        };
        return slice
                && (scope.provider().isEmpty() || scope.provider().equalsIgnoreCase("aws"))
                && (scope.account().isEmpty() || scope.account().equals(one.account()))
                && (scope.resource().isEmpty() || scope.resource().equals(one.resource()));
    }

    private void refresh() {
        Optional<FindWaste.Found> known = waste.property().get().known();
        if (known.isEmpty()) {
            return;
        }
        List<Waste> inside = known.get().found().stream().filter(this::inside).toList();
        rows.show(inside.stream()
                .filter(one -> kind.get().isEmpty() || kind.get().get() == one.kind())
                .map(this::row)
                .filter(row -> status.get().takes(row.status()))
                .toList());
        answer.set(
                inside.isEmpty()
                        ? "No waste in these days"
                        : "%s from %s to %s, on the bills and in the inventory; amounts at list prices where they are known"
                                .formatted(
                                        inside.size() == 1 ? "1 finding" : formats.count(inside.size()) + " findings",
                                        formats.dayYear(known.get().first()),
                                        formats.dayYear(known.get().last())));
        figures.setAll(
                figures(known.get(), inside.stream().filter(this::isPotential).toList()));
    }

    /// Identifiers of AWS often hold the number of the account, so that only hosts keep a name under
    /// pseudonyms.
    private WasteRow row(Waste one) {
        Names names = fleet.namesProperty().get();
        String name = names.resource(one.resource());
        boolean hidden = fleet.pseudonymsProperty().get() && name.equals(one.resource());
        return new WasteRow(
                one,
                hidden
                        ? one.kind().words() + " "
                                + Integer.toHexString(one.resource().hashCode())
                        : name,
                names.account(one.account()),
                days(),
                fleet.decisionsProperty().get().standing(subject(one)));
    }

    private DecisionSubject subject(Waste one) {
        return DecisionSubjects.of(one, days());
    }

    private long days() {
        return waste.property()
                .get()
                .known()
                .map(known -> ChronoUnit.DAYS.between(known.first(), known.last()) + 1)
                .orElse(1L);
    }

    private boolean isPotential(Waste one) {
        return fleet.decisionsProperty().get().standing(subject(one)).status().countsAsPotential();
    }

    /// What the findings save a month, and the kinds that save most.
    private List<FigureStrip.Figure> figures(FindWaste.Found known, List<Waste> inside) {
        List<FigureStrip.Figure> made = new ArrayList<>();
        made.add(new FigureStrip.Figure(
                "Can be saved a month",
                sum(inside).map(money -> formats.money(month(money, known), 0)).orElse(Formats.UNKNOWN),
                inside.isEmpty() ? Tone.NEUTRAL : Tone.GOOD,
                formats.count(inside.size()) + " findings"));
        Map<WasteKind, List<Waste>> kinds = new EnumMap<>(WasteKind.class);
        inside.forEach(one ->
                kinds.computeIfAbsent(one.kind(), key -> new ArrayList<>()).add(one));
        Arrays.stream(WasteKind.values())
                .filter(kinds::containsKey)
                .sorted(Comparator.comparing((WasteKind one) -> amount(kinds.getOrDefault(one, List.of())))
                        .reversed())
                .limit(4)
                .forEach(one -> {
                    List<Waste> those = kinds.getOrDefault(one, List.of());
                    made.add(new FigureStrip.Figure(
                            row(those.getFirst()).finding(),
                            sum(those)
                                    .map(money -> formats.money(month(money, known), 0))
                                    .orElse(Formats.UNKNOWN),
                            Tone.NEUTRAL,
                            "a month, " + formats.count(those.size())
                                    + (those.size() == 1 ? " finding" : " findings")));
                });
        return made;
    }

    private static BigDecimal amount(List<Waste> those) {
        return sum(those).map(Money::amount).orElse(BigDecimal.ZERO);
    }

    /// In the currency that most could be saved in.
    private static Optional<Money> sum(List<Waste> those) {
        Map<CurrencyCode, Money> sums = new TreeMap<>();
        those.forEach(one -> sums.merge(one.saving().currency(), one.saving(), Money::plus));
        return sums.values().stream().max(Comparator.comparing(Money::amount));
    }

    private static Money month(Money money, FindWaste.Found known) {
        long days = ChronoUnit.DAYS.between(known.first(), known.last()) + 1;
        return new Money(
                money.amount().multiply(MONTH).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64),
                money.currency());
    }

    /// What one finding saves in a month at the rate of the days looked at.
    public Money month(WasteRow row) {
        return month(row.waste().saving(), waste.property().get().known().orElseThrow());
    }
}
