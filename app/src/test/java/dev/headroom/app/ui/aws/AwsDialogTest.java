package dev.headroom.app.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeGate;
import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.TestWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AwsDialogTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open(FakeSession session) throws Exception {
        FakeGate gate = FakeGate.of(folder -> session);
        WaitForAsyncUtils.asyncFx(() -> window.show(gate, "empty", PanelId.OVERVIEW))
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void anEmptyWorkspaceIsConnectedByKeyPlannedAndPulled(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.empty();
        open(session);
        window.await(WorkspaceState.Fresh.class);
        assertThat(robot.lookup("Connect to AWS").tryQuery()).isPresent();
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(robot.lookup("#aws-pull").queryButton().isVisible()).isFalse();
        robot.clickOn("#aws-plan");
        window.settle();
        assertThat(robot.lookup("$0.02").tryQuery()).isPresent();
        assertThat(robot.lookup("Cannot be pulled").tryQuery()).isPresent();
        robot.clickOn("#aws-pull");
        window.settle();
        assertThat(session.aws().pulled()).hasSize(1);
    }

    @Test
    void theCheckOfALoginSaysWhatIsDenied(FxRobot robot) throws Exception {
        open(FakeSession.empty());
        window.await(WorkspaceState.Fresh.class);
        robot.push(KeyCode.ALT, KeyCode.C);
        robot.clickOn("#aws-check");
        window.settle();
        assertThat(robot.lookup("Not all allowed").tryQuery()).isPresent();
        assertThat(robot.lookup("organizations:ListAccounts").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#aws-check").tryQuery()).isEmpty();
    }
}
