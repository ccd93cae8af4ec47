package dev.headroom.app.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.charts.control.PlotView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ExploreViewTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private FilledWindow window;

    @Start
    void start(Stage stage) {
        window = new FilledWindow(stage, PanelId.EXPLORE);
    }

    @BeforeEach
    void open() throws Exception {
        window.ready();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open(FxRobot robot, String page) throws Exception {
        ToggleButton segment = robot.lookup((ToggleButton button) -> page.equals(button.getText()))
                .query();
        robot.interact(segment::fire);
        window.settle();
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What the panel offers for export now.
    private static List<String> exports(FxRobot robot) {
        return Exports.below(robot.lookup(".explore").query()).stream()
                .map(Exportable::name)
                .toList();
    }

    @Test
    void theProfileHasThreeChartsThatCanBeExported(FxRobot robot) {
        assertThat(robot.lookup((Node node) -> node instanceof PlotView).queryAll())
                .hasSize(3);
        assertThat(exports(robot)).anyMatch(name -> name.contains("by hour of the week"));
        assertThat(robot.lookup((Node node) -> node instanceof PlotView).<Node>queryAll())
                .allSatisfy(node -> assertThat(node.isFocusTraversable()).isTrue());
    }

    @Test
    void anArrowInTheListChoosesTheNextServerForAllPanels(FxRobot robot) throws Exception {
        ListView<?> list = robot.lookup("#explore-series").queryListView();
        robot.interact(list::requestFocus);
        robot.push(KeyCode.DOWN);
        window.settle();
        assertThat(window.workbench().model().selectionProperty().get())
                .isEqualTo(((SeriesRow) list.getItems().get(1)).id());
        assertThat(exports(robot).getFirst())
                .startsWith(((SeriesRow) list.getItems().get(1)).name());
    }

    @Test
    void aCellOfTheMatrixOpensItsPair(FxRobot robot) throws Exception {
        open(robot, "Correlation");
        Button cell = robot.lookup((Button button) -> button.getAccessibleText() != null
                        && button.getAccessibleText().startsWith("Memory and Network"))
                .queryButton();
        robot.interact(cell::fire);
        assertThat(robot.lookup((Labeled label) -> "Memory and Network".equals(label.getText()))
                        .tryQuery())
                .isPresent();
        assertThat(exports(robot)).contains("Correlation", "Correlation matrix", "Memory and Network");
    }

    @Test
    void distributionDecompositionAndArchetypesAreShown(FxRobot robot) throws Exception {
        open(robot, "Distribution");
        assertThat(exports(robot)).contains("Distribution");
        open(robot, "Decomposition");
        assertThat(exports(robot)).hasSize(4).anyMatch(name -> name.endsWith("Weekly"));
        open(robot, "Archetypes");
        TableView<?> table = (TableView<?>) robot.lookup(".table-view").query();
        assertThat(table.getItems()).hasSize(4);
    }

    @Test
    void thePivotEndsWithItsTotalAndSwapsItsDimensions(FxRobot robot) throws Exception {
        open(robot, "Cost pivot");
        TableView<?> table = (TableView<?>) robot.lookup(".table-view").query();
        assertThat(((PivotGrid.Row) table.getItems().getLast()).name()).isEqualTo("Total");
        assertThat(exports(robot)).containsExactly("Cost pivot in USD");
        Button swap = robot.lookup((Button button) -> "Swap rows and columns".equals(button.getAccessibleText()))
                .queryButton();
        robot.interact(swap::fire);
        window.settle();
        assertThat(window.session().pivots().getLast().rows().word()).isEqualTo("month");
    }
}
