package dev.headroom.app.ui.offhours;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.decision.AdviceTab;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The off-hours page of the Rightsizing panel.
public final class OffHoursTab implements AdviceTab {
    private static final List<Integer> REPEATS = List.of(70, 80, 90, 95);
    private static final List<Integer> IDLE = List.of(2, 5, 10, 15);

    private final OffHoursViewModel model;
    private final ShellViewModel shell;
    private final DecisionBar<OffRow> decisions;
    private final StatePane root;

    public OffHoursTab(OffHoursViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.decisions = DecisionBar.of(model.page(), modal);
        this.shell = shell;
        VBox table = table();
        WeekCard week = new WeekCard(model, shell, decisions);
        root = AdviceTab.layout(model.page(), table, week, 420, 520);
    }

    private VBox table() {
        TableView<OffRow> table = Columns.table(
                "Off-hours",
                "No server falls under this filter.",
                row -> shell.openResource(row.id(), PanelId.EXPLORE));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Server", 108, OffRow::name, "key-column"));
        table.getColumns().add(Columns.text("Environment", 96, OffRow::environment, "muted-column"));
        table.getColumns().add(Columns.text("Off", 308, OffRow::when));
        table.getColumns()
                .add(Columns.number(
                        "h / week",
                        72,
                        row -> row.hours() == 0
                                ? Formats.UNKNOWN
                                : model.page().formats().count(row.hours()),
                        OffRow::hours));
        table.getColumns()
                .add(Columns.number(
                        "Saving / mo.",
                        84,
                        row -> row.gross()
                                .map(money -> model.page().formats().money(money, 0))
                                .orElse(Formats.UNKNOWN),
                        OffRow::grossOrder,
                        "strong-column"));
        table.getColumns()
                .add(Columns.number(
                        "Conf.",
                        52,
                        row -> model.page().formats().percent(100 * row.confidence(), 0),
                        OffRow::confidence));
        table.getColumns().add(StatusMenu.column(model.page().statusProperty()));
        Columns.choose(table, model.page().rows());
        return Columns.card(tools(), table);
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.page().rows().rows().size();
            count.setText(size == 1 ? "1 server" : size + " servers");
        };
        model.page().rows().rows().addListener((ListChangeListener<OffRow>) change -> counted.run());
        counted.run();
        return Parts.row(
                8,
                Segments.of("Show", List.of(OffFilter.values()), OffFilter::label, model.filterProperty()),
                StatusMenu.of(model.page().statusProperty()),
                Chip.of(
                        model.requestProperty()
                                .map(request -> "Unused in %.0f\u00a0%% of weeks"
                                        .formatted(100 * request.policy().repeat())),
                        "In how many of the weeks an hour has to be unused",
                        REPEATS,
                        OffHoursTab::percent,
                        model::setRepeat),
                Chip.of(
                        model.requestProperty()
                                .map(request -> "CPU up to %.0f\u00a0%%"
                                        .formatted(request.policy().idleCpuPercent())),
                        "Up to which CPU reading an hour counts as unused",
                        IDLE,
                        OffHoursTab::percent,
                        model::setIdle),
                production(),
                Parts.spring(),
                count);
    }

    private CheckBox production() {
        CheckBox box = new CheckBox("Production");
        Parts.describe(box, "Look at servers of production, too; they are left running unless you say so");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setSelected(model.requestProperty().get().production());
        box.selectedProperty().addListener((source, before, now) -> model.lookAtProduction(now));
        return box;
    }

    private static String percent(int value) {
        return value + "\u00a0%";
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
