package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeGate;
import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.TestWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.plot.Viewport;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Forecast panel in a window, over invented results.
@ExtendWith(ApplicationExtension.class)
class ForecastViewTest {

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1000, 990);
        window.show(FakeGate.of(folder -> FakeSession.filled()), "test", PanelId.FORECAST);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void driversStandAsSignedFiguresWithUnits(FxRobot robot) throws Exception {
        ready();
        List<Label> figures = List.copyOf(robot.lookup(".driver-figure").queryAllAs(Label.class));
        assertThat(figures)
                .hasSize(2)
                .allSatisfy(figure -> assertThat(figure.getText()).matches("([+\u2212][0-9.]+|0\\.0)\u00a0pp"));
        double right = figures.getFirst()
                .localToScene(figures.getFirst().getBoundsInLocal())
                .getMaxX();
        assertThat(figures)
                .allSatisfy(figure -> assertThat(
                                figure.localToScene(figure.getBoundsInLocal()).getMaxX())
                        .isEqualTo(right));
        assertThat(robot.lookup((Label label) -> label.getText().startsWith("Explained with the additive model"))
                        .tryQuery())
                .isPresent();
    }

    @Test
    void theLeaderboardStartsAndEndsWithTheTextOfItsSection(FxRobot robot) throws Exception {
        ready();
        Region section = (Region) robot.lookup(".leaderboard").query().getParent();
        while (!section.getStyleClass().contains("inspector-section")) {
            section = (Region) section.getParent();
        }
        double left = section.localToScene(section.getInsets().getLeft(), 0).getX();
        double right = section.localToScene(
                        section.getWidth() - section.getInsets().getRight(), 0)
                .getX();
        Label head = robot.lookup((Label label) -> "Leaderboard".equals(label.getText()))
                .query();
        Label last = robot.lookup((Label label) -> "s".equals(label.getText())).query();
        assertThat(section.getInsets().getLeft()).isEqualTo(16);
        assertThat(head.localToScene(head.getBoundsInLocal()).getMinX()).isEqualTo(left);
        assertThat(last.localToScene(last.getBoundsInLocal()).getMaxX()).isEqualTo(right);
    }

    @Test
    void aFifthTickStaysEmptyAndSaysWhy(FxRobot robot) throws Exception {
        ready();
        assertThat(tick(robot, "auto").isSelected()).isTrue();
        assertThat(tick(robot, "auto").isDisabled()).isTrue();
        for (String model : List.of("theta", "ets", "snaive")) {
            robot.interact(tick(robot, model)::fire);
        }
        ready();
        assertThat(legend(robot)).contains("Combination", "Theta", "Smoothing", "Seasonal naive");
        robot.interact(tick(robot, "drift")::fire);
        assertThat(tick(robot, "drift").isSelected()).isFalse();
        Label hint = robot.lookup("#comparison-hint").queryAs(Label.class);
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).contains("Untick one first");
    }

    @Test
    void theLeaderboardSaysWhichModelsAreAsGoodAsItsBest(FxRobot robot) throws Exception {
        ready();
        assertThat(text(robot, "#leaderboard-standing"))
                .startsWith("As good as the best, as far as 12 origins can tell: Theta and Smoothing.");
    }

    @Test
    void theSliderOpensAPastViewThatIsMarkedAndLeft(FxRobot robot) throws Exception {
        ready();
        Slider slider = robot.lookup("#as-known-slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.push(KeyCode.PAGE_DOWN).push(KeyCode.LEFT);
        ready();
        assertThat(text(robot, "#as-known-on")).isEqualTo("11 Nov 2026");
        assertThat(text(robot, "#past-badge")).isEqualTo("Past view, as known on 11 Nov 2026");
        assertThat(text(robot, "#past-verdict")).startsWith("7 of 8 days so far inside the 80\u00a0% band");
        assertThat(robot.lookup(".past-view").tryQuery()).isPresent();
        robot.clickOn("#past-latest");
        ready();
        assertThat(text(robot, "#as-known-on")).isEqualTo("19 Nov 2026");
        assertThat(robot.lookup(".past-view").tryQuery()).isEmpty();
        assertThat(robot.lookup("#past-badge").query().isVisible()).isFalse();
    }

    @Test
    void aDoubleClickGoesBackToTheFirstView(FxRobot robot) throws Exception {
        ready();
        PlotView view = robot.lookup(".plot-view").queryAs(PlotView.class);
        Viewport first = view.getViewport();
        robot.interact(() -> view.zoom(0.4, view.getViewport().to()));
        assertThat(view.getViewport()).isNotEqualTo(first);
        robot.doubleClickOn(view);
        assertThat(view.getViewport()).isEqualTo(first);
    }

    private static CheckBox tick(FxRobot robot, String model) {
        return robot.lookup("#compare-" + model).queryAs(CheckBox.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static List<String> legend(FxRobot robot) {
        return robot.lookup(".plot-view").queryAs(PlotView.class).getPlot().legend().stream()
                .map(LegendEntry::text)
                .toList();
    }

    private void ready() throws Exception {
        window.await(WorkspaceState.Filled.class);
        window.settle();
    }

    @Test
    void theModelOfTheSeriesIsTrainedFromTheInspector(FxRobot robot) throws Exception {
        ready();
        assertThat(text(robot, "#version-title")).isEqualTo("No version yet");
        Button train = robot.lookup("#train-version").queryButton();
        assertThat(train.getText()).isEqualTo("Train a version");
        robot.interact(train::fire);
        ready();
        assertThat(text(robot, "#version-title")).isEqualTo("Version 1, Combination");
        assertThat(text(robot, "#version-note")).startsWith("Version 1 is in use now.");
        Button again = robot.lookup("#train-version").queryButton();
        assertThat(again.getText()).isEqualTo("Train again");
        assertThat(again.isDisabled()).isFalse();
    }
}
