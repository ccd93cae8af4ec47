package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.quantity.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of the Commitments panel that shows what AWS itself says.
public final class PurchasesTab implements PanelTab {
    private final PurchasesViewModel model;
    private final Formats formats;
    private final StatePane root;

    public PurchasesTab(PurchasesViewModel model) {
        this.model = model;
        this.formats = model.formats();
        VBox purchases = purchases();
        VBox months = months();
        VBox.setVgrow(purchases, Priority.ALWAYS);
        VBox.setVgrow(months, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), purchases, months),
                StatePane.blocks(80, 220, 300),
                model.stateProperty());
    }

    private VBox purchases() {
        TableView<PurchaseRow> table =
                Columns.table("What AWS advises to buy", "AWS advises to buy nothing.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Commitment", 200, PurchaseRow::what, "key-column"));
        table.getColumns().add(Columns.text("For", 172, PurchaseRow::place, "muted-column"));
        table.getColumns().add(Columns.text("Term", 58, PurchaseRow::term, "muted-column"));
        table.getColumns().add(Columns.text("Upfront", 58, PurchaseRow::upfront, "muted-column"));
        table.getColumns().add(Columns.text("AWS buys", 100, row -> row.theirs(formats)));
        table.getColumns().add(money("AWS saving", PurchaseRow::theirSaving, "strong-column"));
        table.getColumns().add(percent("AWS used", 72, PurchaseRow::theirUse));
        table.getColumns().add(Columns.text("Headroom buys", 104, row -> row.ours(formats)));
        table.getColumns().add(money("Our saving", PurchaseRow::ourSaving, "strong-column"));
        table.getColumns().add(money("Our bad case", PurchaseRow::badCase, "muted-column"));
        table.getColumns().add(percent("Our used", 72, PurchaseRow::ourUse));
        Columns.show(table, model.purchases());
        table.setPrefHeight(170);
        return Columns.card(
                Parts.row(
                        8,
                        Parts.label("What to buy", "section-title"),
                        Parts.elastic(
                                "savings a month; AWS goes by what was used, Headroom by what is forecast for the term",
                                "small",
                                "muted")),
                table);
    }

    private TableColumn<PurchaseRow, PurchaseRow> money(
            String title, Function<PurchaseRow, Optional<Money>> money, String... styles) {
        return Columns.number(
                title,
                92,
                row -> money.apply(row).map(known -> formats.money(known, 0)).orElse(Formats.UNKNOWN),
                row -> money.apply(row)
                        .map(known -> known.amount().doubleValue())
                        .orElse(Double.NaN),
                styles);
    }

    private VBox months() {
        TableView<MonthRow> table =
                Columns.table("Coverage and utilization by month", "AWS tells no month.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns()
                .add(Columns.node(
                        "Month",
                        112,
                        row -> row.monthWords(formats),
                        Comparator.comparing(MonthRow::month),
                        row -> Parts.label(row.monthWords(formats), "small", "medium")));
        table.getColumns().add(Columns.text("Commitment", 112, MonthRow::commitment));
        table.getColumns().add(Columns.text("Account", 112, MonthRow::account, "muted-column"));
        table.getColumns().add(percent("AWS coverage", 104, MonthRow::theirCoverage));
        table.getColumns().add(percent("Our coverage", 104, MonthRow::ourCoverage));
        table.getColumns().add(percent("AWS utilization", 112, MonthRow::theirUse));
        table.getColumns().add(percent("Our utilization", 112, MonthRow::ourUse));
        table.getColumns().add(plain("AWS net saving", MonthRow::saving));
        table.getColumns().add(plain("AWS on demand", MonthRow::onDemand));
        Columns.show(table, model.months());
        table.setPrefHeight(260);
        return Columns.card(
                Parts.row(
                        8,
                        Parts.label("Coverage and utilization", "section-title"),
                        Parts.elastic(
                                "AWS counts savings plans and reservations apart, the bills tell both together",
                                "small",
                                "muted")),
                table);
    }

    private <R> TableColumn<R, R> percent(String title, double width, ToDoubleFunction<R> value) {
        return Columns.number(title, width, row -> formats.percent(value.applyAsDouble(row), 1), value);
    }

    private TableColumn<MonthRow, MonthRow> plain(String title, ToDoubleFunction<MonthRow> value) {
        return Columns.number(title, 112, row -> formats.number(value.applyAsDouble(row), 0), value);
    }

    @Override
    public ObservableValue<String> answer() {
        return model.answerProperty();
    }

    @Override
    public void shown() {
        model.want();
    }

    @Override
    public Region root() {
        return root;
    }
}
