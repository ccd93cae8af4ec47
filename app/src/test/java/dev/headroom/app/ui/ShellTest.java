package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WindowSettings;
import dev.headroom.app.ui.shell.WorkspaceState;
import dev.headroom.app.ui.theme.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private final BackgroundRunner runner = new BackgroundRunner(Platform::runLater, InstantSource.system(), 2);
    private final FakeGate gate =
            FakeGate.of(folder -> folder.toString().equals("fresh") ? FakeSession.empty() : FakeSession.filled());

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private Workbench workbench;

    @Start
    void start(Stage stage) {
        workbench = new Workbench(WindowSettings.first(), gate, Path.of("fresh"), runner, InstantSource.system());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.setScene(workbench.scene());
        stage.show();
        workbench.controller().open();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void anEmptyWorkspaceOffersThreeDoors(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup(".start-title").tryQuery()).isPresent();
        assertThat(robot.lookup(".door").queryAll()).hasSize(3);
        assertThat(robot.lookup("Choose profile").queryButton().isDisabled()).isTrue();
    }

    @Test
    void arrowsInTheNavigationOpenPanels(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        robot.interact(() -> item(robot, "nav-overview").requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.EXPLORE);
        assertThat(item(robot, "nav-explore").isSelected()).isTrue();
        assertThat(robot.lookup("Arrives with a later release").tryQuery()).isPresent();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.DATA);
    }

    @Test
    void thePaletteFindsAndRunsAPanel(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.clickOn("#palette-field").write("budg").push(KeyCode.ENTER);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.BUDGETS);
        assertThat(robot.lookup("#palette-field").tryQuery()).isEmpty();
    }

    @Test
    void theThemeButtonChangesTheLookedUpColours(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        assertThat(background(robot.lookup(".top-bar").query())).isEqualTo(Color.web("#ffffff"));
        robot.clickOn("#theme-button");
        assertThat(workbench.model().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(background(robot.lookup(".top-bar").query())).isEqualTo(Color.web("#151a21"));
    }

    @Test
    void aRefusedWorkspaceIsAFailureWithCodeAndRetry(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        FakeGate refusing = new FakeGate();
        robot.interact(() -> {
            Workbench other =
                    new Workbench(WindowSettings.first(), refusing, Path.of("locked"), runner, InstantSource.system());
            ((Stage) workbench.scene().getWindow()).setScene(other.scene());
            workbench = other;
            other.controller().open();
        });
        await(WorkspaceState.Failed.class);
        assertThat(robot.lookup("HR-1002").tryQuery()).isPresent();
        robot.clickOn("Try again");
        await(WorkspaceState.Failed.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> refusing.opened().size() == 2);
    }

    @Test
    void theDemoDoorOpensTheDemoWorkspace(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        robot.clickOn("Open demo");
        await(WorkspaceState.Filled.class);
        assertThat(gate.opened()).containsExactly(Path.of("fresh"), Path.of("demo"));
        assertThat(workbench.model().workspaceNameProperty().get()).isEqualTo("test-fleet");
    }

    @Test
    void f1ListsTheShortcuts(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        robot.push(KeyCode.F1);
        assertThat(robot.lookup(".shortcut-sheet").tryQuery()).isPresent();
    }

    @Test
    void everyButtonOfTheBarsSaysWhatItDoes(FxRobot robot) throws Exception {
        await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup(".icon-only").<Node>queryAll())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
    }

    private void await(Class<? extends WorkspaceState> state) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> state.isInstance(workbench.model().workspaceProperty().get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ToggleButton item(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(ToggleButton.class);
    }

    private static Color background(Node node) {
        var fills = ((Region) node).getBackground().getFills();
        return (Color) fills.getLast().getFill();
    }
}
