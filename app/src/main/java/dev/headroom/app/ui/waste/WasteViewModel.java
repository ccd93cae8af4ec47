package dev.headroom.app.ui.waste;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.format.LargestSum;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.quantity.AverageMonth;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteKind;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Idle and waste: the findings of the last days of the bills, what to do about each and what it saves.
public final class WasteViewModel {
    /// How many of the last days can be looked at.
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    private static final String NO_BILLS = "HR-3181";

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Asked<Integer, FindWaste.Found> waste;
    private final AdvicePage<FindWaste.Found, WasteRow> page;
    private final ObjectProperty<Optional<WasteKind>> kind = new SimpleObjectProperty<>(Optional.empty());

    public WasteViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.waste = fleet.advice().waste();
        this.page = new AdvicePage<>(waste, WasteRow::key, fleet, shell, formats);
        kind.addListener((source, before, now) -> refresh());
        page.follow(
                this::refresh,
                known -> known.found().isEmpty() ? nothing(known) : new PanelState.Ready(),
                this::failed);
    }

    public AdvicePage<FindWaste.Found, WasteRow> page() {
        return page;
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

    private PanelState failed(TaskFailure failure) {
        return failure.code().equals(NO_BILLS)
                ? PanelState.Empty.plain(
                        "fth-trash-2",
                        "No bills and no inventory yet",
                        "Import a bill of AWS or an inventory of volumes and the like, and what is idle or dear is listed"
                                + " here.")
                : new PanelState.Failed("Waste could not be looked for", failure, page::load);
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
        Optional<FindWaste.Found> known = page.known();
        if (known.isEmpty()) {
            return;
        }
        List<Waste> inside = known.get().found().stream().filter(this::inside).toList();
        page.show(
                inside.stream()
                        .filter(one -> kind.get().isEmpty() || kind.get().get() == one.kind())
                        .map(this::row)
                        .filter(row -> page.takes(row.standing()))
                        .toList(),
                inside.isEmpty()
                        ? "No waste in these days"
                        : "%s from %s to %s, on the bills and in the inventory; amounts at list prices where they are known"
                                .formatted(
                                        inside.size() == 1 ? "1 finding" : formats.count(inside.size()) + " findings",
                                        formats.dayYear(known.get().first()),
                                        formats.dayYear(known.get().last())),
                figures(inside.stream().filter(this::isPotential).toList()));
    }

    private WasteRow row(Waste one) {
        return new WasteRow(
                one,
                fleet.nameOf(one.resource(), one.kind().words()),
                fleet.namesProperty().get().account(one.account()),
                days(),
                page.standing(subject(one)));
    }

    private DecisionSubject subject(Waste one) {
        return DecisionSubjects.of(one, days());
    }

    private long days() {
        return page.known()
                .map(known -> ChronoUnit.DAYS.between(known.first(), known.last()) + 1)
                .orElse(1L);
    }

    private boolean isPotential(Waste one) {
        return page.standing(subject(one)).status().countsAsPotential();
    }

    /// What the findings save a month, and the kinds that save most.
    private List<FigureStrip.Figure> figures(List<Waste> inside) {
        List<FigureStrip.Figure> made = new ArrayList<>();
        made.add(new FigureStrip.Figure(
                "Can be saved a month",
                sum(inside).map(money -> formats.money(month(money), 0)).orElse(Formats.UNKNOWN),
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
                                    .map(money -> formats.money(month(money), 0))
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

    private static Optional<Money> sum(List<Waste> those) {
        return LargestSum.of(those.stream().map(Waste::saving));
    }

    private Money month(Money money) {
        return AverageMonth.ofDays(money, days());
    }

    /// What one finding saves in a month at the rate of the days looked at.
    public Money month(WasteRow row) {
        return month(row.waste().saving());
    }
}
