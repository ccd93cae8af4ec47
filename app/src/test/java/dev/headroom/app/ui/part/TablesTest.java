package dev.headroom.app.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TablesTest {
    private final Map<String, TableLayout> layouts = new HashMap<>();
    private final ObservableList<Row> rows =
            FXCollections.observableArrayList(new Row("b", 2), new Row("=cmd", 1), new Row("c", Double.NaN));

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private StackPane root;

    @SuppressWarnings("NullAway.Init") // made before each test
    private TableView<Row> table;

    private record Row(String name, double value) {}

    @Start
    void start(Stage stage) {
        root = new StackPane();
        TableMemory memory = new TableMemory(layouts);
        root.addEventHandler(TableEvent.SHOWN, event -> {
            if (event.getTarget() instanceof TableView<?> shown) {
                memory.keep(shown);
            }
        });
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(root, 500, 300));
        stage.show();
    }

    @BeforeEach
    void open() throws Exception {
        onWindow(this::reopen);
    }

    private void reopen() {
        table = Columns.table("Things", "Nothing.", row -> {});
        table.getColumns().add(Columns.text("Name", 150, Row::name));
        table.getColumns()
                .add(Columns.number(
                        "Value", 120, row -> Double.isNaN(row.value()) ? "–" : row.value() + " %", Row::value));
        Columns.show(table, FXCollections.unmodifiableObservableList(rows));
        root.getChildren().setAll(table);
    }

    private static void onWindow(Runnable step) throws Exception {
        WaitForAsyncUtils.asyncFx(step).get(10, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void orderAndSortComeBack() throws Exception {
        onWindow(() -> {
            List<TableColumn<Row, ?>> turned =
                    new ArrayList<>(table.getColumns().reversed());
            table.getColumns().setAll(turned);
            turned.getFirst().setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(turned.getFirst()));
            reopen();
        });
        assertThat(table.getColumns()).extracting(TableColumn::getText).containsExactly("Value", "Name");
        assertThat(table.getSortOrder()).containsExactly(table.getColumns().getFirst());
        assertThat(table.getItems()).extracting(Row::name).containsExactly("c", "b", "=cmd");
    }

    @Test
    void widthsComeBack() throws Exception {
        layouts.put("Things", new TableLayout(List.of("Name", "Value"), Map.of("Name", 222.0), "", false));
        onWindow(this::reopen);
        assertThat(table.getColumns().getFirst().getPrefWidth()).isEqualTo(222);
    }

    @Test
    void aColumnOfALaterReleaseStaysAtItsPlace() throws Exception {
        layouts.put("Things", new TableLayout(List.of("Gone", "Value"), Map.of(), "Gone", false));
        onWindow(this::reopen);
        assertThat(table.getColumns()).extracting(TableColumn::getText).containsExactly("Name", "Value");
        assertThat(table.getSortOrder()).isEmpty();
    }

    @Test
    void theSelectedRowsAreCopiedWithTabsAndWithoutFormulas(FxRobot robot) throws Exception {
        onWindow(() -> {
            table.requestFocus();
            table.getSelectionModel().selectIndices(0, 1);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get(10, TimeUnit.SECONDS);
        assertThat(copied).isEqualTo("b\t2.0 %\n'=cmd\t1.0 %");
    }

    @Test
    void anExportHoldsNumbersAndLeavesTheUnknownEmpty() throws Exception {
        Exportable.Rows what = (Exportable.Rows) Exports.at(table).orElseThrow();
        Exportable.Content content =
                WaitForAsyncUtils.asyncFx(() -> what.content().get()).get(10, TimeUnit.SECONDS);
        assertThat(content.header()).containsExactly("Name", "Value");
        assertThat(content.rows()).containsExactly(List.of("b", 2.0), List.of("=cmd", 1.0), List.of("c", ""));
    }
}
