package dev.headroom.charts.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.plot.HeatmapGeometry;
import dev.headroom.charts.plot.HeatmapLine;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
class HeatmapViewTest extends ApplicationTest {
    private final List<HeatmapData.Cell> opened = new ArrayList<>();
    private HeatmapView view;

    @Override
    public void start(Stage stage) {
        view = new HeatmapView(SampleCharts.risk());
        view.setOnOpen(opened::add);
        stage.setScene(new Scene(new StackPane(view), 720, 420));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.requestFocus();
    }

    @Test
    void theFirstCellIsFocusedAndSaysWhatItsCardSays() {
        HeatmapData.Cell cell = view.focusedCell().orElseThrow();

        assertThat(cell.columnIndex()).isZero();
        assertThat(view.getAccessibleText())
                .startsWith(cell.row().name() + ", CPU, 30 d. Probability Unlikely, ")
                .endsWith("Enter opens the forecast");
    }

    @Test
    void arrowKeysWalkTheCellsAndStopAtTheEnds() {
        HeatmapData.Cell first = view.focusedCell().orElseThrow();
        keys(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        HeatmapData.Cell moved = view.focusedCell().orElseThrow();

        assertThat(moved.columnIndex()).isEqualTo(2);
        assertThat(moved.row()).isNotEqualTo(first.row());

        keys(KeyCode.END, KeyCode.RIGHT);
        assertThat(view.focusedCell().orElseThrow().columnIndex()).isEqualTo(11);
        keys(KeyCode.HOME, KeyCode.LEFT);
        assertThat(view.focusedCell().orElseThrow().columnIndex()).isZero();
    }

    @Test
    void spaceSelectsTheRowAndSaysSo() {
        String id = view.focusedCell().orElseThrow().row().id();
        keys(KeyCode.SPACE);

        assertThat(view.selectedRows()).containsExactly(id);
        assertThat(view.getAccessibleText()).endsWith("Row selected");

        keys(KeyCode.SPACE);
        assertThat(view.selectedRows()).isEmpty();
    }

    @Test
    void enterOpensTheFocusedCell() {
        keys(KeyCode.RIGHT, KeyCode.ENTER);

        assertThat(opened).containsExactly(view.focusedCell().orElseThrow());
    }

    @Test
    void spaceOnAGroupHeadClosesAndOpensTheGroup() {
        int before = view.lines().lines().size();
        keys(KeyCode.UP);
        assertThat(view.getAccessibleText()).startsWith("Database, 18 servers").endsWith("open");

        keys(KeyCode.SPACE);
        assertThat(view.lines().lines()).hasSizeLessThan(before);
        assertThat(view.getAccessibleText()).endsWith("closed");

        keys(KeyCode.SPACE);
        assertThat(view.lines().lines()).hasSize(before);
    }

    @Test
    void theLinkShowsTheFoldedRows() {
        int link = firstLink();
        int before = view.lines().lines().size();
        double y = view.lineTop(link) + 10;
        clickOn(view.localToScreen(60, y), MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(view.lines().lines()).hasSizeGreaterThan(before);
    }

    @Test
    void aClickFocusesAndADoubleClickOpens() {
        int line = 2;
        HeatmapGeometry geometry = view.geometry();
        double x = geometry.left(4) + 20;
        double y = view.lineTop(line) + 10;
        clickOn(view.localToScreen(x, y), MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.focusedCell().orElseThrow().columnIndex()).isEqualTo(4);
        assertThat(opened).isEmpty();

        doubleClickOn(view.localToScreen(x, y), MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().columnIndex()).isEqualTo(4);
    }

    @Test
    void walkingDownScrollsTheFocusedCellIntoView() {
        for (int i = 0; i < 40; i++) {
            keys(KeyCode.DOWN);
        }
        int last = view.lines().lines().size() - 1;

        assertThat(view.scrollOffset()).isPositive();
        assertThat(view.lineTop(last) + 20).isLessThanOrEqualTo(view.getHeight());
    }

    @Test
    void newDataKeepTheSelectionThatStillApplies() {
        HeatmapData data = view.getData();
        interact(() -> view.selectedRows().addAll(List.of(data.rows().get(0).id(), "gone")));
        interact(() -> view.setData(SampleCharts.risk()));

        assertThat(view.selectedRows()).containsExactly(data.rows().get(0).id());
    }

    private int firstLink() {
        for (int i = 0; i < view.lines().lines().size(); i++) {
            if (view.lines().lines().get(i) instanceof HeatmapLine.Link) {
                return i;
            }
        }
        throw new AssertionError("There is no link.");
    }

    private void keys(KeyCode... codes) {
        for (KeyCode code : codes) {
            press(code).release(code);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
