package dev.headroom.app.ui.others;

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
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of the Rightsizing panel about what is no server.
public final class OthersTab implements AdviceTab {
    private final OthersViewModel model;
    private final DecisionBar<OthersRow> decisions;
    private final StatePane root;

    public OthersTab(OthersViewModel model, ModalHost modal) {
        this.model = model;
        this.decisions = DecisionBar.of(model.page(), modal);
        VBox table = table();
        OthersDetail detail = new OthersDetail(model);
        VBox.setVgrow(detail, Priority.ALWAYS);
        VBox side = Parts.card(decisions, Parts.hairline(), detail);
        root = AdviceTab.layout(model.page(), table, side, 340, 480);
    }

    private VBox table() {
        Formats formats = model.page().formats();
        TableView<OthersRow> table =
                Columns.table("Other resources", "No resource falls under this filter.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Resource", 150, OthersRow::name, "key-column"));
        table.getColumns().add(Columns.text("Kind", 88, OthersRow::kind, "muted-column"));
        table.getColumns().add(Columns.text("Now", 216, row -> row.advice().from()));
        table.getColumns().add(Columns.text("To", 216, OthersRow::to));
        table.getColumns()
                .add(Columns.number(
                        "Saving / mo.",
                        84,
                        row -> row.advice()
                                .gross()
                                .map(money -> formats.money(money, 2))
                                .orElse(Formats.UNKNOWN),
                        OthersRow::saving,
                        "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        84,
                        row -> row.risk().map(SizingRisk.Level::words).orElse(Formats.UNKNOWN),
                        Comparator.comparingInt(OthersRow::riskOrder),
                        OthersTab::risk));
        table.getColumns().add(Columns.text("Effort", 64, OthersRow::effort));
        table.getColumns()
                .add(Columns.number(
                        "Conf.", 52, row -> formats.percent(100 * row.confidence(), 0), OthersRow::confidence));
        table.getColumns().add(StatusMenu.column(model.page().statusProperty()));
        Columns.choose(table, model.page().rows());
        return Columns.card(tools(), table);
    }

    private static Node risk(OthersRow row) {
        if (row.risk().isEmpty()) {
            return Parts.label(Formats.UNKNOWN, "small", "muted");
        }
        int quarters = switch (row.risk().get()) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 4;
        };
        HBox box = Columns.probability(quarters, row.tone(), row.risk().get().words());
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        ChosenRows<OthersRow> rows = model.page().rows();
        Runnable counted = () -> {
            int size = rows.rows().size();
            count.setText(size == 1 ? "1 resource" : size + " resources");
        };
        rows.rows().addListener((ListChangeListener<OthersRow>) change -> counted.run());
        counted.run();
        return Parts.row(
                8,
                Segments.of("Show", List.of(OthersFilter.values()), OthersFilter::label, model.filterProperty()),
                StatusMenu.of(model.page().statusProperty()),
                kinds(),
                Parts.spring(),
                count);
    }

    private MenuButton kinds() {
        List<Optional<AssetKind>> kinds = Stream.concat(
                        Stream.of(Optional.<AssetKind>empty()),
                        Arrays.stream(AssetKind.values()).map(Optional::of))
                .toList();
        return Chip.of(
                model.kindProperty().map(OthersTab::words),
                "Which kinds of resources are shown",
                kinds,
                OthersTab::words,
                kind -> model.kindProperty().set(kind));
    }

    private static String words(Optional<AssetKind> kind) {
        return kind.map(AssetKind::plural).map(Words::capital).orElse("All kinds");
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
