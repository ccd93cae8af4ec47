package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The live panels in their states, over a workspace with invented results.
@ExtendWith(ApplicationExtension.class)
class PanelStatesTest {

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    private Workbench workbench;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1000, 900);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = PanelId.class,
            names = {"OVERVIEW", "DATA", "FORECAST", "RISK", "RIGHTSIZING", "SCENARIOS", "COMMITMENTS"})
    void aFilledWorkspaceMakesEachPanelReady(PanelId panel, FxRobot robot) throws Exception {
        open(panel, FakeSession.filled());
        window.settle();
        assertThat(robot.lookup(".page-title").tryQuery()).isPresent();
        assertThat(robot.lookup(".state-failed").tryQuery()).isEmpty();
        assertThat(robot.lookup(".skeleton").tryQuery()).isEmpty();
        assertThat(robot.lookup(".card").queryAll()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PanelId.class,
            names = {"DATA", "FORECAST", "RISK", "RIGHTSIZING", "SCENARIOS", "COMMITMENTS"})
    void aRefusedUseCaseIsAFailureWithCodeThatCanBeRetried(PanelId panel, FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled().refuse(true);
        open(panel, session);
        window.settle();
        assertThat(robot.lookup("HR-4242").tryQuery()).isPresent();
        session.refuse(false);
        robot.clickOn("Try again");
        window.settle();
        assertThat(robot.lookup(".state-failed").tryQuery()).isEmpty();
    }

    @Test
    void eachPartOfTheOverviewFailsAndRecoversOnItsOwn(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled().refuse(true);
        open(PanelId.OVERVIEW, session);
        window.settle();
        assertThat(robot.lookup("HR-4242").queryAll()).hasSizeGreaterThan(2);
        assertThat(robot.lookup("Data freshness").tryQuery()).isPresent();
    }

    @Test
    void loadingShowsStillBlocksAfterAMoment(FxRobot robot) throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        FakeGate slow = FakeGate.of(folder -> {
            try {
                released.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return FakeSession.filled();
        });
        robot.interact(() -> workbench = window.show(slow, "slow", PanelId.OVERVIEW));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".skeleton-block").tryQuery().isPresent());
        released.countDown();
        window.settle();
        assertThat(robot.lookup(".skeleton-block").tryQuery()).isEmpty();
    }

    @Test
    void enterOnABreachOpensItsForecast(FxRobot robot) throws Exception {
        open(PanelId.RISK, FakeSession.filled());
        window.settle();
        TableView<?> table = (TableView<?>) find(robot, "Soonest breach");
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.FORECAST);
        String server = workbench.model().selectionProperty().get();
        assertThat(server).isNotEmpty();
        assertThat(((Labeled) robot.lookup(".page-title").query()).getText()).isEqualTo(server);
    }

    @Test
    void thePaletteFindsAServerAndShowsItsForecast(FxRobot robot) throws Exception {
        open(PanelId.OVERVIEW, FakeSession.filled());
        window.settle();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.clickOn("#palette-field").write("#daus01").push(KeyCode.ENTER);
        window.settle();
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.FORECAST);
        assertThat(workbench.model().selectionProperty().get()).isEqualTo("da-us-01");
    }

    @Test
    void droppedFilesArePreviewedBeforeAnythingIsWritten(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        open(PanelId.DATA, session);
        window.settle();
        Path good = Path.of("fleet.csv");
        robot.interact(() -> workbench.importFiles(List.of(good, Path.of("photo.jpg"))));
        window.settle();
        assertThat(robot.lookup(".preview-dialog").tryQuery()).isPresent();
        assertThat(robot.lookup("HR-2003").tryQuery()).isPresent();
        assertThat(session.imported()).isEmpty();
        robot.clickOn("#import-confirm");
        window.settle();
        assertThat(session.imported()).containsExactly(List.of(good));
        assertThat(workbench.model().notices()).isNotEmpty();
    }

    @Test
    void everyControlOfThePanelsCanBeNamed(FxRobot robot) throws Exception {
        for (PanelId panel : PanelId.values()) {
            open(panel, FakeSession.filled());
            window.settle();
            assertThat(robot.lookup(node -> node instanceof Labeled && node.isFocusTraversable())
                            .<Node>queryAll())
                    .as("focusable controls of " + panel)
                    .allSatisfy(node -> assertThat(name((Labeled) node)).isNotBlank());
        }
    }

    private static String name(Labeled control) {
        String spoken = control.getAccessibleText();
        return spoken == null || spoken.isBlank() ? control.getText() : spoken;
    }

    private static Node find(FxRobot robot, String accessibleText) {
        return robot.lookup(node -> accessibleText.equals(node.getAccessibleText()))
                .query();
    }

    private void open(PanelId panel, FakeSession session) throws Exception {
        workbench = WaitForAsyncUtils.asyncFx(() -> window.show(FakeGate.of(folder -> session), "test", panel))
                .get(10, TimeUnit.SECONDS);
        window.await(WorkspaceState.Filled.class);
    }
}
