package dev.headroom.app.ui.scenarios;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.history.Change;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.ScenarioScopes;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.Scenario;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The Scenarios panel.
public final class ScenariosView implements PanelView {
    /// How wide the names beside the timeline and the charts are.
    static final double LABELS = 132;

    private final ScenariosViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(12);
    private final TimelineCard timeline;
    private FileAsk files = this::chooseFile;
    private final StackPane loadPlace = new StackPane();
    private final StackPane costPlace = new StackPane();
    private final Label loadSubject = Parts.elastic("", "small", "muted");
    private final Label costSubject = Parts.elastic("", "small", "muted");
    private final DifferenceTable loadTable = new DifferenceTable();
    private final DifferenceTable costTable = new DifferenceTable();
    private final VBox notes = new VBox(4);
    private final TextField title = new TextField();
    private @Nullable PlotView load;
    private @Nullable PlotView cost;

    /// @param modal where the form of an event is shown
    public ScenariosView(ScenariosViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.shell = shell;
        this.timeline = new TimelineCard(model, modal);
        root.getStyleClass().addAll("panel", "scenarios");
        VBox charts = charts();
        VBox tables = tables();
        VBox column = new VBox(12, timeline, charts, tables);
        VBox.setVgrow(charts, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        StatePane pane = new StatePane(scroll, StatePane.blocks(120, 360, 140), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        Label answer = Parts.elastic("", "body");
        answer.setId("scenario-answer");
        answer.textProperty().bind(model.answerProperty());
        root.getChildren().addAll(head(), answer, pane);
        model.faceProperty().addListener((source, before, now) -> show(now));
        show(model.faceProperty().get());
    }

    private HBox head() {
        title.setId("scenario-name");
        title.getStyleClass().addAll("title-field", "page-title");
        title.setAccessibleText("Name of the scenario");
        title.setPrefColumnCount(20);
        title.setText(model.scenarioProperty().get().name());
        title.setOnAction(event -> model.rename(title.getText()));
        title.focusedProperty().addListener((source, before, now) -> {
            if (!now) {
                model.rename(title.getText());
            }
        });
        HBox standing = new HBox();
        Runnable tell = () -> {
            title.setText(model.scenarioProperty().get().name());
            standing.getChildren()
                    .setAll(Parts.badge(
                            model.isSaved() ? Tone.GOOD : Tone.NEUTRAL,
                            model.isSaved() ? "fth-check" : "fth-edit-2",
                            model.standing()));
        };
        model.scenarioProperty().addListener((source, before, now) -> tell.run());
        model.savedProperty().addListener((source, before, now) -> tell.run());
        tell.run();
        HBox head = Parts.row(
                8,
                title,
                standing,
                Parts.spring(),
                openMenu(),
                Parts.button("Duplicate", "fth-copy", model::duplicate),
                compareMenu(),
                exportMenu(),
                save());
        head.getStyleClass().add("page-head");
        standing.setMinWidth(Region.USE_PREF_SIZE);
        standing.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node save() {
        var button = Parts.button("Save", "fth-save", this::keep, "primary");
        button.setId("scenario-save");
        return button;
    }

    private void keep() {
        model.rename(title.getText());
        model.save(this::notSaved);
    }

    private void notSaved(TaskFailure failure) {
        shell.notify(Notice.bad("The scenario was not saved", failure.message() + " (" + failure.code() + ")"));
    }

    private void notOpened(TaskFailure failure) {
        shell.notify(Notice.bad("The scenario was not opened", failure.message() + " (" + failure.code() + ")"));
    }

    /// Asks for a scenario file.
    @FunctionalInterface
    interface FileAsk {
        Optional<Path> choose();
    }

    /// Asks for files in another way than the system's dialog.
    void chooseFilesBy(FileAsk ask) {
        files = ask;
    }

    private Optional<Path> chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a scenario");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Scenarios", "*.json"));
        return Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow()))
                .map(File::toPath);
    }

    private MenuButton openMenu() {
        MenuButton menu = new MenuButton("Open", Icons.small("fth-folder"));
        menu.setId("scenario-open");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Runnable fill = () -> {
            MenuItem fresh = new MenuItem("New scenario");
            fresh.setOnAction(event -> model.begin());
            MenuItem file = new MenuItem("From a file …");
            file.setOnAction(event -> files.choose().ifPresent(path -> model.openFile(path, this::notOpened)));
            menu.getItems().setAll(fresh, file);
            if (!model.keptProperty().get().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (KeepScenarios.Kept kept : model.keptProperty().get()) {
                MenuItem item = new MenuItem(words(kept.scenario()));
                item.setOnAction(event -> model.open(kept.scenario()));
                menu.getItems().add(item);
            }
            if (!model.keptProperty().get().isEmpty()) {
                menu.getItems().addAll(new SeparatorMenuItem(), stackMenu());
            }
        };
        model.keptProperty().addListener((source, before, now) -> fill.run());
        fill.run();
        return menu;
    }

    /// Saved scenarios whose events can be added to those of this one.
    private Menu stackMenu() {
        Menu menu = new Menu("Add the events of");
        for (KeepScenarios.Kept kept : model.keptProperty().get()) {
            MenuItem item = new MenuItem(words(kept.scenario()));
            item.setOnAction(event -> model.stack(kept.scenario()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton compareMenu() {
        MenuButton menu = new MenuButton("Compare", Icons.small("fth-columns"));
        menu.setId("scenario-compare");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Runnable fill = () -> {
            menu.setText(model.besideProperty().get().isEmpty() ? "Compare" : "Comparing");
            menu.getItems().clear();
            for (KeepScenarios.Kept kept : model.keptProperty().get()) {
                MenuItem item = new MenuItem(words(kept.scenario()));
                item.setOnAction(event -> model.compare(Optional.of(kept.scenario())));
                menu.getItems().add(item);
            }
            MenuItem none = new MenuItem(
                    model.keptProperty().get().isEmpty() ? "Save a scenario to compare with it" : "Nothing");
            none.setDisable(model.keptProperty().get().isEmpty());
            none.setOnAction(event -> model.compare(Optional.empty()));
            menu.getItems().add(none);
        };
        model.keptProperty().addListener((source, before, now) -> fill.run());
        model.besideProperty().addListener((source, before, now) -> fill.run());
        fill.run();
        return menu;
    }

    private static String words(Scenario scenario) {
        int events = scenario.events().size();
        return scenario.name() + ", version " + scenario.version() + ", " + events
                + (events == 1 ? " event" : " events");
    }

    private Exportable table() {
        return new Exportable.Sheet("Scenario", model::sheet);
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton("Export", Icons.small("fth-download"));
        menu.setId("scenario-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem figures = new MenuItem("Figures as CSV …");
        figures.disableProperty().bind(model.faceProperty().isNull());
        figures.setOnAction(event -> Exports.ask(root, table(), ExportFormat.CSV));
        MenuItem events = new MenuItem("Scenario as JSON …");
        events.setOnAction(event -> Exports.ask(
                root,
                new Exportable.Document(model.scenarioProperty().get().name(), ExportFormat.JSON, model::document),
                ExportFormat.JSON));
        menu.getItems().setAll(figures, events);
        return menu;
    }

    private VBox charts() {
        VBox loadNames = names("Utilization, p95", loadSubject);
        VBox costNames = names("Cost per day", costSubject);
        HBox upper = new HBox(loadNames, loadPlace);
        HBox lower = new HBox(costNames, costPlace);
        HBox.setHgrow(loadPlace, Priority.ALWAYS);
        HBox.setHgrow(costPlace, Priority.ALWAYS);
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        loadPlace.setMinHeight(150);
        costPlace.setMinHeight(110);
        upper.setPrefHeight(220);
        lower.setPrefHeight(160);
        return Parts.card(upper, lower);
    }

    private static VBox names(String name, Label subject) {
        subject.setWrapText(true);
        VBox names = new VBox(2, Parts.label(name, "strong"), subject);
        names.setMinWidth(LABELS);
        names.setMaxWidth(LABELS);
        names.setPadding(new Insets(24, 8, 0, 0));
        return names;
    }

    private VBox tables() {
        HBox both = new HBox(32, loadTable, costTable);
        HBox.setHgrow(loadTable, Priority.ALWAYS);
        HBox.setHgrow(costTable, Priority.ALWAYS);
        VBox card = Parts.card(both, notes);
        card.setMinHeight(Region.USE_PREF_SIZE);
        Exports.offer(card, table());
        return card;
    }

    private void show(@Nullable ScenarioFace face) {
        if (face == null) {
            return;
        }
        load = place(
                load, face.load(), loadPlace, "Utilization under the scenario", "No utilization is measured here.");
        cost = place(cost, face.cost(), costPlace, "Cost under the scenario", "No bills cover these days.");
        together();
        loadSubject.setText(face.subject());
        costSubject.setText(model.place(viewed()));
        String other = model.besideProperty().get().map(Scenario::name).orElse("");
        loadTable.show("Utilization", face.loadRows(), other);
        costTable.show("Cost", face.costRows(), other);
        loadTable.setVisible(!face.loadRows().isEmpty());
        costTable.setVisible(!face.costRows().isEmpty());
        notes.getChildren()
                .setAll(face.notes().stream()
                        .map(note -> Parts.prose(note, "small", "muted"))
                        .toList());
    }

    private EventScope viewed() {
        return ScenarioScopes.of(shell.scopeProperty().get());
    }

    private @Nullable PlotView place(
            @Nullable PlotView shown, Optional<Plot> plot, StackPane place, String name, String nothing) {
        if (plot.isEmpty()) {
            place.getChildren().setAll(Parts.prose(nothing, "small", "muted"));
            return null;
        }
        if (shown != null) {
            shown.setPlot(plot.get());
            return shown;
        }
        PlotView view = new PlotView(plot.get());
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(100, 100);
        Exports.plot(view, name);
        view.viewportProperty().addListener((source, before, now) -> align());
        view.plotAreaProperty().addListener((source, before, now) -> align());
        place.getChildren().setAll(view);
        return view;
    }

    /// Zoom and crosshair go together.
    private void together() {
        PlotView upper = load;
        PlotView lower = cost;
        if (upper != null && lower != null && upper.getProperties().put("together", true) == null) {
            lower.viewportProperty().bindBidirectional(upper.viewportProperty());
            lower.crosshairProperty().bindBidirectional(upper.crosshairProperty());
        }
        align();
    }

    private void align() {
        PlotView view = load == null ? cost : load;
        if (view == null) {
            return;
        }
        Rectangle2D area = view.plotAreaProperty().get();
        double shift = 0;
        if (load != null && cost != null) {
            double ahead = cost.plotAreaProperty().get().getMinX() - area.getMinX();
            shift = Math.max(0, ahead);
            loadPlace.setPadding(new Insets(0, 0, 0, shift));
            costPlace.setPadding(new Insets(0, 0, 0, Math.max(0, -ahead)));
        }
        timeline.follow(
                view.getViewport(),
                new Rectangle2D(area.getMinX() + shift, area.getMinY(), area.getWidth(), area.getHeight()));
    }

    @Override
    public PanelId id() {
        return PanelId.SCENARIOS;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Command.Kind.ACTION, "Save the scenario", "Scenarios", "fth-save", "Ctrl+S", this::keep),
                new Command(
                        Command.Kind.ACTION, "Duplicate the scenario", "Scenarios", "fth-copy", "", model::duplicate),
                new Command(
                        Command.Kind.ACTION,
                        undoWords("Undo", model.history().undoableProperty().get()),
                        "Scenarios",
                        "fth-corner-up-left",
                        "Ctrl+Z",
                        model.history()::undo),
                new Command(
                        Command.Kind.ACTION,
                        undoWords("Redo", model.history().redoableProperty().get()),
                        "Scenarios",
                        "fth-corner-up-right",
                        "Ctrl+Shift+Z",
                        model.history()::redo));
    }

    private static String undoWords(String word, Optional<Change> change) {
        return change.map(one -> word + " " + one.name()).orElse(word);
    }

    @Override
    public Region root() {
        return root;
    }
}
