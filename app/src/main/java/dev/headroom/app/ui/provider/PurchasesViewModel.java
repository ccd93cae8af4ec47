package dev.headroom.app.ui.provider;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Fetched;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.MonthBeside;
import dev.headroom.app.usecase.PurchaseBeside;
import dev.headroom.app.usecase.PurchaseSaid;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.ProviderNames;
import dev.headroom.engine.quantity.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What AWS advises to buy, and how it says commitments stood, beside ours. Commitments are about the whole workspace,
/// whatever the scope.
public final class PurchasesViewModel {
    private final FleetModel fleet;
    private final Formats formats;
    private final Runnable connectAws;
    private final Fetched<AwsStatement> aws;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);
    private final ObservableList<PurchaseRow> purchases = FXCollections.observableArrayList();
    private final ObservableList<PurchaseRow> purchasesView = FXCollections.unmodifiableObservableList(purchases);
    private final ObservableList<MonthRow> months = FXCollections.observableArrayList();
    private final ObservableList<MonthRow> monthsView = FXCollections.unmodifiableObservableList(months);

    /// @param connectAws opens the dialog that pulls from AWS
    public PurchasesViewModel(FleetModel fleet, Formats formats, Runnable connectAws) {
        this.fleet = fleet;
        this.formats = formats;
        this.connectAws = connectAws;
        this.aws = fleet.advice().aws();
        aws.property().addListener((property, before, now) -> follow());
        fleet.commitments().property().addListener((property, before, now) -> follow());
        fleet.namesProperty().addListener((property, before, now) -> follow());
        follow();
    }

    /// Reads what AWS said and works out ours, unless that was done.
    public void want() {
        aws.want();
        fleet.commitments().want();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The sentence beside the title.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    /// The largest saving of AWS first.
    public ObservableList<PurchaseRow> purchases() {
        return purchasesView;
    }

    /// The last month first.
    public ObservableList<MonthRow> months() {
        return monthsView;
    }

    public Formats formats() {
        return formats;
    }

    private void follow() {
        state.set(
                switch (aws.property().get()) {
                    case Loaded.Waiting<AwsStatement> waiting -> new PanelState.Loading();
                    case Loaded.Failed<AwsStatement>(TaskFailure failure) ->
                        new PanelState.Failed("What AWS says could not be read", failure, aws::load);
                    case Loaded.Known<AwsStatement>(AwsStatement said) -> known(said);
                });
    }

    private PanelState known(AwsStatement said) {
        if (said.purchases().isEmpty() && said.months().isEmpty()) {
            return PanelState.Empty.of(
                    "fth-cloud",
                    "AWS has not been asked about commitments",
                    "Pull the topic Recommendations. Cost Explorer has to be switched on; it tells what to buy, and how"
                            + " what was bought is used and covers.",
                    "Pull from AWS",
                    connectAws);
        }
        return switch (fleet.commitments().property().get()) {
            case Loaded.Waiting<CommitmentReport> waiting -> new PanelState.Loading();
            case Loaded.Failed<CommitmentReport>(TaskFailure failure) ->
                show(said, Optional.empty(), "; Headroom advises nothing: " + failure.message());
            case Loaded.Known<CommitmentReport>(CommitmentReport ours) -> show(said, Optional.of(ours), "");
        };
    }

    /// @param rest what else the sentence says
    private PanelState show(AwsStatement said, Optional<CommitmentReport> ours, String rest) {
        purchases.setAll(PurchaseBeside.of(said.purchases(), ours).stream()
                .map(one -> new PurchaseRow(one, account(one.theirs().account())))
                .toList());
        months.setAll(MonthBeside.of(said.months(), ours).stream()
                .map(one -> new MonthRow(one, account(one.theirs().account())))
                .toList());
        figures.setAll(figures(ours));
        answer.set(sentence(said) + rest);
        return new PanelState.Ready();
    }

    private String account(String account) {
        String known = fleet.namesProperty().get().account(account);
        return known.equals(account) && !account.isEmpty() ? fleet.nameOf(account, "Account") : known;
    }

    private String sentence(AwsStatement said) {
        return said.purchases().stream()
                .map(PurchaseSaid::asked)
                .max(Comparator.naturalOrder())
                .map(day ->
                        "What AWS advises by the last 30 days, beside ours; AWS was asked on " + formats.dayYear(day))
                .orElse("AWS advises to buy nothing");
    }

    private List<FigureStrip.Figure> figures(Optional<CommitmentReport> ours) {
        return List.of(
                theirs(),
                ours(ours),
                month("Coverage", MonthRow::theirCoverage, MonthRow::ourCoverage),
                month("Utilization", MonthRow::theirUse, MonthRow::ourUse));
    }

    /// The largest saving of the wished term; of any term where AWS speaks of no such.
    private FigureStrip.Figure theirs() {
        CommitmentTerm wished = fleet.commitments().termProperty().get();
        return purchases.stream()
                .filter(row -> row.beside().theirs().term().equals(Optional.of(wished)))
                .findFirst()
                .or(() -> purchases.stream().findFirst())
                .map(row -> new FigureStrip.Figure(
                        "AWS advises for " + row.term(),
                        row.theirs(formats),
                        Tone.NEUTRAL,
                        row.what() + saves(row.theirSaving())))
                .orElse(new FigureStrip.Figure("AWS advises", "nothing", Tone.NEUTRAL, "to buy"));
    }

    private FigureStrip.Figure ours(Optional<CommitmentReport> report) {
        return report.stream()
                .flatMap(known -> known.advice().stream())
                .flatMap(advice -> advice.recommended().stream())
                .filter(option -> ProviderNames.same(option.rate().provider(), "AWS"))
                .findFirst()
                .map(option -> new FigureStrip.Figure(
                        "Headroom advises for " + option.rate().term().words(),
                        formats.money(option.commitmentHour(), 2) + " an hour",
                        Tone.NEUTRAL,
                        Words.capital(option.rate().kind().words()) + saves(Optional.of(option.expectedSavingMonth()))))
                .orElse(new FigureStrip.Figure("Headroom advises", "nothing", Tone.NEUTRAL, "to buy"));
    }

    private String saves(Optional<Money> month) {
        return month.map(money -> "; saves " + formats.money(money, 0) + " a month")
                .orElse("");
    }

    /// Of the last month of which AWS tells it.
    private FigureStrip.Figure month(
            String heading, ToDoubleFunction<MonthRow> theirs, ToDoubleFunction<MonthRow> ours) {
        return months.stream()
                .filter(row -> !Double.isNaN(theirs.applyAsDouble(row)))
                .findFirst()
                .map(row -> new FigureStrip.Figure(
                        heading + " by AWS",
                        formats.percent(theirs.applyAsDouble(row), 1),
                        Tone.NEUTRAL,
                        "%s, %s; %s on the bills"
                                .formatted(
                                        row.commitment(),
                                        row.monthWords(formats),
                                        formats.percent(ours.applyAsDouble(row), 1))))
                .orElse(new FigureStrip.Figure(heading + " by AWS", Formats.UNKNOWN, Tone.NEUTRAL, "not told"));
    }
}
