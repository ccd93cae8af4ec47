package dev.headroom.app.ui.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.charts.control.PlotView;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Scenarios panel in a window, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class ScenariosViewTest {
    @SuppressWarnings("NullAway.Init")
    private FilledWindow window;

    @Start
    void start(Stage stage) {
        window = new FilledWindow(stage, PanelId.SCENARIOS);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void add(FxRobot robot, NewEvents kind) throws Exception {
        robot.interact(() -> {
            MenuButton menu = robot.lookup("#scenario-add").queryAs(MenuButton.class);
            menu.getItems().get(kind.ordinal()).fire();
        });
        window.settle();
        robot.interact(
                () -> robot.lookup("#event-confirm").queryAs(Button.class).fire());
        window.settle();
    }

    private static List<EventBar> bars(FxRobot robot) {
        return robot.lookup(".event-bar").queryAllAs(EventBar.class).stream().toList();
    }

    @Test
    void anEventIsAddedMovedResizedSwitchedOffAndRemovedByKeyboard(FxRobot robot) throws Exception {
        window.ready();
        add(robot, NewEvents.GROWTH);
        assertThat(bars(robot)).hasSize(1);
        assertThat(bars(robot).getFirst().getAccessibleText()).contains("+20 % load", "from 1 Dec 2026");
        robot.interact(() -> bars(robot).getFirst().requestFocus());
        robot.push(KeyCode.RIGHT);
        window.settle();
        assertThat(bars(robot).getFirst().getAccessibleText()).contains("from 2 Dec 2026");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        window.settle();
        assertThat(bars(robot).getFirst().getAccessibleText()).contains("from 9 Dec 2026");
        assertThat(bars(robot).getFirst().isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        window.settle();
        assertThat(bars(robot).getFirst().getAccessibleText()).contains(" until ");
        robot.interact(() ->
                robot.lookup(".timeline .check-box").queryAs(CheckBox.class).fire());
        window.settle();
        assertThat(bars(robot).getFirst().getStyleClass()).contains("off");
        robot.interact(() -> bars(robot).getFirst().requestFocus());
        robot.push(KeyCode.DELETE);
        window.settle();
        assertThat(bars(robot)).isEmpty();
    }

    @Test
    void dragMovesAnEventByDays(FxRobot robot) throws Exception {
        window.ready();
        add(robot, NewEvents.DECOMMISSION);
        EventBar bar = bars(robot).getFirst();
        robot.moveTo(bar).press(MouseButton.PRIMARY).moveBy(30, 0).release(MouseButton.PRIMARY);
        window.settle();
        assertThat(bars(robot).getFirst().getAccessibleText()).doesNotContain("from 1 Dec 2026");
    }

    @Test
    void aWrongFieldIsSaidAndCannotBeAdded(FxRobot robot) throws Exception {
        window.ready();
        robot.interact(() -> {
            MenuButton menu = robot.lookup("#scenario-add").queryAs(MenuButton.class);
            menu.getItems().get(NewEvents.GROWTH.ordinal()).fire();
        });
        window.settle();
        robot.interact(
                () -> robot.lookup("#event-percent").queryAs(TextField.class).setText("much"));
        assertThat(robot.lookup("#event-confirm").queryAs(Button.class).isDisabled())
                .isTrue();
        Set<Label> labels = robot.lookup(".event-dialog .bad").queryAllAs(Label.class);
        assertThat(labels).anyMatch(label -> label.getText().contains("percent (\"much\") must be a number"));
        assertThat(robot.lookup(".event-dialog .combo-box")
                        .queryAs(ComboBox.class)
                        .getItems())
                .isNotEmpty();
    }

    @Test
    void bothChartsShowTheSameDaysAndTheAnswerStandsAbove(FxRobot robot) throws Exception {
        window.ready();
        add(robot, NewEvents.GROWTH);
        List<PlotView> plots =
                robot.lookup(node -> node instanceof PlotView && visible(node)).queryAllAs(PlotView.class).stream()
                        .toList();
        assertThat(plots).hasSize(2);
        robot.interact(
                () -> plots.getFirst().zoom(0.5, plots.getFirst().getViewport().from()));
        assertThat(plots.get(1).getViewport()).isEqualTo(plots.get(0).getViewport());
        assertThat(robot.lookup("#scenario-answer").queryAs(Label.class).getText())
                .contains("passes its limit within 182 days");
    }

    private static boolean visible(Node node) {
        return node.getScene() != null && node.getScene().getWindow() != null && node.isVisible();
    }

    @Test
    void aSavedScenarioCanBeOpenedAndCompared(FxRobot robot) throws Exception {
        window.ready();
        add(robot, NewEvents.GROWTH);
        robot.interact(
                () -> robot.lookup("#scenario-save").queryAs(Button.class).fire());
        window.settle();
        assertThat(window.session().savedScenarios()).hasSize(1);
        MenuButton open = robot.lookup("#scenario-open").queryAs(MenuButton.class);
        assertThat(open.getItems()).anyMatch(item -> "New scenario, version 1, 1 event".equals(item.getText()));
        MenuButton compare = robot.lookup("#scenario-compare").queryAs(MenuButton.class);
        robot.interact(() -> compare.getItems().getFirst().fire());
        window.settle();
        assertThat(compare.getText()).isEqualTo("Comparing");
    }
}
