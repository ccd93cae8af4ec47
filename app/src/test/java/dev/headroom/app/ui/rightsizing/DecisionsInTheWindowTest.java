package dev.headroom.app.ui.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.engine.rightsizing.DecisionEvent;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
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
import org.testfx.util.WaitForAsyncUtils;

/// The buttons and shortcuts that decide about recommendations.
@ExtendWith(ApplicationExtension.class)
class DecisionsInTheWindowTest {
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

    private List<String> words() {
        return window.session().decided().stream()
                .map(event -> event.decision().word())
                .toList();
    }

    @SuppressWarnings("unchecked") // the only table of the panel
    private static TableView<SizingRow> table(FxRobot robot) {
        return (TableView<SizingRow>)
                robot.lookup(".table-view").queryAll().iterator().next();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup((Button button) -> text.equals(button.getText())).queryButton();
    }

    @Test
    void severalRowsAreAcceptedAtOnceAndTakenBackByKeyboard(FxRobot robot) throws Exception {
        TableView<SizingRow> table = table(robot);
        int before = table.getItems().size();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(button(robot, "Accept 3").isDisabled()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        window.settle();
        assertThat(words()).containsExactly("accepted", "accepted", "accepted");
        assertThat(table.getItems()).hasSize(before - 3);
        assertThat(table.getSelectionModel().getSelectedItems()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(table.getItems()).hasSize(before);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        window.settle();
        assertThat(table.getItems()).hasSize(before - 3);
        assertThat(words()).hasSize(9);
    }

    @Test
    void theStateColumnIsShownOnlyWhereStatesDiffer(FxRobot robot) {
        TableView<SizingRow> table = table(robot);
        assertThat(headings(table)).contains("Server", "Conf.").doesNotContain("State");
        robot.interact(() -> robot.lookup((MenuButton chip) -> "State".equals(chip.getAccessibleText()))
                .<MenuButton>query()
                .getItems()
                .getLast()
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(headings(table)).contains("State");
        assertThat(robot.lookup(".table-cell.key-column").queryAllAs(Labeled.class))
                .as("no name is cut")
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.getWidth()).isGreaterThanOrEqualTo(104));
    }

    private static List<String> headings(TableView<SizingRow> table) {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getText).toList();
    }

    @Test
    void theDialogAndTheNoticeOfADecisionKeepToPseudonyms(FxRobot robot) throws Exception {
        String real = table(robot).getItems().getFirst().server();
        robot.interact(() -> window.workbench().model().pseudonymsProperty().set(true));
        window.settle();
        robot.interact(() -> button(robot, "Dismiss…").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup((Labeled label) ->
                                label.getText() != null && label.getText().contains(real))
                        .tryQuery())
                .isEmpty();
        robot.write("Licence").push(KeyCode.ENTER);
        window.settle();
        robot.interact(() -> window.workbench().model().pseudonymsProperty().set(false));
        assertThat(robot.lookup(node -> (node.getAccessibleText() + "").equals("Dismissed. " + real))
                        .tryQuery())
                .isPresent();
        robot.interact(() -> window.workbench().model().pseudonymsProperty().set(true));
        assertThat(robot.lookup(node -> (node.getAccessibleText() + "").contains(real))
                        .tryQuery())
                .isEmpty();
    }

    @Test
    void aDismissalAsksForAReason(FxRobot robot) throws Exception {
        SizingRow first = table(robot).getItems().getFirst();
        robot.interact(() -> button(robot, "Dismiss…").fire());
        WaitForAsyncUtils.waitForFxEvents();
        Button confirm = robot.lookup("#decision-confirm").queryButton();
        assertThat(confirm.isDisabled()).isTrue();
        assertThat(((TextField) robot.lookup("#decision-reason").query()).isFocused())
                .isTrue();
        robot.write("Licence").push(KeyCode.ENTER);
        window.settle();
        assertThat(window.session().decided())
                .singleElement()
                .extracting(DecisionEvent::resource)
                .isEqualTo(first.id());
        assertThat(window.session().decided().getFirst().decision().reasonText())
                .isEqualTo("Licence");
        assertThat(robot.lookup("#decision-confirm").tryQuery()).isEmpty();
    }

    @Test
    void aSnoozeIsWrittenAndEscapeWritesNothing(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ESCAPE);
        window.settle();
        assertThat(words()).isEmpty();
        robot.interact(() -> button(robot, "Snooze…").fire());
        WaitForAsyncUtils.waitForFxEvents();
        DatePicker until = (DatePicker) robot.lookup("#decision-until").query();
        assertThat(until.getEditor().getText()).isEqualTo("1 Dec 2026");
        robot.interact(() -> robot.lookup("#decision-confirm").queryButton().fire());
        window.settle();
        assertThat(words()).containsExactly("snoozed");
        assertThat(window.session().decided().getFirst().decision().untilDay()).contains(LocalDate.of(2026, 12, 1));
    }

    @Test
    void everyButtonSaysWhatItDoesAndItsKeys(FxRobot robot) {
        for (String text : List.of("Accept", "Dismiss…", "Snooze…")) {
            Button button = button(robot, text);
            assertThat(button.getTooltip().getText()).as(text).contains("Ctrl+Shift+");
            assertThat(button.getAccessibleText()).as(text).isNotBlank();
            assertThat(button.isFocusTraversable()).as(text).isTrue();
        }
    }
}
