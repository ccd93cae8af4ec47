package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.engine.commitment.Verdict;
import dev.headroom.engine.quantity.Money;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The ways to buy, with a verdict each.
final class OptionTable extends VBox {
    private final Formats formats;

    OptionTable(CommitmentsViewModel model) {
        super(8);
        this.formats = model.formats();
        HBox filters = Segments.of("Show", List.of(OptionFilter.values()), OptionFilter::label, model.filterProperty());
        Label count = Parts.label("", "small", "muted");
        Runnable counted = () -> count.setText(
                model.options().size() == 1 ? "1 option" : model.options().size() + " options, amounts a month");
        model.options().addListener((ListChangeListener<OptionRow>) change -> counted.run());
        counted.run();
        TableView<OptionRow> table = table(model);
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.choice());
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().add("card");
        Label basis = Parts.elastic("", "small", "muted");
        basis.textProperty().bind(model.basisProperty());
        HBox tools = Parts.row(
                8,
                Parts.label("What to buy", "section-title"),
                filters,
                StatusMenu.of(model.statusProperty()),
                Parts.spring(),
                count);
        getChildren().addAll(tools, basis, table);
    }

    private TableView<OptionRow> table(CommitmentsViewModel model) {
        TableView<OptionRow> table = Columns.table("What to buy", "No option falls under this filter.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Commitment", 96, OptionRow::what, "key-column"));
        TableColumn<OptionRow, OptionRow> pool = Columns.text("Pays for", 96, OptionRow::pool, "muted-column");
        // The state takes its room when all states are shown.
        pool.visibleProperty().bind(model.statusProperty().isNotEqualTo(StatusFilter.ALL));
        table.getColumns().add(pool);
        table.getColumns().add(Columns.text("Term", 58, OptionRow::term, "muted-column"));
        table.getColumns().add(Columns.text("Upfront", 58, OptionRow::upfront, "muted-column"));
        table.getColumns().add(money("An hour", 58, 2, OptionRow::hourly));
        table.getColumns().add(money("Expected", 70, 0, OptionRow::expectedMonth, "strong-column"));
        table.getColumns().add(money("Bad case", 70, 0, OptionRow::badCaseMonth));
        table.getColumns()
                .add(share("Unused", 54, row -> OptionalDouble.of(row.option().unusedShare())));
        table.getColumns()
                .add(share("Conf.", 52, row -> OptionalDouble.of(row.option().confidence())));
        table.getColumns()
                .add(Columns.node(
                        "Verdict",
                        124,
                        row -> row.verdict().words(),
                        Comparator.comparing(OptionRow::verdict),
                        row -> badge(row.verdict())));
        return table;
    }

    private TableColumn<OptionRow, OptionRow> money(
            String title, double width, int decimals, Function<OptionRow, Money> amount, String... styles) {
        return Columns.number(
                title,
                width,
                row -> formats.money(amount.apply(row), decimals),
                row -> amount.apply(row).amount().doubleValue(),
                styles);
    }

    private TableColumn<OptionRow, OptionRow> share(
            String title, double width, Function<OptionRow, OptionalDouble> share) {
        return Columns.number(
                title,
                width,
                row -> formats.percent(100 * share.apply(row).orElse(Double.NaN), 0),
                row -> share.apply(row).orElse(Double.NaN));
    }

    private static Label badge(Verdict verdict) {
        return switch (verdict) {
            case RECOMMENDED -> Parts.badge(Tone.GOOD, "fth-check-circle", "Recommended");
            case ALTERNATIVE -> Parts.badge(Tone.NEUTRAL, "fth-info", "Alternative");
            case REJECTED -> Parts.badge(Tone.NEUTRAL, "fth-x", "Rejected");
        };
    }
}
