package dev.headroom.app.ui.offhours;

import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The off-hours page of the Rightsizing panel.
public final class OffHoursTab implements PanelTab {
    private static final List<Integer> REPEATS = List.of(70, 80, 90, 95);
    private static final List<Integer> IDLE = List.of(2, 5, 10, 15);

    private final OffHoursViewModel model;
    private final ShellViewModel shell;
    private final DecisionBar<OffRow> decisions;
    private final StatePane root;

    public OffHoursTab(OffHoursViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.decisions = new DecisionBar<>(model.rows().chosen(), model.desk(), model.formats(), modal);
        this.shell = shell;
        VBox table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        WeekCard week = new WeekCard(model, shell, decisions);
        HBox lower = new HBox(16, table, week);
        VBox.setVgrow(lower, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), lower),
                StatePane.blocks(80, 420),
                model.stateProperty());
        week.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(520)
                        .otherwise(420));
        week.maxWidthProperty().bind(week.minWidthProperty());
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
                                : model.formats().count(row.hours()),
                        OffRow::hours));
        table.getColumns()
                .add(Columns.number(
                        "Saving / mo.",
                        84,
                        row -> row.gross()
                                .map(money -> model.formats().money(money, 0))
                                .orElse(Formats.UNKNOWN),
                        OffRow::grossOrder,
                        "strong-column"));
        table.getColumns()
                .add(Columns.number(
                        "Conf.", 52, row -> model.formats().percent(100 * row.confidence(), 0), OffRow::confidence));
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        VBox card = Parts.card(tools(), table);
        card.setMinWidth(0);
        return card;
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.rows().rows().size();
            count.setText(size == 1 ? "1 server" : size + " servers");
        };
        model.rows().rows().addListener((ListChangeListener<OffRow>) change -> counted.run());
        counted.run();
        return Parts.row(
                8,
                Segments.of("Show", List.of(OffFilter.values()), OffFilter::label, model.filterProperty()),
                StatusMenu.of(model.statusProperty()),
                menu(
                        "Weeks",
                        "In how many of the weeks an hour has to be unused",
                        REPEATS,
                        model.requestProperty()
                                .map(request -> "Unused in %.0f\u00a0%% of weeks"
                                        .formatted(100 * request.policy().repeat())),
                        model::setRepeat),
                menu(
                        "Idle",
                        "Up to which CPU reading an hour counts as unused",
                        IDLE,
                        model.requestProperty()
                                .map(request -> "CPU up to %.0f\u00a0%%"
                                        .formatted(request.policy().idleCpuPercent())),
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

    private static MenuButton menu(
            String name, String tip, List<Integer> values, ObservableValue<String> words, Consumer<Integer> choose) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(words);
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, tip);
        menu.setId("off-hours-" + name.toLowerCase(Locale.ROOT));
        Function<Integer, String> label = value -> value + "\u00a0%";
        for (Integer value : values) {
            MenuItem item = new MenuItem(label.apply(value));
            item.setOnAction(event -> choose.accept(value));
            menu.getItems().add(item);
        }
        return menu;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ObservableValue<String> answer() {
        return model.answerProperty();
    }

    @Override
    public List<Command> commands() {
        return decisions.commands();
    }

    @Override
    public void shown() {
        model.want();
    }
}
