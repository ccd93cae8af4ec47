package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.usecase.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Scope, cost basis, export, presentation and pseudonyms in the window.
@ExtendWith(ApplicationExtension.class)
class ShellToolsTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private Workbench workbench;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1000, 900);
        workbench = window.show(FakeGate.of(name -> FakeSession.filled()), "test", PanelId.OVERVIEW);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theBreadcrumbFindsAnAccountAndOneStepLeadsBack(FxRobot robot) throws Exception {
        window.open(PanelId.OVERVIEW);
        robot.push(KeyCode.ALT, KeyCode.S);
        robot.clickOn("#scope-field").write("produs").push(KeyCode.ENTER);
        window.settle();
        assertThat(workbench.model().scopeProperty().get()).isEqualTo(Scope.ALL.withAccount("prod-us"));
        assertThat(robot.lookup("#scope-chip").<Button>query().getText()).isEqualTo("prod-us");
        assertThat(robot.lookup("Daily cost, All, prod-us").tryQuery()).isPresent();
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(workbench.model().scopeProperty().get()).isEqualTo(Scope.ALL);
    }

    @Test
    void anEmptyScopeSaysSoAndOffersToWidenIt(FxRobot robot) throws Exception {
        window.open(PanelId.RISK);
        robot.interact(() -> workbench.model().scopeProperty().set(Scope.ALL.withAccount("nowhere")));
        window.settle();
        assertThat(robot.lookup("Nothing in this scope").tryQuery()).isPresent();
        robot.clickOn("Widen the scope");
        window.settle();
        assertThat(robot.lookup("Nothing in this scope").tryQuery()).isEmpty();
        assertThat(workbench.model().scopeProperty().get()).isEqualTo(Scope.ALL);
    }

    @Test
    void aCostThatTheBillsDoNotHaveIsNamedInTheTile(FxRobot robot) throws Exception {
        window.open(PanelId.OVERVIEW);
        MenuButton chip = robot.lookup("#cost-basis").query();
        assertThat(chip.getText()).isEqualTo("Amortised");
        robot.interact(() -> chip.getItems().getLast().fire());
        window.settle();
        assertThat(robot.lookup("List cost is not in these bills.").tryQuery()).isPresent();
    }

    @Test
    void ctrlEExportsATableOfThePanelInFront(FxRobot robot) throws Exception {
        window.open(PanelId.RISK);
        Path target = folder.resolve("breaches.csv");
        robot.interact(() -> workbench.chooseTargetsBy((name, format, where) -> Optional.of(target)));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        window.settle();
        assertThat(robot.lookup(".export-sheet").tryQuery()).isPresent();
        robot.clickOn("CSV");
        window.settle();
        assertThat(Files.readAllLines(target)).hasSizeGreaterThan(3);
        assertThat(Files.readString(target)).startsWith("# As of").contains("\nServer,Metric,Days");
        assertThat(robot.lookup(".export-sheet").tryQuery()).isEmpty();
    }

    @Test
    void everyLivePanelOffersSomethingToExport(FxRobot robot) throws Exception {
        for (PanelId panel :
                new PanelId[] {PanelId.OVERVIEW, PanelId.DATA, PanelId.FORECAST, PanelId.RISK, PanelId.RIGHTSIZING}) {
            window.open(panel);
            robot.push(KeyCode.CONTROL, KeyCode.E);
            window.settle();
            assertThat(robot.lookup(".export-sheet .small-button").queryAll())
                    .as("exports of " + panel)
                    .isNotEmpty();
            robot.push(KeyCode.ESCAPE);
            window.settle();
        }
    }

    @Test
    void aPresentationShowsOneChartAtATimeAndEscapeLeaves(FxRobot robot) throws Exception {
        window.open(PanelId.OVERVIEW);
        robot.push(KeyCode.F11);
        window.settle();
        assertThat(robot.lookup(".top-bar").query().isVisible()).isFalse();
        String first = robot.lookup(".presentation-title").<Labeled>query().getText();
        robot.push(KeyCode.RIGHT);
        window.settle();
        assertThat(robot.lookup(".presentation-title").<Labeled>query().getText())
                .isNotEqualTo(first);
        assertThat(workbench.model().panelProperty().get()).isNotEqualTo(PanelId.OVERVIEW);
        robot.push(KeyCode.ESCAPE);
        window.settle();
        assertThat(workbench.model().presentingProperty().get()).isFalse();
        assertThat(robot.lookup(".presentation").tryQuery()).isEmpty();
        assertThat(robot.lookup(".page-title").tryQuery()).isPresent();
        assertThat(robot.lookup(".top-bar").query().isVisible()).isTrue();
    }

    @Test
    void pseudonymsReplaceHostsInTablesAndComeOffAgain(FxRobot robot) throws Exception {
        window.open(PanelId.RISK);
        TableView<?> table = robot.lookup(node -> "Soonest breach".equals(node.getAccessibleText()))
                .queryAs(TableView.class);
        assertThat(table.getItems().toString()).contains("name=da-");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.settle();
        assertThat(table.getItems().toString())
                .doesNotContain("name=da-")
                .doesNotContain("name=we-")
                .containsPattern("name=(database|web|batch|cache)-\\d{3}");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.settle();
        assertThat(table.getItems().toString()).contains("name=da-");
    }

    @Test
    void rowsBecomeCompactAndTheSettingIsKept(FxRobot robot) throws Exception {
        window.open(PanelId.RISK);
        TableView<?> table = robot.lookup(node -> "Soonest breach".equals(node.getAccessibleText()))
                .queryAs(TableView.class);
        assertThat(table.getFixedCellSize()).isEqualTo(32);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        window.settle();
        assertThat(table.getFixedCellSize()).isEqualTo(26);
        assertThat(workbench.model().settings(1200, 800, false, "x").tables().density())
                .isEqualTo(Density.COMPACT);
    }
}
