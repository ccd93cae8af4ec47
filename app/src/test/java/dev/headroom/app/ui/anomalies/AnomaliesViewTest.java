package dev.headroom.app.ui.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Feedback;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Anomalies panel by mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class AnomaliesViewTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private FilledWindow window;

    @Start
    void start(Stage stage) {
        window = new FilledWindow(stage, PanelId.ANOMALIES);
    }

    @BeforeEach
    void open() throws Exception {
        window.ready();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<Feedback.Word> words() {
        return window.session().noted().stream()
                .map(AnomalyEvent::feedback)
                .map(Feedback::word)
                .toList();
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#anomaly-list").match(ListView.class::isInstance).queryAs(ListView.class);
    }

    private static boolean says(FxRobot robot, String text) {
        return !robot.lookup((Labeled label) ->
                        label.getText() != null && label.getText().contains(text))
                .queryAll()
                .isEmpty();
    }

    @Test
    void theListTheCauseAndTheHistoryAreThere(FxRobot robot) {
        assertThat(list(robot).getItems()).hasSize(3);
        TableView<?> causes = robot.lookup(".table-view").queryAs(TableView.class);
        assertThat(causes.getItems()).hasSize(2);
        assertThat(says(robot, "Root cause")).isTrue();
        assertThat(says(robot, "All  100.0\u00a0%")).isTrue();
        assertThat(says(robot, "raised, ")).isTrue();
    }

    @Test
    void aMetricSaysWhatMovedTogether(FxRobot robot) {
        robot.interact(() -> list(robot).getSelectionModel().clearAndSelect(1));
        assertThat(says(robot, "Moved together")).isTrue();
        assertThat(says(robot, "Root cause")).isFalse();
    }

    @Test
    void theKeyboardAcknowledgesAndTakesBack(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        window.settle();
        assertThat(list(robot).getItems()).hasSize(2);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(list(robot).getItems()).hasSize(3);
        assertThat(words()).containsExactly(Feedback.Word.ACKNOWLEDGE, Feedback.Word.RETRACT);
    }

    @Test
    void markingAsExpectedAsksForAReason(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        Button confirm = robot.lookup("#anomaly-confirm").queryButton();
        assertThat(confirm.isDisabled()).isTrue();
        assertThat(says(robot, "nothing is learnt for later") || says(robot, "does not alert."))
                .isTrue();
        TextField reason = robot.lookup("#anomaly-reason").queryAs(TextField.class);
        robot.interact(() -> reason.setText("migration"));
        assertThat(confirm.isDisabled()).isFalse();
        robot.interact(confirm::fire);
        window.settle();
        assertThat(words()).containsExactly(Feedback.Word.EXPECT);
        assertThat(list(robot).getItems()).hasSize(2);
    }

    @Test
    void aKnownEventIsKept(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        TextField reason = robot.lookup("#anomaly-reason").queryAs(TextField.class);
        robot.interact(() -> reason.setText("sale"));
        robot.interact(() -> robot.lookup("#anomaly-confirm").queryButton().fire());
        window.settle();
        assertThat(words()).containsExactly(Feedback.Word.SUPPRESS);
        assertThat(list(robot).getItems()).hasSize(2);
    }

    @Test
    void sendingSaysWhereItGoesBeforeItGoes(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        Button confirm = robot.lookup("#anomaly-send").queryButton();
        assertThat(confirm.isDisabled()).isTrue();
        assertThat(says(robot, "Critical: Data transfer")).isTrue();
        TextField address = robot.lookup("#anomaly-webhook").queryAs(TextField.class);
        robot.interact(() -> address.setText("http://example.org/secret"));
        assertThat(confirm.isDisabled()).as("not encrypted").isTrue();
        robot.interact(() -> address.setText("https://hooks.example.org/secret"));
        assertThat(confirm.isDisabled()).isFalse();
        assertThat(says(robot, "3 anomalies leave this computer for hooks.example.org."))
                .isTrue();
        assertThat(says(robot, "secret")).isFalse();
        robot.interact(confirm::fire);
        window.settle();
        assertThat(words()).hasSize(3).containsOnly(Feedback.Word.SENT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        assertThat(says(robot, "Everything on the list was sent over this way before"))
                .isTrue();
    }
}
