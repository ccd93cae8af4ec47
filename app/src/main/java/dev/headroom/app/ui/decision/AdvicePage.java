package dev.headroom.app.ui.decision;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;
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

/// What the pages of advice have in common: the advice they wait for, the sentence beside the title, the figures, the
/// rows that are shown and chosen, which decisions are shown, and the desk where people decide.
///
/// @param <T> the advice
/// @param <R> a row of the table
public final class AdvicePage<T, R> {
    private final Asked<?, T> advice;
    private final FleetModel fleet;
    private final Formats formats;
    private final DecisionDesk desk;
    private final ChosenRows<R> rows;
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ObservableList<FigureStrip.Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<FigureStrip.Figure> figuresView = FXCollections.unmodifiableObservableList(figures);

    /// @param key what a row is known by
    public AdvicePage(Asked<?, T> advice, Function<R, ?> key, FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.advice = advice;
        this.fleet = fleet;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        this.rows = new ChosenRows<>(key);
    }

    /// Shows the advice from now on.
    ///
    /// @param refresh shows what is known; run again when names, decisions or the choice of states change
    /// @param known the state of the page with this advice, after it was shown
    /// @param failed the state without it
    public void follow(Runnable refresh, Function<T, PanelState> known, Function<TaskFailure, PanelState> failed) {
        Runnable told = () -> {
            switch (advice.property().get()) {
                case Loaded.Waiting<T> waiting -> state.set(new PanelState.Loading());
                case Loaded.Failed<T>(TaskFailure failure) -> state.set(failed.apply(failure));
                case Loaded.Known<T>(T value) -> {
                    refresh.run();
                    state.set(known.apply(value));
                }
            }
        };
        Runnable shown = () -> {
            if (known().isPresent()) {
                refresh.run();
            }
        };
        advice.property().addListener((source, before, now) -> told.run());
        fleet.insideProperty().addListener((source, before, now) -> told.run());
        fleet.namesProperty().addListener((source, before, now) -> shown.run());
        fleet.decisionsProperty().addListener((source, before, now) -> shown.run());
        status.addListener((source, before, now) -> shown.run());
        told.run();
    }

    /// The advice, once it is there.
    public Optional<T> known() {
        return advice.property().get().known();
    }

    /// Works it out, unless that was done.
    public void want() {
        advice.want();
    }

    /// Works it out again.
    public void load() {
        advice.load();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The sentence beside the title.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ChosenRows<R> rows() {
        return rows;
    }

    public ObservableList<FigureStrip.Figure> figures() {
        return figuresView;
    }

    /// Which states of decisions the table shows.
    public ObjectProperty<StatusFilter> statusProperty() {
        return status;
    }

    /// Whether the table shows what stands like this.
    public boolean takes(Standing standing) {
        return status.get().takes(standing.status());
    }

    /// What was decided about something.
    public Standing standing(DecisionSubject about) {
        return fleet.decisionsProperty().get().standing(about);
    }

    public DecisionDesk desk() {
        return desk;
    }

    public Formats formats() {
        return formats;
    }

    /// Shows other rows, another sentence and other figures.
    public void show(List<R> next, String sentence, List<FigureStrip.Figure> made) {
        rows.show(next);
        answer.set(sentence);
        figures.setAll(made);
    }
}
