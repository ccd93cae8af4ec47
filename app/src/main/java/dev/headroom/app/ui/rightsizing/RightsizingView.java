package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.engine.rightsizing.Rejection;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Rightsizing panel.
public final class RightsizingView implements PanelView {
    private final RightsizingViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(12);
    private final HBox strip = new HBox();
    private final VBox replayCard = Parts.card();
    private final StackPane frontier = new StackPane();
    private final VBox why = new VBox(6);
    private final DecisionBar decisions;

    /// @param modal where the dialogs of decisions are shown
    public RightsizingView(RightsizingViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.shell = shell;
        this.decisions = new DecisionBar(model, modal);
        root.getStyleClass().addAll("panel", "rightsizing");
        strip.getStyleClass().addAll("card", "savings-strip");
        VBox left = new VBox(16, tableCard(), replayCard);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox lower = new HBox(16, left, side());
        VBox.setVgrow(lower, Priority.ALWAYS);
        StatePane pane =
                new StatePane(new VBox(16, strip, lower), StatePane.blocks(80, 320, 260), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), pane);
        model.strip().addListener((ListChangeListener<SavingsCalculator.Figure>) change -> fillStrip());
        model.selectedProperty().addListener((source, before, now) -> showRow(now));
        model.frontierProperty().addListener((source, before, now) -> showFrontier());
        fillStrip();
        showRow(model.selectedProperty().get());
        showFrontier();
    }

    private HBox head() {
        HBox head = Parts.row(12, Parts.label("Rightsizing", "page-title"));
        Label answer = Parts.elastic("", "small", "muted");
        answer.textProperty().bind(model.answerProperty());
        head.getChildren().add(answer);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void fillStrip() {
        strip.getChildren().clear();
        for (SavingsCalculator.Figure figure : model.strip()) {
            if (!strip.getChildren().isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("vertical-hairline");
                line.setMinWidth(1);
                line.setMaxWidth(1);
                strip.getChildren().add(line);
            }
            VBox cell = new VBox(
                    1,
                    Parts.elastic(figure.heading(), "group-title"),
                    Parts.label(figure.value(), "strip-value", figure.tone().style()),
                    Parts.elastic(figure.month(), "caption", "muted"),
                    Parts.elastic(figure.year(), "caption", "muted"));
            cell.getStyleClass().add("strip-cell");
            cell.setPrefWidth(200);
            HBox.setHgrow(cell, Priority.ALWAYS);
            strip.getChildren().add(cell);
        }
    }

    private VBox tableCard() {
        HBox filters = Segments.of("Show", List.of(SizingFilter.values()), SizingFilter::label, model.filterProperty());
        Label count = Parts.label("", "small", "muted");
        Runnable counted = () -> count.setText(
                model.rows().size() == 1 ? "1 server" : model.rows().size() + " servers, by saving");
        TableView<SizingRow> table = table();
        model.rows().addListener((ListChangeListener<SizingRow>) change -> counted.run());
        counted.run();
        HBox tools = Parts.row(8, filters, statusMenu(), riskMenu(), Parts.spring(), count);
        VBox card = Parts.card(tools, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private MenuButton statusMenu() {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(model.statusProperty().map(StatusFilter::label));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("State");
        for (StatusFilter status : StatusFilter.values()) {
            MenuItem item = new MenuItem(status.label());
            item.setOnAction(event -> model.statusProperty().set(status));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton riskMenu() {
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.levelProperty().get() == null
                                ? "All risks"
                                : "Risk " + model.levelProperty().get().words(),
                        model.levelProperty()));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Risk");
        MenuItem all = new MenuItem("All risks");
        all.setOnAction(event -> model.levelProperty().set(null));
        menu.getItems().add(all);
        for (SizingRisk.Level level : SizingRisk.Level.values()) {
            MenuItem item = new MenuItem("Risk " + level.words());
            item.setOnAction(event -> model.levelProperty().set(level));
            menu.getItems().add(item);
        }
        return menu;
    }

    private TableView<SizingRow> table() {
        Formats formats = model.formats();
        TableView<SizingRow> table = Columns.table(
                "Recommendations",
                "No server falls under this filter.",
                row -> shell.openResource(row.id(), PanelId.FORECAST));
        table.getColumns().add(Columns.text("Server", 118, SizingRow::server, "key-column"));
        table.getColumns().add(Columns.text("From", 84, SizingRow::from, "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "To",
                        100,
                        SizingRow::to,
                        Comparator.comparing(SizingRow::to),
                        row -> Parts.row(
                                6,
                                dev.headroom.app.ui.part.Icons.small("fth-arrow-right"),
                                Parts.label(row.to(), "small", "medium"))));
        table.getColumns()
                .add(Columns.number("p95 now", 66, row -> formats.percent(row.before(), 0), SizingRow::before));
        table.getColumns()
                .add(Columns.number("p95 after", 68, row -> formats.percent(row.after(), 0), SizingRow::after));
        table.getColumns()
                .add(Columns.number(
                        "Gross",
                        54,
                        row -> row.gross().map(money -> formats.money(money, 0)).orElse(Formats.UNKNOWN),
                        Comparator.comparingDouble(SizingRow::grossOrder),
                        "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Net / mo.",
                        66,
                        row -> row.net().map(money -> formats.money(money, 0)).orElse(Formats.UNKNOWN),
                        Comparator.comparingDouble(SizingRow::netOrder),
                        "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        78,
                        row -> row.risk().map(SizingRisk.Level::words).orElse(Formats.UNKNOWN),
                        Comparator.comparingInt(SizingRow::riskOrder),
                        RiskGlyph::of));
        table.getColumns()
                .add(Columns.number(
                        "Conf.", 48, row -> formats.percent(100 * row.confidence(), 0), SizingRow::confidence));
        table.getColumns()
                .add(Columns.node(
                        "State",
                        104,
                        row -> row.status().words(),
                        Comparator.comparing(SizingRow::status),
                        StatusBadge::of));
        Columns.show(table, model.rows());
        followSelection(table);
        return table;
    }

    /// Several rows may be chosen; the detail shows the one that was chosen last.
    private void followSelection(TableView<SizingRow> table) {
        TableView.TableViewSelectionModel<SizingRow> selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        selection.getSelectedItems().addListener((ListChangeListener<SizingRow>) change -> model.choose(
                selection.getSelectedItems().stream().filter(Objects::nonNull).toList()));
        Runnable select = () -> {
            int place = table.getItems().indexOf(model.selectedProperty().get());
            if (place >= 0 && !selection.isSelected(place)) {
                selection.clearAndSelect(place);
            }
        };
        model.selectedProperty().addListener((source, before, now) -> select.run());
        model.rows().addListener((ListChangeListener<SizingRow>) change -> select.run());
        select.run();
    }

    private VBox side() {
        VBox policy = Parts.card(new PolicyCard(model));
        frontier.setMinHeight(160);
        frontier.prefHeightProperty()
                .bind(Bindings.when(root.heightProperty().lessThan(760))
                        .then(165)
                        .otherwise(235));
        ScrollPane scroll = new ScrollPane(why);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(90);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox title = Parts.row(8, Parts.label("Saving against risk", "section-title"));
        title.getChildren().add(Parts.label("best actions first", "small", "muted"));
        VBox detail = Parts.card(decisions, Parts.hairline(), title, frontier, Parts.hairline(), scroll);
        VBox.setVgrow(detail, Priority.ALWAYS);
        VBox side = new VBox(16, policy, detail);
        side.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(384));
        side.maxWidthProperty().bind(side.minWidthProperty());
        return side;
    }

    private void showFrontier() {
        if (model.frontierProperty().get() == null) {
            frontier.getChildren().setAll(Parts.prose("No action saves money under this policy.", "small", "muted"));
            return;
        }
        PlotView view = new PlotView(model.frontierProperty().get());
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.interactionProperty().set(PlotView.Interaction.READ);
        view.setMinSize(100, 100);
        Exports.plot(view, "Saving against risk");
        frontier.getChildren().setAll(view);
    }

    private void showRow(@Nullable SizingRow row) {
        why.getChildren().clear();
        replayCard.getChildren().clear();
        boolean replayed = row != null && model.replay(row).isPresent();
        replayCard.setVisible(replayed);
        replayCard.setManaged(replayed);
        if (row == null) {
            why.getChildren().add(Parts.prose("Choose a server to see why.", "small", "muted"));
            return;
        }
        model.replay(row).ifPresent(replay -> fillReplay(row, replay));
        String title = row.to().equals("keep") || row.to().equals(Formats.UNKNOWN)
                ? "Why not change " + row.server()
                : "Why " + row.to() + " for " + row.server();
        why.getChildren().add(Parts.prose(title, "small", "strong"));
        if (!row.standing().why().isEmpty()) {
            why.getChildren().add(Parts.prose(row.standing().why(), "small"));
        }
        why.getChildren().add(Parts.prose(row.recommendation().reason(), "small", "muted"));
        String flip = model.flip(row);
        if (!flip.isEmpty() && !row.recommendation().reason().contains("would flip")) {
            why.getChildren().add(Parts.prose("What would flip it: " + flip, "small"));
        }
        List<Rejection> rejected = model.rejections(row);
        for (Rejection rejection : rejected.stream().limit(3).toList()) {
            why.getChildren().add(Parts.prose("Rejected: " + rejection.words(), "small", "muted"));
        }
    }

    private void fillReplay(SizingRow row, Replay replay) {
        Label title = Parts.label(row.server() + ", " + replay.kind().label() + " replayed", "section-title");
        Label sub = Parts.elastic(
                "%s days, worst weeks marked".formatted(model.formats().count(replay.days())), "small", "muted");
        Label highest = Parts.label(
                "Highest " + model.formats().percent(replay.highestAfterPercent(), 0) + ", days over limit "
                        + model.formats().count(replay.daysAbove()),
                "small",
                replay.daysAbove() > 0 ? Tone.WATCH.style() : "muted");
        PlotView view = new PlotView(model.replayPlot(row, replay));
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(200, 130);
        Exports.plot(view, "Replay of " + row.server());
        view.setPrefHeight(220);
        VBox.setVgrow(view, Priority.ALWAYS);
        replayCard.setMinHeight(200);
        replayCard.setPrefHeight(270);
        replayCard.getChildren().setAll(Parts.row(8, title, sub, Parts.spring(), highest), view);
    }

    @Override
    public PanelId id() {
        return PanelId.RIGHTSIZING;
    }

    @Override
    public List<Command> commands() {
        return decisions.commands();
    }

    @Override
    public Region root() {
        return root;
    }
}
