package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.usecase.ListBills;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The versions of the bills, and the closed months that were restated. What else is known about a bill, such as its
/// reconciliation, has its place above the versions.
final class BillsPage extends VBox {
    private final DataViewModel model;

    BillsPage(DataViewModel model) {
        super(16);
        this.model = model;
        LoadedPane<KnownBills> bills = new LoadedPane<>(model.bills(), 8, model::loadBills, this::cards);
        VBox.setVgrow(bills, Priority.ALWAYS);
        getChildren().add(bills);
    }

    private Node cards(KnownBills bills) {
        if (bills.versions().isEmpty()) {
            return Parts.card(
                    Parts.label("Bills", "section-title"),
                    Parts.prose(
                            "No bill is in the workspace. Import one to see its versions and what was restated.",
                            "body",
                            "muted"));
        }
        VBox versions = card("Bills", count(bills.versions()), versions(bills.versions()));
        VBox restated = card("Restatements", restated(bills.restatements()), restatements(bills.restatements()));
        VBox.setVgrow(versions, Priority.ALWAYS);
        restated.setMinHeight(200);
        restated.setPrefHeight(260);
        return new VBox(16, versions, restated);
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
        table.getColumns().add(Columns.text("Provider", 90, ListBills.Version::provider, "muted-column"));
        table.getColumns().add(Columns.text("Account", 130, version -> model.account(version.account()), "key-column"));
        table.getColumns().add(Columns.text("Kind", 110, ListBills.Version::dataset, "muted-column"));
        table.getColumns().add(Columns.number("Rows", 80, version -> formats.count(version.rows()), version ->
                (double) version.rows()));
        Comparator<ListBills.Version> amount = Comparator.comparing(version ->
                version.billed().values().stream().reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
        table.getColumns().add(Columns.number("Billed", 130, this::billed, amount, "strong-column"));
        table.getColumns()
                .add(Columns.number(
                        "Loaded",
                        104,
                        version -> formats.dayTime(version.loaded()),
                        Comparator.comparing(ListBills.Version::loaded),
                        "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "State",
                        190,
                        this::state,
                        Comparator.comparing(this::state),
                        version -> Parts.badge(tone(version), icon(version), state(version))));
        table.getColumns()
                .add(Columns.text(
                        "File",
                        180,
                        version -> String.valueOf(Path.of(version.file()).getFileName()),
                        "muted-column"));
        Columns.show(table, FXCollections.observableArrayList(versions.reversed()));
        return table;
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
                .map(when -> "Replaced " + model.formats().dayTime(when) + removed)
                .orElse(version.counted() ? "Holds" : "Kept, not counted");
    }

    private static Tone tone(ListBills.Version version) {
        return version.counted() ? Tone.GOOD : Tone.NEUTRAL;
    }

    private static String icon(ListBills.Version version) {
        return version.counted() ? "fth-check" : version.replaced().isEmpty() ? "fth-layers" : "fth-refresh-cw";
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

    private javafx.scene.control.TableColumn<ListBills.Restated, ListBills.Restated> money(
            String title, java.util.function.Function<ListBills.Restated, java.math.BigDecimal> amount, String style) {
        return Columns.number(
                title,
                120,
                one -> model.formats().money(amount.apply(one), one.currency().value(), 2),
                one -> amount.apply(one).doubleValue(),
                style);
    }

    private String changes(ListBills.Restated one) {
        return one.changes().entrySet().stream()
                .map(entry -> entry.getKey().focusName().toLowerCase(java.util.Locale.ROOT) + " "
                        + model.formats().money(entry.getValue(), one.currency().value(), 2))
                .collect(Collectors.joining(", "));
    }

    private static <R> javafx.scene.control.TableColumn<R, R> month(
            String title, Comparator<R> order, java.util.function.Function<R, String> words) {
        return Columns.node(title, 100, words, order, row -> Parts.label(words.apply(row), "small", "medium"));
    }
}
