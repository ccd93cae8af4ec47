package dev.headroom.app.ui.waste;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.decision.AdviceTab;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.waste.WasteKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of idle and dear resources of the Rightsizing panel.
public final class WasteTab implements AdviceTab {
    private final WasteViewModel model;
    private final DecisionBar<WasteRow> decisions;
    private final StatePane root;
    private final VBox detail = new VBox(8);

    public WasteTab(WasteViewModel model, ModalHost modal) {
        this.model = model;
        this.decisions = DecisionBar.of(model.page(), modal);
        VBox table = table();
        VBox side = Parts.card(decisions, Parts.hairline(), detail);
        root = AdviceTab.layout(model.page(), table, side, 348, 440);
        ChosenRows<WasteRow> rows = model.page().rows();
        rows.selectedProperty().addListener((source, before, now) -> show(now));
        show(rows.selectedProperty().get());
    }

    private VBox table() {
        Formats formats = model.page().formats();
        TableView<WasteRow> table = Columns.table("Idle and waste", "No finding falls under this filter.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Resource", 190, WasteRow::name, "key-column"));
        table.getColumns().add(Columns.text("Finding", 130, WasteRow::finding));
        table.getColumns().add(Columns.text("Do", 64, WasteRow::action));
        table.getColumns().add(Columns.text("Account", 90, WasteRow::account, "muted-column"));
        table.getColumns().add(Columns.text("Region", 84, row -> row.waste().region(), "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Days",
                        44,
                        row -> formats.count(row.waste().days()),
                        row -> row.waste().days()));
        table.getColumns()
                .add(Columns.number(
                        "Cost", 68, row -> formats.money(row.waste().cost(), 2), WasteRow::cost, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Saving",
                        68,
                        row -> formats.money(row.waste().saving(), 2),
                        WasteRow::saving,
                        "strong-column"));
        table.getColumns().add(StatusMenu.column(model.page().statusProperty()));
        Columns.choose(table, model.page().rows());
        return Columns.card(tools(), table);
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.page().rows().rows().size();
            count.setText((size == 1 ? "1 finding" : size + " findings") + ", amounts of "
                    + model.daysProperty().get() + " days");
        };
        model.page().rows().rows().addListener((ListChangeListener<WasteRow>) change -> counted.run());
        model.daysProperty().addListener((source, before, now) -> counted.run());
        counted.run();
        return Parts.row(8, StatusMenu.of(model.page().statusProperty()), kinds(), days(), Parts.spring(), count);
    }

    private MenuButton kinds() {
        List<Optional<WasteKind>> kinds = Stream.concat(
                        Stream.of(Optional.<WasteKind>empty()),
                        Arrays.stream(WasteKind.values()).map(Optional::of))
                .toList();
        return Chip.of(
                model.kindProperty().map(WasteTab::words),
                "Which findings are shown",
                kinds,
                WasteTab::words,
                kind -> model.kindProperty().set(kind));
    }

    private static String words(Optional<WasteKind> kind) {
        return kind.map(WasteKind::words).map(Words::capital).orElse("All findings");
    }

    private MenuButton days() {
        return Chip.of(
                model.daysProperty().map(WasteTab::last),
                "How many of the last days on the bills are looked at",
                WasteViewModel.DAYS,
                WasteTab::last,
                model::setDays);
    }

    private static String last(int days) {
        return "Last " + days + " days";
    }

    private void show(@Nullable WasteRow row) {
        if (row == null) {
            detail.getChildren().setAll(Parts.prose("Choose a finding to see what to do.", "small", "muted"));
            return;
        }
        Formats formats = model.page().formats();
        detail.getChildren()
                .setAll(
                        Parts.prose(row.finding(), "section-title"),
                        Parts.prose(row.name(), "raw"),
                        Parts.prose(words(row), "small"),
                        Parts.prose(row.standing().why(), "small", "strong"),
                        Parts.hairline(),
                        Parts.fact("Saves a month", formats.money(model.month(row), 2)),
                        Parts.fact(
                                "Cost in these days", formats.money(row.waste().cost(), 2)),
                        Parts.fact(
                                "Saving in these days",
                                formats.money(row.waste().saving(), 2)),
                        Parts.fact("Days looked at", formats.count(row.waste().days())),
                        Parts.fact("Do", row.action()),
                        Parts.fact("Found in", row.waste().source().words()),
                        Parts.fact("Service", row.waste().service()),
                        Parts.fact("Account", row.account()),
                        Parts.fact("Region", row.waste().region()));
    }

    /// What the inventory says of this one; without it what is to be said of its kind.
    private static String words(WasteRow row) {
        String reason = row.waste().reason();
        return reason.isEmpty() ? row.waste().kind().advice() : reason;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public AdvicePage<?, ?> page() {
        return model.page();
    }

    @Override
    public DecisionBar<?> decisions() {
        return decisions;
    }
}
