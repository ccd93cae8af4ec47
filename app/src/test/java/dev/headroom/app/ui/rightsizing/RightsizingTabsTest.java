package dev.headroom.app.ui.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.DecisionEvent;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

/// The pages of the Rightsizing panel in the window.
@ExtendWith(ApplicationExtension.class)
class RightsizingTabsTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private FilledWindow window;

    @Start
    void start(Stage stage) {
        window = new FilledWindow(stage, PanelId.RIGHTSIZING);
    }

    @BeforeEach
    void open() throws Exception {
        window.ready();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void choose(FxRobot robot, String page) throws Exception {
        ToggleButton tab = robot.lookup((Node node) -> ("Kind of saving: " + page).equals(node.getAccessibleText()))
                .query();
        assertThat(tab.getTooltip().getText()).isNotBlank();
        robot.interact(tab::fire);
        window.settle();
    }

    @Test
    void everyPageFillsItsTablesAndNamesItsControls(FxRobot robot) throws Exception {
        for (String page : List.of(
                "Off hours", "Idle and waste", "Other resources", "Clusters", "Best set", "AWS says", "Resize")) {
            choose(robot, page);
            assertThat(robot.lookup(".state-failed").tryQuery()).as(page).isEmpty();
            assertThat(robot.lookup(".table-view").queryAllAs(TableView.class))
                    .as("tables of " + page)
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(table.getItems()).isNotEmpty());
            assertThat(robot.lookup(node -> node instanceof Labeled && node.isFocusTraversable())
                            .<Node>queryAll())
                    .as("controls of " + page)
                    .allSatisfy(node -> assertThat(node.getAccessibleText() + ((Labeled) node).getText())
                            .isNotBlank());
        }
    }

    @Test
    void aRefusedPageCanBeTriedAgain(FxRobot robot) throws Exception {
        window.session().refuse(true);
        choose(robot, "Clusters");
        assertThat(robot.lookup("HR-4242").tryQuery()).isPresent();
        window.session().refuse(false);
        robot.clickOn("Try again");
        window.settle();
        assertThat(robot.lookup(".state-failed").tryQuery()).isEmpty();
    }

    @Test
    void adviceOnEachPageIsAcceptedByKeyboardAndTakenBack(FxRobot robot) throws Exception {
        for (String page : List.of("Off hours", "Idle and waste", "Clusters", "Best set")) {
            choose(robot, page);
            int before = window.session().decided().size();
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            window.settle();
            assertThat(window.session().decided().size()).as(page).isEqualTo(before + 1);
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            window.settle();
            assertThat(window.session().decided().getLast().decision().word())
                    .as(page)
                    .isEqualTo("reopened");
        }
        assertThat(window.session().decided())
                .extracting(DecisionEvent::kind)
                .contains(AdviceKind.SCHEDULE, AdviceKind.WASTE, AdviceKind.CONSOLIDATION, AdviceKind.ACTION);
    }

    @Test
    void theDetailTellsWhatWouldHaveBecomeOfTheMove(FxRobot robot) throws Exception {
        assertThat(robot.lookup((Labeled label) ->
                                label.getText() != null && label.getText().contains("was recommended"))
                        .tryQuery())
                .isEmpty();
        robot.interact(() -> robot.lookup("#look-back").queryButton().fire());
        window.settle();
        assertThat(robot.lookup((Labeled label) -> label.getText() != null
                                && label.getText().startsWith("Had you moved 30 days ago?")
                                && label.getText().contains("was recommended"))
                        .tryQuery())
                .isPresent();
    }
}
