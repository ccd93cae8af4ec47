package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import dev.headroom.app.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
    private final FakeGate gate =
            FakeGate.of(folder -> folder.toString().equals("fresh") ? FakeSession.empty() : FakeSession.filled());

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private Workbench workbench;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1000, 900);
        workbench = window.show(gate, "fresh", PanelId.OVERVIEW);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void anEmptyWorkspaceOffersThreeDoors(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup(".start-title").tryQuery()).isPresent();
        assertThat(robot.lookup(".door").queryAll()).hasSize(3);
        assertThat(robot.lookup("Connect").queryButton().isDisabled()).isFalse();
    }

    @Test
    void arrowsInTheNavigationOpenPanels(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        robot.interact(() -> item(robot, "nav-overview").requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.EXPLORE);
        assertThat(item(robot, "nav-explore").isSelected()).isTrue();
        robot.interact(() -> workbench.model().open(PanelId.BUDGETS));
        assertThat(robot.lookup("Arrives with a later release").tryQuery()).isPresent();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.DATA);
    }

    @Test
    void thePaletteFindsAndRunsAPanel(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.clickOn("#palette-field").write("budg").push(KeyCode.ENTER);
        assertThat(workbench.model().panelProperty().get()).isEqualTo(PanelId.BUDGETS);
        assertThat(robot.lookup("#palette-field").tryQuery()).isEmpty();
    }

    @Test
    void theThemeButtonChangesTheLookedUpColours(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        assertThat(background(robot.lookup(".top-bar").query())).isEqualTo(Color.web("#ffffff"));
        robot.clickOn("#theme-button");
        assertThat(workbench.model().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(background(robot.lookup(".top-bar").query())).isEqualTo(Color.web("#151a21"));
    }

    @Test
    void aRefusedWorkspaceIsAFailureWithCodeAndRetry(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        FakeGate refusing = new FakeGate();
        robot.interact(() -> workbench = window.show(refusing, "locked", PanelId.OVERVIEW));
        window.await(WorkspaceState.Failed.class);
        assertThat(robot.lookup("HR-1002").tryQuery()).isPresent();
        robot.clickOn("Try again");
        window.await(WorkspaceState.Failed.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> refusing.opened().size() == 2);
    }

    @Test
    void aDialogIsThereBeforeTheFirstPulse(FxRobot robot) {
        robot.interact(() -> {
            Workbench fresh = window.show(gate, "fresh", PanelId.OVERVIEW);
            fresh.showShortcuts();
            assertThat(fresh.scene().lookup(".shortcut-sheet")).isNotNull();
        });
    }

    @Test
    void anEncryptedWorkspaceAsksForItsPasswordUntilItIsRight(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        FakeGate locked = FakeGate.of(folder -> FakeSession.empty()).lockedBy("open sesame");
        robot.interact(() -> workbench = window.show(locked, "locked", PanelId.OVERVIEW));
        window.await(WorkspaceState.Failed.class);
        robot.clickOn("#workspace-password").write("guess").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> locked.opened().size() == 2);
        window.settle();
        assertThat(robot.lookup("This is not the password.").queryAll()).isNotEmpty();
        robot.clickOn("#workspace-password").write("open sesame").clickOn("#workspace-password-confirm");
        window.await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup("#workspace-password").tryQuery()).isEmpty();
    }

    @Test
    void aBackupIsMadeWhileTheWindowIsOpenAndAFailureIsTold(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        FakeSession session = FakeSession.filled();
        robot.interact(() -> workbench = window.show(FakeGate.of(folder -> session), "full of data", PanelId.OVERVIEW));
        window.await(WorkspaceState.Filled.class);
        robot.interact(() -> workbench.chooseBackupsBy(name -> Optional.of(Path.of("backups", name))));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !session.backups().isEmpty());
        assertThat(session.backups()).containsExactly(Path.of("backups", "headroom-2026-11-20.zip"));
        robot.interact(() -> workbench.chooseBackupsBy(name -> Optional.of(Path.of("full", name))));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window.settle();
        assertThat(workbench.model().notices())
                .anyMatch(notice -> notice.title().contains("not backed up"));
    }

    @Test
    void theDemoDoorOpensTheDemoWorkspace(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        robot.clickOn("Open demo");
        window.await(WorkspaceState.Filled.class);
        assertThat(gate.opened()).containsExactly(Path.of("fresh"), Path.of("demo"));
        assertThat(workbench.model().workspaceNameProperty().get()).isEqualTo("test-fleet");
    }

    @Test
    void f1ListsTheShortcuts(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        robot.push(KeyCode.F1);
        assertThat(robot.lookup(".shortcut-sheet .label").queryAllAs(Label.class))
                .hasSizeGreaterThan(40)
                .allSatisfy(label ->
                        assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.prefWidth(-1)));
    }

    @Test
    void everyButtonOfTheBarsSaysWhatItDoes(FxRobot robot) throws Exception {
        window.await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup(".icon-only").<Node>queryAll())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
    }

    private static ToggleButton item(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(ToggleButton.class);
    }

    private static Color background(Node node) {
        var fills = ((Region) node).getBackground().getFills();
        return (Color) fills.getLast().getFill();
    }
}
