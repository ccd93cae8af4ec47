package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.usecase.Reject;
import dev.headroom.app.usecase.RuleFinding;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The Data panel.
public final class DataView implements PanelView {
    private final DataViewModel model;
    private final Runnable connectAws;
    private final VBox root = new VBox(12);
    private final VBox rejectCard = Parts.card();
    private final VBox batchCard;
    private final BillsPage bills;

    /// @param host shows the dialog of a reconciliation
    /// @param connectAws shows the connection to AWS
    public DataView(DataViewModel model, ModalHost host, Runnable connectAws) {
        this.model = model;
        this.connectAws = connectAws;
        root.getStyleClass().addAll("panel", "data");
        batchCard = batches();
        VBox left = new VBox(16, batchCard, rejectCard, dropZone());
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox content = new HBox(16, left, side());
        HBox.setHgrow(content, Priority.ALWAYS);
        QualityCard metrics = new QualityCard(model.quality(), model.findings(), model::retryQuality);
        VBox.setVgrow(metrics, Priority.ALWAYS);
        SeriesQualityPage quality = new SeriesQualityPage(model.series(), Parts.card(metrics));
        bills = new BillsPage(model.bills(), host);
        StackPane pages = new StackPane();
        Consumer<DataViewModel.Page> show = page -> pages.getChildren()
                .setAll(
                        switch (page) {
                            case IMPORTS -> content;
                            case QUALITY -> quality;
                            case BILLS -> bills;
                        });
        model.pageProperty().addListener((source, before, now) -> show.accept(now));
        show.accept(model.pageProperty().get());
        StatePane pane = new StatePane(pages, StatePane.blocks(240, 320, 64), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), pane);
        model.selectedProperty().addListener((source, before, now) -> showRejects(now));
        showRejects(model.selectedProperty().get());
    }

    private HBox head() {
        Button aws = Parts.button("Pull from AWS", "fth-cloud", connectAws);
        Parts.describe(aws, "Pull from AWS   Alt+C");
        Button files = Parts.button("Import files", "fth-upload", model::chooseFiles, "primary");
        Parts.describe(files, "Import files   Alt+I");
        HBox head = Parts.row(
                8,
                Parts.label("Data", "page-title"),
                Segments.of(
                        "Part of the data",
                        List.of(DataViewModel.Page.values()),
                        DataViewModel.Page::words,
                        model.pageProperty()),
                Parts.spring(),
                aws,
                files);
        head.getStyleClass().add("page-head");
        return head;
    }

    private VBox batches() {
        Label count = Parts.label(model.subtitle(), "small", "muted");
        model.rows().addListener((ListChangeListener<ImportRow>) change -> count.setText(model.subtitle()));
        TableView<ImportRow> table = Columns.table("Imported files", "Nothing imported yet.", row -> {});
        Formats formats = model.formats();
        Comparator<ImportRow> when = Comparator.comparing(ImportRow::loaded);
        table.getColumns()
                .add(Columns.node(
                        "Loaded",
                        96,
                        row -> formats.dayTime(row.loaded()),
                        when,
                        row -> Parts.label(formats.dayTime(row.loaded()), "small", "muted")));
        table.getColumns().add(Columns.text("Source", 170, ImportRow::name, "key-column"));
        table.getColumns().add(Columns.text("Format", 80, ImportRow::format, "muted-column"));
        table.getColumns().add(count("Accepted", 72, row -> row.file().accepted()));
        table.getColumns().add(count("Rejected", 66, row -> row.file().rejected()));
        table.getColumns().add(count("Duplicate", 74, row -> row.file().duplicates()));
        Comparator<ImportRow> total = Comparator.comparing(row -> row.total(formats));
        table.getColumns().add(Columns.number("Total", 96, row -> row.total(formats), total, "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "State",
                        106,
                        row -> row.verdict(formats),
                        Comparator.comparing(ImportRow::tone),
                        row -> Parts.badge(row.tone(), row.icon(), row.verdict(formats))));
        Columns.show(table, model.rows());
        table.getSelectionModel().select(model.selectedProperty().get());
        table.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty()
                .addListener((source, before, now) -> table.getSelectionModel().select(now));
        table.setMinHeight(28 + 32 * 3);
        table.setPrefHeight(28 + 32 * 6);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return Parts.card(Parts.row(8, Parts.label("Imports", "section-title"), count), table);
    }

    private TableColumn<ImportRow, ImportRow> count(String title, double width, ToLongFunction<ImportRow> value) {
        return Columns.number(title, width, row -> model.formats().count(value.applyAsLong(row)), value::applyAsLong);
    }

    private void showRejects(@Nullable ImportRow row) {
        if (row == null) {
            rejectCard.getChildren().clear();
            return;
        }
        Button save = Parts.button("Save rejects", "fth-download", this::chooseTarget, "small-button");
        Parts.describe(save, "Save the rejected rows   Ctrl+S");
        save.setDisable(row.file().rejects().isEmpty());
        Label words = Parts.elastic(model.rejectWords(row), "small", "muted");
        Label name = Parts.elastic(row.name(), "section-title");
        HBox head = Parts.row(8, name, words, Parts.spring());
        boolean clean = row.file().rejects().isEmpty();
        VBox.setVgrow(rejectCard, clean ? Priority.NEVER : Priority.ALWAYS);
        VBox.setVgrow(batchCard, clean ? Priority.ALWAYS : Priority.NEVER);
        if (clean) {
            rejectCard.getChildren().setAll(head, FileFacts.of(row, model.formats()));
            showFindings(row);
        } else {
            head.getChildren().add(save);
            rejectCard.getChildren().setAll(head, chips(), rejectTable());
            showFindings(row);
        }
    }

    /// The broken rules stand below the rejects: their rows are in.
    private void showFindings(ImportRow row) {
        List<RuleFinding> findings = row.file().findings();
        if (!findings.isEmpty()) {
            Label words = Parts.elastic("kept rows that break a rule of the format", "small", "muted");
            rejectCard
                    .getChildren()
                    .addAll(
                            Parts.row(8, Parts.label("Findings", "group-title"), words),
                            FindingsTable.of(findings, model.formats()));
            VBox.setVgrow(rejectCard, Priority.ALWAYS);
        }
    }

    private void saveRejects() {
        ImportRow row = model.selectedProperty().get();
        if (row != null && !row.file().rejects().isEmpty()) {
            chooseTarget();
        }
    }

    private void chooseTarget() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the rejected rows");
        chooser.setInitialFileName("rejects.csv");
        File target = chooser.showSaveDialog(root.getScene().getWindow());
        if (target != null) {
            model.saveRejects(target.toPath());
        }
    }

    private FlowPane chips() {
        FlowPane flow = new FlowPane(8, 6);
        for (ReasonFilter filter : model.filters()) {
            ToggleButton chip =
                    new ToggleButton(filter.label() + "  " + model.formats().count(filter.count()));
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setSelected(filter.equals(model.filterProperty().get()));
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.filterProperty().set(filter);
            });
            model.filterProperty().addListener((source, before, now) -> chip.setSelected(filter.equals(now)));
            flow.getChildren().add(chip);
        }
        return flow;
    }

    private TableView<Reject> rejectTable() {
        TableView<Reject> table = Columns.table("Rejected rows", "No row.", row -> {});
        table.getColumns()
                .add(Columns.number(
                        "Row",
                        70,
                        reject -> model.formats().count(reject.line()),
                        reject -> (double) reject.line(),
                        "muted-column"));
        table.getColumns().add(Columns.text("Field", 130, Reject::field, "key-column"));
        table.getColumns()
                .add(Columns.node(
                        "Value",
                        160,
                        Reject::value,
                        Comparator.comparing(Reject::value),
                        reject -> Parts.elastic(reject.value().isEmpty() ? "–" : reject.value(), "raw")));
        table.getColumns().add(Columns.text("Reason", 420, Reject::reason, "muted-column"));
        Columns.show(table, model.rejects());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return table;
    }

    private HBox dropZone() {
        Label title = Parts.label("Drop files anywhere", "body", "strong");
        Label words = Parts.elastic(
                "Bills, utilization, inventories. You see a preview before anything is written.", "body", "muted");
        HBox zone = new HBox(12, Icons.navigation("fth-upload", "tone-accent"), title, words);
        zone.setAlignment(Pos.CENTER_LEFT);
        zone.setMinHeight(60);
        zone.getStyleClass().add("drop-zone");
        return zone;
    }

    private VBox side() {
        VBox quality = Parts.card(new QualityCard(model.quality(), model.findings(), model::retryQuality));
        VBox totals = Parts.card(new TotalsCard(model));
        VBox.setVgrow(quality.getChildren().getFirst(), Priority.ALWAYS);
        VBox side = new VBox(16, totals, quality);
        side.setMinWidth(392);
        side.setMaxWidth(392);
        return side;
    }

    @Override
    public PanelId id() {
        return PanelId.DATA;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(Command.Kind.ACTION, "Save rejects", "Data", "fth-download", "Ctrl+S", this::saveRejects),
                show("Imported files", DataViewModel.Page.IMPORTS),
                show("Quality of each series", DataViewModel.Page.QUALITY),
                show("Bills and restatements", DataViewModel.Page.BILLS),
                new Command(
                        Command.Kind.ACTION,
                        "Reconcile with an invoice",
                        "Data",
                        "fth-check-circle",
                        "Alt+R",
                        this::reconcile));
    }

    private void reconcile() {
        model.pageProperty().set(DataViewModel.Page.BILLS);
        bills.reconcile();
    }

    private Command show(String title, DataViewModel.Page page) {
        return new Command(
                Command.Kind.ACTION,
                title,
                "Data",
                "fth-database",
                "Alt+" + (page.ordinal() + 1),
                () -> model.pageProperty().set(page));
    }
}
