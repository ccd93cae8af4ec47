package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.usecase.ListBills;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The versions of the bills, the closed months that were restated, and how the chosen bill stands to its invoice.
final class BillsPage extends VBox {
    private static final double SIDE = 360;
    private final BillsModel model;
    private final ModalHost host;
    private final ReconciliationCard standing;
    private @Nullable TableView<ListBills.Version> shown;

    /// @param host shows the dialog of a reconciliation
    BillsPage(BillsModel model, ModalHost host) {
        super(16);
        this.model = model;
        this.host = host;
        standing = new ReconciliationCard(model, this::reconcile);
        standing.setMinWidth(SIDE);
        standing.setMaxWidth(SIDE);
        model.selectedProperty().addListener((source, before, now) -> follow(now));
        LoadedPane<KnownBills> bills = new LoadedPane<>(model.bills(), 8, model::load, this::cards);
        VBox.setVgrow(bills, Priority.ALWAYS);
        getChildren().add(bills);
    }

    private Node cards(KnownBills bills) {
        if (bills.versions().isEmpty()) {
            return StatePane.emptyNode(PanelState.Empty.plain(
                    "fth-file-text",
                    "No bill yet",
                    "Import a bill to see its versions, what was restated, and whether it matches the invoice."));
        }
        VBox versions = card("Bills", count(bills.versions()), versions(bills.versions()));
        VBox restated = card("Restatements", restated(bills.restatements()), restatements(bills.restatements()));
        VBox.setVgrow(versions, Priority.ALWAYS);
        if (bills.restatements().isEmpty()) {
            restated.getChildren().removeLast();
        } else {
            restated.setMinHeight(140);
            restated.setPrefHeight(
                    64 + 32.0 * Math.min(6, 1 + bills.restatements().size()));
        }
        VBox left = new VBox(16, versions, restated);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        standing.refresh();
        return new HBox(16, left, standing);
    }

    /// Asks for an invoice.
    void reconcile() {
        model.reconcile().begin();
        ReconcileDialog dialog = new ReconcileDialog(model.reconcile(), this::chooseInvoice, model::show, host::hide);
        host.show(dialog);
        dialog.begin();
    }

    private Optional<Path> chooseInvoice() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose an invoice");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Invoices", "*.csv", "*.tsv", "*.json", "*.jsonl", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath);
    }

    private static VBox card(String title, String words, TableView<?> table) {
        Label count = Parts.elastic(words, "small", "muted");
        HBox head = Parts.row(8, Parts.label(title, "section-title"), count);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return Parts.card(head, table);
    }

    private String count(List<ListBills.Version> versions) {
        long months = versions.stream().map(ListBills.Version::month).distinct().count();
        long replaced = versions.stream()
                .filter(version -> version.replaced().isPresent())
                .count();
        long uncounted = versions.stream()
                .filter(version -> version.replaced().isEmpty() && !version.counted())
                .count();
        return "%s %s of %s %s, %s replaced%s"
                .formatted(
                        model.formats().count(versions.size()),
                        versions.size() == 1 ? "version" : "versions",
                        model.formats().count(months),
                        months == 1 ? "month" : "months",
                        model.formats().count(replaced),
                        uncounted == 0
                                ? ""
                                : ", %s not counted, because another kind of bill tells the same charges"
                                        .formatted(model.formats().count(uncounted)));
    }

    private static String restated(List<ListBills.Restated> restatements) {
        return restatements.isEmpty()
                ? "no closed month has changed since it was first loaded"
                : "how imports changed months that were over";
    }

    private TableView<ListBills.Version> versions(List<ListBills.Version> versions) {
        Formats formats = model.formats();
        TableView<ListBills.Version> table = Columns.table("Versions of the bills", "No bill.", version -> {});
        table.getColumns()
                .add(month(
                        "Month",
                        Comparator.comparing(ListBills.Version::month),
                        version -> version.month().toString()));
        table.getColumns().add(Columns.text("Provider", 60, ListBills.Version::provider, "muted-column"));
        table.getColumns().add(Columns.text("Account", 112, version -> model.account(version.account()), "key-column"));
        table.getColumns().add(Columns.text("Kind", 60, version -> ImportRow.words(version.dataset()), "muted-column"));
        table.getColumns().add(Columns.number("Rows", 52, version -> formats.count(version.rows()), version ->
                (double) version.rows()));
        Comparator<ListBills.Version> amount = Comparator.comparing(
                version -> version.billed().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        table.getColumns().add(Columns.number("Billed", 96, this::billed, amount, "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Invoice",
                        104,
                        version -> model.face(version).word(),
                        Comparator.comparing(version -> model.face(version).tone()),
                        version -> model.face(version).badge()));
        table.getColumns()
                .add(Columns.node(
                        "State",
                        88,
                        this::state,
                        Comparator.comparing(this::state),
                        version -> version.counted()
                                ? Parts.label(state(version), "small", "muted")
                                : Parts.badge(
                                        Tone.NEUTRAL,
                                        version.replaced().isEmpty() ? "fth-layers" : "fth-refresh-cw",
                                        state(version))));
        table.getColumns()
                .add(Columns.number(
                        "Loaded",
                        104,
                        version -> formats.dayTime(version.loaded()),
                        Comparator.comparing(ListBills.Version::loaded),
                        "muted-column"));
        Columns.show(table, FXCollections.observableArrayList(versions.reversed()));
        table.getSelectionModel().select(model.selectedProperty().get());
        table.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        shown = table;
        return table;
    }

    /// Selects what another panel or a reconciliation has chosen.
    private void follow(ListBills.@Nullable Version now) {
        TableView<ListBills.Version> table = shown;
        if (table != null
                && now != null
                && !now.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearAndSelect(table.getItems().indexOf(now));
            table.scrollTo(now);
        }
    }

    private String billed(ListBills.Version version) {
        return version.billed().isEmpty()
                ? Formats.UNKNOWN
                : version.billed().entrySet().stream()
                        .map(entry -> model.formats()
                                .money(entry.getValue(), entry.getKey().value(), 2))
                        .collect(Collectors.joining(", "));
    }

    private String state(ListBills.Version version) {
        String removed = version.purged() ? ", removed" : "";
        return version.replaced()
                .map(when -> "Replaced " + model.formats().day(when) + removed)
                .orElse(version.counted() ? "Holds" : "Kept, not counted");
    }

    private TableView<ListBills.Restated> restatements(List<ListBills.Restated> restatements) {
        Formats formats = model.formats();
        TableView<ListBills.Restated> table = Columns.table("Restatements", "Nothing was restated.", one -> {});
        table.getColumns()
                .add(month(
                        "Month",
                        Comparator.comparing(ListBills.Restated::month),
                        one -> one.month().toString()));
        table.getColumns()
                .add(Columns.number(
                        "Known since",
                        104,
                        one -> formats.dayTime(one.known()),
                        Comparator.comparing(ListBills.Restated::known),
                        "muted-column"));
        table.getColumns().add(money("Before", ListBills.Restated::before, ""));
        table.getColumns().add(money("After", ListBills.Restated::after, ""));
        table.getColumns().add(money("Difference", ListBills.Restated::difference, "strong-column"));
        table.getColumns().add(Columns.text("Of it", 220, this::changes, "muted-column"));
        table.getColumns().add(Columns.text("Why", 150, one -> one.cause().toString(), "muted-column"));
        table.getColumns()
                .add(Columns.number("Rows", 90, one -> formats.count(one.rowsAfter() - one.rowsBefore()), one ->
                        (double) (one.rowsAfter() - one.rowsBefore())));
        Columns.show(table, FXCollections.observableArrayList(restatements.reversed()));
        return table;
    }

    private TableColumn<ListBills.Restated, ListBills.Restated> money(
            String title, Function<ListBills.Restated, BigDecimal> amount, String style) {
        return Columns.number(
                title,
                120,
                one -> model.formats().money(amount.apply(one), one.currency().value(), 2),
                one -> amount.apply(one).doubleValue(),
                style);
    }

    private String changes(ListBills.Restated one) {
        return one.changes().entrySet().stream()
                .map(entry -> entry.getKey().focusName().toLowerCase(Locale.ROOT) + " "
                        + model.formats().money(entry.getValue(), one.currency().value(), 2))
                .collect(Collectors.joining(", "));
    }

    private static <R> TableColumn<R, R> month(String title, Comparator<R> order, Function<R, String> words) {
        return Columns.node(title, 72, words, order, row -> Parts.label(words.apply(row), "small", "medium"));
    }
}
