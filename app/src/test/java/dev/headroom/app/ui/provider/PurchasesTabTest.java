package dev.headroom.app.ui.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FilledWindow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What AWS says about commitments, in the window.
@ExtendWith(ApplicationExtension.class)
class PurchasesTabTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private FilledWindow window;

    @Start
    void start(Stage stage) {
        window = new FilledWindow(stage, PanelId.COMMITMENTS);
    }

    @BeforeEach
    void open() throws Exception {
        window.ready();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void choose(FxRobot robot, String page) throws Exception {
        ToggleButton tab = robot.lookup(
                        (Node node) -> ("Part of commitments: " + page).equals(node.getAccessibleText()))
                .query();
        robot.interact(tab::fire);
        window.settle();
    }

    private static Exportable.Content content(FxRobot robot, String table) {
        TableView<?> found = robot.lookup((TableView<?> one) -> table.equals(one.getAccessibleText()))
                .query();
        return ((Exportable.Rows) Exports.at(found).orElseThrow()).content().get();
    }

    @Test
    void bothTablesOfThePageAreExportedAndTheAdviceComesBack(FxRobot robot) throws Exception {
        choose(robot, "AWS says");
        Exportable.Content purchases = content(robot, "What AWS advises to buy");
        assertThat(purchases.header()).contains("AWS saving", "Our saving").doesNotHaveDuplicates();
        assertThat(purchases.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Compute savings plan", "$3.50 an hour", 610.4, 97.0));
        Exportable.Content months = content(robot, "Coverage and utilization by month");
        assertThat(months.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("August 2026", 79.5, 41.0, 40.0, 80.0));
        choose(robot, "Advice");
        assertThat(content(robot, "What to buy").rows()).isNotEmpty();
    }
}
