package dev.headroom.app.ui.scenarios;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.history.Change;
import dev.headroom.app.ui.history.History;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScenarioFiles;
import dev.headroom.app.usecase.ScenarioScopes;
import dev.headroom.app.usecase.WhatifTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The Scenarios panel: one scenario, the futures it changes, and the scenario that it is compared with. What
/// is looked at is the scope of the window; the resource of the upper chart is the one that is chosen in the
/// window.
public final class ScenariosViewModel {
    private static final int FIRST_EVENT_DAYS = 30;

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final ScenarioFaces faces;
    private final EventPlaces places;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyObjectWrapper<Scenario> scenario =
            new ReadOnlyObjectWrapper<>(Scenario.named("New scenario"));
    private final ReadOnlyObjectWrapper<@Nullable Scenario> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Scenario>> beside = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KeepScenarios.Kept>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ScenarioFace> face = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private String looked = "";
    private @Nullable RunScenarios runs;
    private @Nullable GroundRequest asked;
    private @Nullable RunningTask preparing;
    private @Nullable RunningTask computing;

    public ScenariosViewModel(FleetModel fleet, ShellViewModel shell, BackgroundRunner runner, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        this.faces = new ScenarioFaces(fleet, new DifferenceWords(formats));
        this.places = new EventPlaces(fleet);
        fleet.serversProperty().addListener((source, before, now) -> prepare());
        fleet.insideProperty().addListener((source, before, now) -> prepare());
        fleet.limitProperty().addListener((source, before, now) -> prepare());
        fleet.basisProperty().addListener((source, before, now) -> prepare());
        shell.selectionProperty().addListener((source, before, now) -> compute());
        shell.metricProperty().addListener((source, before, now) -> compute());
        scenario.addListener((source, before, now) -> prepare());
        beside.addListener((source, before, now) -> prepare());
        readKept();
        prepare();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Scenario> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ScenarioFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The scenario that stands beside this one.
    public ReadOnlyObjectProperty<Optional<Scenario>> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /// The saved scenarios.
    public ReadOnlyObjectProperty<List<KeepScenarios.Kept>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// The version that was saved or opened last; null before that.
    public ReadOnlyObjectProperty<@Nullable Scenario> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Such as `Edited, not saved`.
    public String standing() {
        Scenario last = saved.get();
        if (last == null) {
            return scenario.get().events().isEmpty() ? "New" : "Not saved";
        }
        return isSaved() ? "Saved, version " + last.version() : "Edited, not saved";
    }

    public boolean isSaved() {
        Scenario last = saved.get();
        Scenario now = scenario.get();
        return last != null && last.name().equals(now.name()) && last.events().equals(now.events());
    }

    public Formats formats() {
        return formats;
    }

    public History history() {
        return fleet.history();
    }

    /// What an event is called: its own name, or what it does.
    public String name(Event event) {
        return ScenarioFaces.name(event);
    }

    /// The scope of an event under the names that are shown.
    public String place(EventScope scope) {
        return places.words(scope);
    }

    /// The scopes that an event can be given.
    public List<EventScope> places() {
        return places.all();
    }

    /// The first day that can be changed.
    public LocalDate firstDay() {
        RunScenarios known = runs;
        return known == null
                ? LocalDate.EPOCH
                : LocalDate.ofInstant(known.ground().baseline().grid().start(), ZoneOffset.UTC);
    }

    /// An event to begin with, about the chosen server.
    Event draft(NewEvents kind) {
        String server = subject().map(load -> load.load().resource()).orElse("");
        boolean narrow = kind == NewEvents.RESIZE || kind == NewEvents.DECOMMISSION || kind == NewEvents.SCHEDULE;
        EventScope view = ScenarioScopes.of(fleet.scopeProperty().get());
        CurrencyCode currency = Optional.ofNullable(runs)
                .flatMap(known -> known.ground().baseline().cost())
                .map(base -> base.currency())
                .orElse(CurrencyCode.USD);
        String type = Optional.ofNullable(runs)
                .flatMap(known -> known.nextLarger(server))
                .orElse("");
        return kind.make(
                narrow && !server.isEmpty() ? EventScope.resource(server) : view,
                firstDay().plusDays(FIRST_EVENT_DAYS).withDayOfMonth(1),
                currency,
                type);
    }

    /// Makes a change that can be undone.
    void edit(String what, Scenario next) {
        Scenario before = scenario.get();
        if (!next.equals(before)) {
            fleet.history().make(Change.atOnce(what, () -> scenario.set(next), () -> scenario.set(before)));
        }
    }

    void add(Event event) {
        List<Event> events = new ArrayList<>(scenario.get().events());
        events.add(event);
        edit("adding an event", scenario.get().with(events));
    }

    void replace(int index, Event event, String what) {
        List<Event> events = new ArrayList<>(scenario.get().events());
        events.set(index, event);
        edit(what, scenario.get().with(events));
    }

    void remove(int index) {
        List<Event> events = new ArrayList<>(scenario.get().events());
        events.remove(index);
        edit("removing an event", scenario.get().with(events));
    }

    void toggle(int index) {
        Event event = scenario.get().events().get(index);
        replace(
                index,
                event.switched(event.isOn() ? Event.Standing.OFF : Event.Standing.ON),
                event.isOn() ? "switching an event off" : "switching an event on");
    }

    void move(int index, long days) {
        replace(index, scenario.get().events().get(index).moved(days), "moving an event");
    }

    /// Moves the end of an event; one without an end gets one.
    void resize(int index, LocalDate until) {
        Event event = scenario.get().events().get(index);
        boolean fixed = event.change() instanceof dev.headroom.engine.scenario.Change.Commitment
                || event.change() instanceof dev.headroom.engine.scenario.Change.Decommission;
        if (!fixed && until.isAfter(event.from())) {
            replace(index, event.at(event.from(), Optional.of(until)), "resizing an event");
        }
    }

    /// Moves the first day of an event and leaves its end.
    void start(int index, LocalDate from) {
        Event event = scenario.get().events().get(index);
        if (event.until().map(from::isBefore).orElse(true)) {
            replace(index, event.at(from, event.until()), "resizing an event");
        }
    }

    void rename(String name) {
        if (!name.isBlank()) {
            edit("renaming the scenario", scenario.get().renamed(name.strip()));
        }
    }

    void open(Scenario other) {
        saved.set(other.version() == 0 ? null : other);
        edit("opening a scenario", other);
    }

    /// Opens a scenario file.
    ///
    /// @param failed is told why it was not opened
    void openFile(Path file, Consumer<TaskFailure> failed) {
        runner.start(Job.of("Opening " + file.getFileName(), progress -> ScenarioFiles.read(file))
                .after(read -> {
                    saved.set(null);
                    edit("opening a scenario", read.numbered(0));
                })
                .failed(failed));
    }

    /// Adds the events of another scenario to this one.
    void stack(Scenario other) {
        Scenario now = scenario.get();
        edit("adding events", now.with(Scenario.stacked(List.of(now, other)).events()));
    }

    void begin() {
        saved.set(null);
        edit("a new scenario", Scenario.named("New scenario"));
    }

    void duplicate() {
        saved.set(null);
        edit(
                "duplicating the scenario",
                scenario.get().renamed(scenario.get().name() + ", copy").numbered(0));
    }

    /// @param other empty takes the comparison away
    void compare(Optional<Scenario> other) {
        beside.set(other);
    }

    /// Saves the next version.
    ///
    /// @param failed is told why it was not saved
    void save(Consumer<TaskFailure> failed) {
        Scenario now =
                scenario.get().viewing(ScenarioScopes.of(fleet.scopeProperty().get()));
        RunScenarios known = runs;
        Scenario whole =
                known == null ? now : now.computedOn(known.ground().baseline().provenance());
        runner.start(Job.of("Saving " + now.name(), progress -> fleet.session().saveScenario(whole))
                .after(done -> {
                    saved.set(done);
                    scenario.set(scenario.get().numbered(done.version()));
                    readKept();
                })
                .failed(failed));
    }

    private void readKept() {
        runner.start(Job.of("Reading scenarios", progress -> fleet.session().savedScenarios())
                .after(kept::set));
    }

    private void prepare() {
        switch (fleet.serversProperty().get()) {
            case Loaded.Waiting<List<Server>> _ -> {}
            case Loaded.Failed<List<Server>>(TaskFailure failure) ->
                state.set(new PanelState.Failed("The inventory could not be read", failure, fleet::load));
            case Loaded.Known<List<Server>> _ -> prepareKnown();
        }
    }

    private void prepareKnown() {
        List<Event> all = new ArrayList<>(scenario.get().events());
        beside.get().ifPresent(other -> all.addAll(other.events()));
        GroundRequest request = new GroundRequest(
                ScenarioScopes.of(fleet.scopeProperty().get()),
                GroundRequest.Reach.of(all),
                GroundRequest.DEFAULT_DAYS,
                fleet.limitProperty().get(),
                fleet.basisProperty().get());
        if (request.equals(asked)) {
            compute();
            return;
        }
        asked = request;
        stop(preparing);
        preparing = runner.start(Job.of(
                        "Preparing scenarios", progress -> fleet.session().scenarios(request, progress))
                .before(() -> {
                    if (face.get() == null) {
                        state.set(new PanelState.Loading());
                    }
                })
                .after(made -> {
                    runs = made;
                    compute();
                })
                .failed(this::failed)
                .stopped(() -> asked = null));
    }

    private void failed(TaskFailure failure) {
        state.set(
                failure.code().equals("HR-3285")
                        ? PanelState.Empty.plain(
                                "fth-git-branch",
                                "Nothing to plan with",
                                "Import utilization or bills, or widen the scope.")
                        : new PanelState.Failed("Scenarios could not be computed", failure, () -> {
                            asked = null;
                            prepare();
                        }));
    }

    private void compute() {
        RunScenarios known = runs;
        if (known == null) {
            return;
        }
        Scenario now = scenario.get();
        Optional<Scenario> other = beside.get();
        String selection = shell.selectionProperty().get().isEmpty()
                ? looked
                : shell.selectionProperty().get();
        ResourceKind kind = shell.metricProperty().get();
        stop(computing);
        computing = runner.start(
                Job.of("Computing " + now.name(), progress -> faces.face(known, now, other, selection, kind))
                        .after(made -> {
                            looked = made.resource();
                            face.set(made);
                            answer.set(made.answer());
                            state.set(new PanelState.Ready());
                        })
                        .failed(this::failed));
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }

    private Optional<LoadOutcome> subject() {
        ScenarioFace shown = face.get();
        RunScenarios known = runs;
        return shown == null || known == null
                ? Optional.empty()
                : ScenarioFaces.chosen(
                        known.ground(),
                        shown.outcome(),
                        shown.resource(),
                        shell.metricProperty().get());
    }

    /// Writes the scenario as a file that can be opened again.
    Exportable.Writing document() {
        Scenario now = scenario.get();
        return (target, common) -> ScenarioFiles.write(now, target);
    }

    /// Writes what is shown as the table of the command line.
    Exportable.Writing sheet() {
        ScenarioFace shown = Objects.requireNonNull(face.get(), "no scenario is shown");
        RunScenarios known = Objects.requireNonNull(runs, "no scenario is shown");
        List<Outcome> outcomes = new ArrayList<>(List.of(shown.outcome()));
        beside.get().ifPresent(other -> outcomes.add(known.run(other)));
        return (target, common) -> new WhatifTable(known.ground(), outcomes).write(target);
    }
}
