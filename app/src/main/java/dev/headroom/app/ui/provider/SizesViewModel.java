package dev.headroom.app.ui.provider;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.format.LargestSum;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Fetched;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.SizeBeside;
import dev.headroom.app.usecase.SizeBeside.Agreement;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Recommendation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The sizes that services of AWS advise, beside those of the policy in use.
public final class SizesViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Runnable connectAws;
    private final Fetched<AwsStatement> aws;
    private final ChosenRows<SizeRow> rows = new ChosenRows<>(SizeRow::key);
    private final ObjectProperty<SizeFilter> filter = new SimpleObjectProperty<>(SizeFilter.ALL);
    private final ObjectProperty<Optional<SizeSaid.Source>> source = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);

    /// @param connectAws opens the dialog that pulls from AWS
    public SizesViewModel(FleetModel fleet, ShellViewModel shell, Formats formats, Runnable connectAws) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.connectAws = connectAws;
        this.aws = fleet.advice().aws();
        aws.property().addListener((property, before, now) -> follow());
        fleet.rightsizingProperty().addListener((property, before, now) -> follow());
        fleet.insideProperty().addListener((property, before, now) -> follow());
        fleet.namesProperty().addListener((property, before, now) -> follow());
        filter.addListener((property, before, now) -> follow());
        source.addListener((property, before, now) -> follow());
        follow();
    }

    /// Reads what AWS said, unless that was done.
    public void want() {
        aws.want();
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

    /// The largest saving of either first.
    public ChosenRows<SizeRow> rows() {
        return rows;
    }

    public ObjectProperty<SizeFilter> filterProperty() {
        return filter;
    }

    /// The only service that is shown; empty for all.
    public ObjectProperty<Optional<SizeSaid.Source>> sourceProperty() {
        return source;
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
                    case Loaded.Known<AwsStatement>(AwsStatement said) -> known(said.sizes());
                });
    }

    private PanelState known(List<SizeSaid> said) {
        if (said.isEmpty()) {
            return PanelState.Empty.of(
                    "fth-cloud",
                    "AWS has not been asked about sizes",
                    "Pull the topic Recommendations. Compute Optimizer answers a day after the account has opted in to"
                            + " it, Cost Explorer once it is switched on.",
                    "Pull from AWS",
                    connectAws);
        }
        return switch (fleet.rightsizingProperty().get()) {
            case Loaded.Waiting<FleetRightsizing> waiting -> new PanelState.Loading();
            case Loaded.Failed<FleetRightsizing>(TaskFailure failure) ->
                show(said, List.of(), "; Headroom advises none: " + failure.message());
            case Loaded.Known<FleetRightsizing>(FleetRightsizing ours) -> show(said, ours.recommendations(), "");
        };
    }

    /// @param rest what else the sentence says
    private PanelState show(List<SizeSaid> said, List<Recommendation> ours, String rest) {
        List<SizeBeside> inside = SizeBeside.of(said, ours).stream()
                .filter(size -> fleet.isInside(size.server()))
                .toList();
        rows.show(inside.stream().filter(this::isShown).map(this::row).toList());
        List<SizeBeside> once = SizeBeside.once(inside);
        figures.setAll(figures(once));
        answer.set(sentence(once) + rest);
        return inside.isEmpty()
                ? ScopeStates.nothing("fth-server", "server that AWS or Headroom would change", shell)
                : new PanelState.Ready();
    }

    private boolean isShown(SizeBeside size) {
        return filter.get().takes(size.agreement())
                && (source.get().isEmpty()
                        || size.theirs().map(SizeSaid::source).equals(source.get()));
    }

    private SizeRow row(SizeBeside size) {
        String known = fleet.nameOf(size.server(), "Server");
        String theirs = size.theirs().map(SizeSaid::name).orElse("");
        return new SizeRow(size, known.equals(size.server()) && !theirs.isEmpty() ? theirs : known, account(size));
    }

    private String account(SizeBeside size) {
        return size.ours()
                .map(one -> one.server().account())
                .or(() -> size.theirs().map(SizeSaid::account).map(account -> {
                    String known = fleet.namesProperty().get().account(account);
                    return known.equals(account) ? fleet.nameOf(account, "Account") : known;
                }))
                .orElse("");
    }

    private String sentence(List<SizeBeside> once) {
        Optional<Instant> asked = once.stream()
                .flatMap(size -> size.theirs().stream())
                .map(SizeSaid::asked)
                .max(Comparator.naturalOrder());
        long compared =
                once.stream().filter(size -> size.agreement().isCompared()).count();
        return "AWS and Headroom agree on %s of %s servers%s"
                .formatted(
                        formats.count(agreeing(once)),
                        formats.count(compared),
                        asked.map(day -> "; AWS was asked on " + formats.dayYear(day))
                                .orElse(""));
    }

    private static long agreeing(List<SizeBeside> once) {
        return once.stream().filter(size -> size.agreement().isAgreement()).count();
    }

    private static long count(List<SizeBeside> once, Agreement agreement) {
        return once.stream().filter(size -> size.agreement() == agreement).count();
    }

    private List<FigureStrip.Figure> figures(List<SizeBeside> once) {
        long compared =
                once.stream().filter(size -> size.agreement().isCompared()).count();
        long opposite = count(once, Agreement.OPPOSITE);
        return List.of(
                new FigureStrip.Figure(
                        "Agree",
                        formats.count(agreeing(once)) + " of " + formats.count(compared),
                        Tone.NEUTRAL,
                        formats.count(count(once, Agreement.SAME)) + " on the same type"),
                new FigureStrip.Figure(
                        "Disagree",
                        formats.count(compared - agreeing(once)),
                        compared > agreeing(once) ? Tone.WATCH : Tone.NEUTRAL,
                        compared == agreeing(once)
                                ? "no server"
                                : opposite == 0
                                        ? "one would keep the size"
                                        : formats.count(opposite) + " in opposite directions"),
                saving("AWS saves a month", once, SizeBeside::theirSaving, "by its own prices"),
                saving("Headroom saves a month", once, SizeBeside::ourSaving, "gross, by list prices"),
                new FigureStrip.Figure(
                        "Said by one only",
                        formats.count(count(once, Agreement.AWS_ONLY) + count(once, Agreement.OURS_ONLY)),
                        Tone.NEUTRAL,
                        "%s by AWS, %s by Headroom"
                                .formatted(
                                        formats.count(count(once, Agreement.AWS_ONLY)),
                                        formats.count(count(once, Agreement.OURS_ONLY)))));
    }

    /// What is saved; larger types are left out.
    private FigureStrip.Figure saving(
            String heading, List<SizeBeside> once, Function<SizeBeside, Optional<Money>> amount, String basis) {
        List<Money> saved = once.stream()
                .flatMap(size -> amount.apply(size).stream())
                .filter(money -> money.amount().signum() > 0)
                .toList();
        return new FigureStrip.Figure(
                heading,
                LargestSum.of(saved.stream())
                        .map(money -> formats.money(money, 0))
                        .orElse(Formats.UNKNOWN),
                saved.isEmpty() ? Tone.NEUTRAL : Tone.GOOD,
                "%s, %s".formatted(saved.size() == 1 ? "1 server" : formats.count(saved.size()) + " servers", basis));
    }
}
