package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import java.util.Comparator;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The expiry calendar: what runs, until when, and how that is known.
final class ExpiryCard extends VBox {
    ExpiryCard(CommitmentsViewModel model) {
        super(8);
        Formats formats = model.formats();
        TableView<HeldRow> table =
                Columns.table("Expiry calendar", "No commitment is running on the bills.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns()
                .add(Columns.node(
                        "Ends",
                        98,
                        row -> row.end(formats),
                        Comparator.comparing(HeldRow::order),
                        row -> Parts.label(row.end(formats), "small", "medium")));
        table.getColumns().add(Columns.text("Plan", 80, HeldRow::name, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "An hour",
                        62,
                        row -> row.hourly(formats),
                        row -> row.held()
                                .hourly()
                                .map(money -> money.amount().doubleValue())
                                .orElse(Double.NaN)));
        table.getColumns()
                .add(Columns.number(
                        "Used",
                        44,
                        row -> row.used(formats),
                        row -> 100 * row.held().utilization().orElse(Double.NaN)));
        table.getColumns()
                .add(Columns.text("Known", 64, row -> row.held().expiry().certainty(), "muted-column"));
        Columns.show(table, model.held());
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().add("card");
        getChildren()
                .addAll(
                        Parts.row(
                                8,
                                Parts.label("Expiry calendar", "section-title"),
                                Parts.elastic("bills do not state ends", "small", "muted")),
                        table);
    }
}
