package dev.headroom.app.ui.others;

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
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Other resources: what to do about each volume, database, function, address, load balancer and snapshot.
public final class OthersViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Asked<SizingPolicy, AssetAdvice> others;
    private final DecisionDesk desk;
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ChosenRows<OthersRow> rows = new ChosenRows<>(OthersRow::key);
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);
    private final ObjectProperty<OthersFilter> filter = new SimpleObjectProperty<>(OthersFilter.TO_DO);
    private final ObjectProperty<Optional<AssetKind>> kind = new SimpleObjectProperty<>(Optional.empty());

    public OthersViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        this.others = fleet.advice().others();
        others.property().addListener((source, before, now) -> follow(now));
        fleet.insideProperty()
                .addListener((source, before, now) -> follow(others.property().get()));
        fleet.namesProperty().addListener((source, before, now) -> refresh());
        fleet.decisionsProperty().addListener((source, before, now) -> refresh());
        status.addListener((source, before, now) -> refresh());
        filter.addListener((source, before, now) -> refresh());
        kind.addListener((source, before, now) -> refresh());
        follow(others.property().get());
    }

    /// Works it out, unless that was done.
    public void want() {
        others.want();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How much is to be done, what it saves and at which prices.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ChosenRows<OthersRow> rows() {
        return rows;
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    public ObjectProperty<OthersFilter> filterProperty() {
        return filter;
    }

    /// The only kind to show; empty for all.
    public ObjectProperty<Optional<AssetKind>> kindProperty() {
        return kind;
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

    private void follow(Loaded<AssetAdvice> result) {
        switch (result) {
            case Loaded.Waiting<AssetAdvice> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<AssetAdvice>(var failure) ->
                state.set(new PanelState.Failed("Other resources could not be judged", failure, others::load));
            case Loaded.Known<AssetAdvice>(AssetAdvice known) -> {
                refresh();
                state.set(known.advice().isEmpty() ? nothing() : new PanelState.Ready());
            }
        }
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
        Optional<AssetAdvice> known = others.property().get().known();
        if (known.isEmpty()) {
            return;
        }
        List<Advice> inside = known.get().advice().stream().filter(this::inside).toList();
        rows.show(inside.stream()
                .filter(filter.get()::takes)
                .filter(one ->
                        kind.get().isEmpty() || kind.get().get() == one.asset().kind())
                .map(this::row)
                .filter(row -> row.change().isEmpty() || status.get().takes(row.status()))
                .toList());
        List<Advice> open = inside.stream().filter(this::isOpen).toList();
        List<Advice> todo = open.stream().filter(OthersFilter.TO_DO::takes).toList();
        answer.set("%s to do among %s; list prices of %s"
                .formatted(
                        todo.size() == 1 ? "1 thing" : formats.count(todo.size()) + " things",
                        inside.size() == 1 ? "1 resource" : formats.count(inside.size()) + " resources",
                        formats.dayYear(known.get().priceDate())));
        figures.setAll(figures(open));
    }

    /// Identifiers of AWS often hold the number of the account, so that only hosts keep a name under
    /// pseudonyms.
    private OthersRow row(Advice one) {
        Names names = fleet.namesProperty().get();
        String id = one.asset().id();
        String name = names.resource(id);
        boolean hidden = fleet.pseudonymsProperty().get() && name.equals(id);
        return new OthersRow(
                one,
                hidden ? one.asset().kind().code() + " " + Integer.toHexString(id.hashCode()) : name,
                names.account(one.asset().account()),
                standing(one));
    }

    private Standing standing(Advice one) {
        return fleet.decisionsProperty().get().standing(DecisionSubjects.of(one));
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

    /// In the currency that most is about.
    private String sum(List<Advice> those) {
        Map<CurrencyCode, Money> sums = new TreeMap<>();
        those.stream()
                .flatMap(one -> one.gross().stream())
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return sums.values().stream()
                .max(Comparator.comparing(money -> money.amount().abs()))
                .map(money -> formats.money(money, 0))
                .orElse(Formats.UNKNOWN);
    }
}
