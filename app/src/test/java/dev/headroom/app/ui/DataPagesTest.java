package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The parts of the Data panel: imports with their findings, the quality of each series, the bills.
@ExtendWith(ApplicationExtension.class)
class DataPagesTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1280, 900);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void findingsStandBelowTheRejectsOfTheirFile(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        assertThat(table(robot, "Rejected rows").getItems()).hasSize(37);
        assertThat(table(robot, "Findings").getItems()).hasSize(1);
        assertThat(robot.lookup("time-order").tryQuery()).isPresent();
    }

    @Test
    void theQualityOfEachSeriesHasAReasonAndWhatToDo(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        window.settle();
        TableView<?> table = table(robot, "Quality of the series");
        assertThat(table.getItems()).hasSize(160);
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(robot.lookup("Carries a forecast").tryQuery()).isPresent();
        assertThat(robot.lookup(node -> spoken(node).startsWith("To watch: ")).queryAll())
                .isNotEmpty();
        assertThat(robot.lookup("Quality by metric").tryQuery()).isPresent();
    }

    @Test
    void theBillsShowTheirVersionsAndRestatements(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(table(robot, "Versions of the bills").getItems()).hasSize(2);
        assertThat(table(robot, "Restatements").getItems()).hasSize(1);
        assertThat(robot.lookup("Holds").tryQuery()).isPresent();
        assertThat(robot.lookup("tax $214.00").tryQuery()).isPresent();
    }

    @Test
    void billsThatCannotBeReadAreToldAndReadAgain(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        open(session);
        session.refuse(true);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(robot.lookup("HR-4242").tryQuery()).isPresent();
        session.refuse(false);
        robot.clickOn("Try again");
        window.settle();
        assertThat(table(robot, "Versions of the bills").getItems()).hasSize(2);
    }

    private static String spoken(Node node) {
        String text = node.getAccessibleText();
        return text == null ? "" : text;
    }

    private static TableView<?> table(FxRobot robot, String name) {
        return (TableView<?>) robot.lookup(node -> node instanceof TableView && name.equals(node.getAccessibleText()))
                .query();
    }

    private void open(FakeSession session) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> window.show(FakeGate.of(folder -> session), "test", PanelId.DATA))
                .get(10, TimeUnit.SECONDS);
        window.await(WorkspaceState.Filled.class);
        window.settle();
    }
}
