package dev.headroom.app.ui.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.usecase.AwsStatement;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What AWS says about sizes, in the window.
@ExtendWith(ApplicationExtension.class)
class SizesTabTest {
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

    private void choose(FxRobot robot) throws Exception {
        ToggleButton tab = robot.lookup((Node node) -> "Kind of saving: AWS says".equals(node.getAccessibleText()))
                .query();
        robot.interact(tab::fire);
        window.settle();
    }

    private static boolean shows(FxRobot robot, String start) {
        return robot.lookup((Labeled label) ->
                        label.getText() != null && label.getText().startsWith(start))
                .tryQuery()
                .isPresent();
    }

    @Test
    void theReasonsOfBothFollowTheChosenServerAndTheTableIsExported(FxRobot robot) throws Exception {
        choose(robot);
        TableView<SizeRow> table = table(robot);
        SizeRow first = table.getItems().getFirst();
        assertThat(shows(robot, "AWS advises " + first.theirs())).isTrue();
        assertThat(shows(robot, "Headroom advises " + first.ours())).isTrue();
        assertThat(shows(robot, "The finding is overprovisioned: CPU overprovisioned, memory overprovisioned."))
                .isTrue();
        int alone = table.getItems().stream()
                .filter(row -> row.beside().ours().isEmpty())
                .mapToInt(table.getItems()::indexOf)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(alone - 1);
            table.getFocusModel().focus(alone - 1);
        });
        robot.push(KeyCode.DOWN);
        assertThat(shows(robot, "Headroom does not know i-0abc")).isTrue();
        Exportable.Rows rows = (Exportable.Rows) Exports.at(table).orElseThrow();
        assertThat(rows.content().get().header())
                .contains("AWS advises", "AWS saving", "Headroom advises", "Our saving", "Agreement")
                .doesNotHaveDuplicates();
        assertThat(rows.content().get().rows().get(alone)).contains("i-0abc", "t3.nano", 20.0, "AWS only");
    }

    @SuppressWarnings("unchecked") // the only table of the page
    private static TableView<SizeRow> table(FxRobot robot) {
        return robot.lookup(".table-view").queryAs(TableView.class);
    }

    @Test
    void theEmptyPageOpensThePullWithRecommendationsChosen(FxRobot robot) throws Exception {
        window.session().saying(AwsStatement.nothing());
        choose(robot);
        robot.clickOn("Pull from AWS");
        assertThat(robot.lookup((CheckBox box) -> box.getText().equals("Recommendations"))
                        .queryAs(CheckBox.class)
                        .isSelected())
                .isTrue();
    }
}
