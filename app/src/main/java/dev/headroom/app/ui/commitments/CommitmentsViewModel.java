package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.adapter.CommitmentPlots;
import dev.headroom.app.ui.decision.DecisionDesk;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.HeldCommitment;
import dev.headroom.engine.commitment.UsagePool;
import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/// The Commitments panel: coverage, utilization and ends of what runs, and the options to buy with their
/// evidence. It shows the provider and currency with the most usage; commitments are about the whole
/// workspace, whatever the scope.
public final class CommitmentsViewModel {
    private final FleetModel fleet;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper span = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper("");
    private String basisWords = "";
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);
    private final ChosenRows<OptionRow> options =
            new ChosenRows<>(row -> row.about().key());
    private final DecisionDesk desk;
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ObservableList<HeldRow> held = FXCollections.observableArrayList();
    private final ObservableList<HeldRow> heldView = FXCollections.unmodifiableObservableList(held);
    private final ObjectProperty<OptionFilter> filter = new SimpleObjectProperty<>(OptionFilter.WORTH);
    private final ObjectProperty<CommitmentTerm> term = new SimpleObjectProperty<>(CommitmentTerm.ONE_YEAR);
    private final ReadOnlyObjectWrapper<@Nullable Plot> coverage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Plot> frontier = new ReadOnlyObjectWrapper<>();

    public CommitmentsViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        term.set(fleet.commitments().termProperty().get());
        term.addListener((source, before, now) -> fleet.commitments().setTerm(now));
        fleet.commitments().property().addListener((source, before, now) -> follow(now));
        fleet.namesProperty().addListener((source, before, now) -> refresh());
        fleet.decisionsProperty().addListener((source, before, now) -> refresh());
        status.addListener((source, before, now) -> refresh());
        filter.addListener((source, before, now) -> refresh());
        options.selectedProperty().addListener((source, before, now) -> draw());
        follow(fleet.commitments().property().get());
        fleet.commitments().want();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What to buy, with its expected saving and its bad case.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// What rates and hours rest on.
    public ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    /// Which bills were looked at.
    public ReadOnlyStringProperty spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    public ObservableList<OptionRow> options() {
        return options.rows();
    }

    /// The options of the table and what is chosen of them.
    public ChosenRows<OptionRow> choice() {
        return options;
    }

    /// Which states the table shows.
    public ObjectProperty<StatusFilter> statusProperty() {
        return status;
    }

    public DecisionDesk desk() {
        return desk;
    }

    /// The commitments on the bills, the next end first.
    public ObservableList<HeldRow> held() {
        return heldView;
    }

    public ObjectProperty<OptionFilter> filterProperty() {
        return filter;
    }

    /// The wished term; another one is worked out anew.
    public ObjectProperty<CommitmentTerm> termProperty() {
        return term;
    }

    public ObjectProperty<@Nullable OptionRow> selectedProperty() {
        return options.selectedProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Plot> coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Plot> frontierProperty() {
        return frontier.getReadOnlyProperty();
    }

    public Formats formats() {
        return formats;
    }

    private void follow(Loaded<CommitmentReport> result) {
        switch (result) {
            case Loaded.Waiting<CommitmentReport> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<CommitmentReport>(var failure) ->
                state.set(
                        failure.code().equals("HR-3252")
                                ? PanelState.Empty.plain(
                                        "fth-lock",
                                        "No bill to look at",
                                        "Import a bill with usage and purchases to see commitments and what to buy.")
                                : new PanelState.Failed(
                                        "Commitments could not be looked at", failure, fleet.commitments()::load));
            case Loaded.Known<CommitmentReport> known -> {
                refresh();
                state.set(
                        main().isPresent()
                                ? new PanelState.Ready()
                                : PanelState.Empty.plain(
                                        "fth-lock",
                                        "No usage that a commitment could pay for",
                                        "The bills hold no running hours of machines."));
            }
        }
    }

    private Optional<CommitmentReport> report() {
        return fleet.commitments().property().get().known();
    }

    /// The provider and currency with the most usage that commitments could pay for.
    private Optional<UsagePool> main() {
        return report().flatMap(known -> known.history().wholes().stream()
                .max(Comparator.comparingDouble(
                        whole -> known.history().coverage().getOrDefault(whole, List.of()).stream()
                                .flatMap(day -> day.eligible().stream())
                                .mapToDouble(BigDecimal::doubleValue)
                                .sum())));
    }

    private Optional<CommitmentAdvice> advice() {
        return main().flatMap(whole -> report().stream()
                .flatMap(known -> known.advice().stream())
                .filter(one -> one.whole().equals(whole))
                .findFirst());
    }

    private void refresh() {
        Optional<UsagePool> whole = main();
        if (whole.isEmpty()) {
            return;
        }
        CommitmentReport known = report().orElseThrow();
        CommitmentWords words = new CommitmentWords(known, whole.get(), advice(), formats);
        answer.set(words.answer());
        basisWords = words.basis();
        span.set(words.span());
        figures.setAll(words.figures());
        held.setAll(rows(known.history().held(), whole.get()));
        coverage.set(CommitmentPlots.coverage(known.history().coverage().getOrDefault(whole.get(), List.of())));
        options.show(advice().stream()
                .flatMap(one -> one.options().stream())
                .filter(option -> filter.get().takes(option.verdict()))
                .map(option ->
                        new OptionRow(option, fleet.decisionsProperty().get().standing(DecisionSubjects.of(option))))
                .filter(row -> status.get().takes(row.status()))
                .toList());
        draw();
    }

    private List<HeldRow> rows(List<HeldCommitment> commitments, UsagePool whole) {
        List<HeldRow> rows = new ArrayList<>();
        for (HeldCommitment commitment : commitments) {
            if (commitment.whole().equals(whole) && commitment.running()) {
                rows.add(
                        fleet.pseudonymsProperty().get()
                                ? new HeldRow("Commitment " + (rows.size() + 1), commitment)
                                : HeldRow.of(commitment));
            }
        }
        rows.sort(Comparator.comparing(HeldRow::order));
        return rows;
    }

    private void draw() {
        OptionRow row = options.selectedProperty().get();
        basis.set(
                row == null || row.option().isNothing()
                        ? basisWords
                        : "%s; chosen: %s off list prices"
                                .formatted(
                                        basisWords,
                                        formats.percent(
                                                row.option()
                                                        .rate()
                                                        .discountPercent()
                                                        .doubleValue(),
                                                0)));
        frontier.set(
                row == null || !row.option().pool().isWhole() || row.option().isNothing()
                        ? null
                        : advice().flatMap(one -> CommitmentPlots.frontier(one.frontier(), row.option(), formats))
                                .orElse(null));
    }

    /// What lies behind the chosen option, one paragraph each.
    public List<String> details() {
        OptionRow row = options.selectedProperty().get();
        return row == null ? List.of() : CommitmentWords.details(row.option(), advice().orElseThrow(), formats);
    }
}
