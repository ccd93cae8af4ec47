package dev.headroom.app.ui.others;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.format.LargestSum;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Other resources: what to do about each volume, database, function, address, load balancer and snapshot.
public final class OthersViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final AdvicePage<AssetAdvice, OthersRow> page;
    private final ObjectProperty<OthersFilter> filter = new SimpleObjectProperty<>(OthersFilter.TO_DO);
    private final ObjectProperty<Optional<AssetKind>> kind = new SimpleObjectProperty<>(Optional.empty());

    public OthersViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.page = new AdvicePage<>(fleet.advice().others(), OthersRow::key, fleet, shell, formats);
        filter.addListener((source, before, now) -> refresh());
        kind.addListener((source, before, now) -> refresh());
        page.follow(
                this::refresh,
                known -> known.advice().isEmpty() ? nothing() : new PanelState.Ready(),
                failure -> new PanelState.Failed("Other resources could not be judged", failure, page()::load));
    }

    public AdvicePage<AssetAdvice, OthersRow> page() {
        return page;
    }

    public ObjectProperty<OthersFilter> filterProperty() {
        return filter;
    }

    /// The only kind to show; empty for all.
    public ObjectProperty<Optional<AssetKind>> kindProperty() {
        return kind;
    }

    private static PanelState nothing() {
        return PanelState.Empty.plain(
                "fth-hard-drive",
                "No other resources yet",
                "Import an inventory with a column kind that names volumes, databases, functions, snapshots, addresses or"
                        + " load balancers.");
    }

    private boolean inside(Advice one) {
        Scope scope = shell.scopeProperty().get();
        Asset asset = one.asset();
        boolean slice = switch (scope.slice()) {
            case Scope.Slice.All all -> true;
            // The inventory does not name services as bills do.
            case Scope.Slice.Service service -> false;
            case Scope.Slice.Tag(String key, String value) ->
                value.equals(asset.tags().get(key));
        };
        return slice
                && (scope.provider().isEmpty() || scope.provider().equalsIgnoreCase(asset.provider()))
                && (scope.account().isEmpty() || scope.account().equals(asset.account()))
                && (scope.resource().isEmpty() || scope.resource().equals(asset.id()));
    }

    private void refresh() {
        Optional<AssetAdvice> known = page.known();
        if (known.isEmpty()) {
            return;
        }
        List<Advice> inside = known.get().advice().stream().filter(this::inside).toList();
        List<OthersRow> rows = inside.stream()
                .filter(filter.get()::takes)
                .filter(one ->
                        kind.get().isEmpty() || kind.get().get() == one.asset().kind())
                .map(this::row)
                .filter(row -> row.change().isEmpty() || page.takes(row.standing()))
                .toList();
        List<Advice> open = inside.stream().filter(this::isOpen).toList();
        List<Advice> todo = open.stream().filter(OthersFilter.TO_DO::takes).toList();
        page.show(
                rows,
                "%s to do among %s; %s"
                        .formatted(
                                todo.size() == 1 ? "1 thing" : formats.count(todo.size()) + " things",
                                inside.size() == 1 ? "1 resource" : formats.count(inside.size()) + " resources",
                                known.get().prices().words(formats::dayYear)),
                figures(open));
    }

    private OthersRow row(Advice one) {
        Asset asset = one.asset();
        return new OthersRow(
                one,
                fleet.nameOf(asset.id(), asset.kind().code()),
                fleet.namesProperty().get().account(asset.account()),
                standing(one));
    }

    private Standing standing(Advice one) {
        return page.standing(DecisionSubjects.of(one));
    }

    /// What is to be done and not decided against, and what nothing can be decided about.
    private boolean isOpen(Advice one) {
        return !OthersFilter.TO_DO.takes(one) || standing(one).status().countsAsPotential();
    }

    private List<FigureStrip.Figure> figures(List<Advice> inside) {
        Predicate<Advice> tooSmall = one -> one instanceof Advice.Change change && change.relievesShortage();
        List<Advice> saving = inside.stream()
                .filter(OthersFilter.TO_DO::takes)
                .filter(tooSmall.negate())
                .toList();
        List<Advice> small = inside.stream().filter(tooSmall).toList();
        List<Advice> unused =
                saving.stream().filter(Advice.Remove.class::isInstance).toList();
        List<Advice> resized =
                saving.stream().filter(Advice.Change.class::isInstance).toList();
        long undecided =
                inside.stream().filter(Advice.Undecided.class::isInstance).count();
        return List.of(
                new FigureStrip.Figure(
                        "Can be saved a month",
                        sum(saving),
                        saving.isEmpty() ? Tone.NEUTRAL : Tone.GOOD,
                        "gross, as expected"),
                new FigureStrip.Figure(
                        "Too large or dear", formats.count(resized.size()), Tone.NEUTRAL, sum(resized) + " a month"),
                new FigureStrip.Figure(
                        "Not used", formats.count(unused.size()), Tone.NEUTRAL, sum(unused) + " a month"),
                new FigureStrip.Figure(
                        "Too small",
                        formats.count(small.size()),
                        small.isEmpty() ? Tone.NEUTRAL : Tone.WATCH,
                        small.isEmpty() ? "nothing is short" : sum(small) + " a month"),
                new FigureStrip.Figure("Not judged", formats.count(undecided), Tone.NEUTRAL, "the reason says why"));
    }

    private String sum(List<Advice> those) {
        return LargestSum.of(those.stream().flatMap(one -> one.gross().stream()))
                .map(money -> formats.money(money, 0))
                .orElse(Formats.UNKNOWN);
    }
}
