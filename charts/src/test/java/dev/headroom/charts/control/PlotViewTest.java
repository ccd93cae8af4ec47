package dev.headroom.charts.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotLayout;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.PlotTheme;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
class PlotViewTest extends ApplicationTest {
    private static final double DAY = 86_400;

    private final Plot plot = SampleCharts.forecast();
    private PlotView view;
    private BrushView brush;

    @Override
    public void start(Stage stage) {
        view = new PlotView(plot);
        brush = new BrushView(view);
        view.setPrefSize(826, 500);
        stage.setScene(new Scene(new VBox(view, brush), 826, 562));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.requestFocus();
    }

    @Test
    void theCrosshairReadsTheObservationUnderTheCursor() {
        PlotLayout layout = view.plotLayout();
        double wanted = SampleCharts.second(2026, 6, 10);
        hover(layout.px(wanted) + 0.4, 200);

        assertThat(view.crosshairProperty().get()).isEqualTo(wanted);
        assertThat(view.getAccessibleText())
                .startsWith("Wed 10 Jun 2026. Observed ")
                .endsWith("\u00a0%");
    }

    @Test
    void theCrosshairReadsMedianAndBandsOfTheForecast() {
        hover(view.plotLayout().px(SampleCharts.second(2027, 4, 28)), 200);

        assertThat(view.getAccessibleText())
                .matches("Wed 28 Apr 2027\\. Median [\\d.]+\u00a0%\\."
                        + " 50\u00a0% band [\\d.]+ – [\\d.]+\u00a0%\\."
                        + " 80\u00a0% band [\\d.]+ – [\\d.]+\u00a0%\\."
                        + " 95\u00a0% band [\\d.]+ – [\\d.]+\u00a0%");
    }

    @Test
    void leavingThePlotAreaHidesTheCrosshair() {
        hover(400, 200);
        hover(5, 200);

        assertThat(view.crosshairProperty().get()).isNaN();
        assertThat(view.getAccessibleText()).contains("Chart from 1 Mar 2026 to 20 May 2027");
    }

    @Test
    void arrowKeysMoveTheCrosshairByOneObservation() {
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        double first = view.crosshairProperty().get();
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);

        assertThat(view.crosshairProperty().get()).isEqualTo(first + DAY);

        press(KeyCode.LEFT).release(KeyCode.LEFT).press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(view.crosshairProperty().get()).isEqualTo(first - DAY);

        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(view.crosshairProperty().get()).isNaN();
    }

    @Test
    void plusZoomsAroundTheCrosshairAndHomeGoesBack() {
        Viewport home = view.getViewport();
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        double at = view.crosshairProperty().get();
        double share = (at - home.from()) / home.span();
        // On most keyboards plus is the shifted key of the equals sign.
        press(KeyCode.EQUALS).release(KeyCode.EQUALS);

        Viewport zoomed = view.getViewport();
        assertThat(zoomed.span()).isLessThan(home.span());
        assertThat((at - zoomed.from()) / zoomed.span()).isCloseTo(share, org.assertj.core.data.Offset.offset(1e-9));

        press(KeyCode.HOME).release(KeyCode.HOME);
        assertThat(view.getViewport()).isEqualTo(home);
    }

    @Test
    void theWheelZoomsAroundTheCursorAndStopsAtTheData() {
        PlotLayout layout = view.plotLayout();
        double under = layout.positionAt(300);
        Viewport before = view.getViewport();
        wheel(300, 40);

        Viewport after = view.getViewport();
        assertThat(after.span()).isLessThan(before.span());
        assertThat(view.plotLayout().positionAt(300)).isCloseTo(under, org.assertj.core.data.Offset.offset(1.0));

        for (int i = 0; i < 60; i++) {
            wheel(300, -120);
        }
        assertThat(view.getViewport()).isEqualTo(plot.full());
        for (int i = 0; i < 200; i++) {
            wheel(300, 120);
        }
        assertThat(view.getViewport().span()).isCloseTo(6 * 3_600.0, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void aDoubleClickGoesBackToTheFirstView() {
        Viewport home = view.getViewport();
        interact(() -> view.zoom(0.5, home.from() + home.span() / 3));
        assertThat(view.getViewport()).isNotEqualTo(home);

        moveTo(view);
        doubleClickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(view.getViewport()).isEqualTo(home);
    }

    @Test
    void theThemeChangesWhatIsPainted() {
        assertThat(view.shownPlot().theme()).isSameAs(PlotTheme.light());
        interact(() -> view.setTheme(PlotTheme.dark()));

        assertThat(view.shownPlot().theme()).isSameAs(PlotTheme.dark());
        assertThat(brush.getTheme()).isSameAs(PlotTheme.dark());
    }

    @Test
    void aPlotWithTheSameSpanKeepsTheView() {
        interact(() -> view.zoom(0.5, SampleCharts.second(2026, 9, 1)));
        Viewport zoomed = view.getViewport();
        interact(() -> view.setPlot(plot.withTheme(PlotTheme.light())));

        assertThat(view.getViewport()).isEqualTo(zoomed);
    }

    @Test
    void theBrushMovesTheViewByKeyboard() {
        Viewport before = view.getViewport();
        interact(brush::requestFocus);
        press(KeyCode.LEFT).release(KeyCode.LEFT);

        assertThat(view.getViewport().from())
                .isCloseTo(before.from() - before.span() / 10, org.assertj.core.data.Offset.offset(1.0));
        press(KeyCode.END).release(KeyCode.END);
        assertThat(view.getViewport()).isEqualTo(plot.full());
        assertThat(brush.getAccessibleText()).isEqualTo("In view: 1 Jan 2023 to 20 May 2027");
    }

    @Test
    @Tag("display")
    void draggingPansTheView() {
        Viewport before = view.getViewport();
        drag(view.localToScreen(500, 200), MouseButton.PRIMARY).dropTo(view.localToScreen(600, 200));

        assertThat(view.getViewport().from()).isLessThan(before.from());
        assertThat(view.getViewport().span()).isCloseTo(before.span(), org.assertj.core.data.Offset.offset(1.0));
    }

    private void hover(double x, double y) {
        WaitForAsyncUtils.waitForFxEvents();
        moveTo(view.localToScreen(x, y));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void wheel(double x, double delta) {
        interact(() -> view.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                200,
                x,
                200,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null)));
    }
}
