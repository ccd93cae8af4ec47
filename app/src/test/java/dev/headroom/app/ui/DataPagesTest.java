package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The parts of the Data panel: imports with their findings, the quality of each series, the bills.
@ExtendWith(ApplicationExtension.class)
class DataPagesTest {
    @SuppressWarnings("NullAway.Init") // JUnit calls start before each test
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, 1280, 900);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void findingsStandBelowTheRejectsOfTheirFile(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        assertThat(table(robot, "Rejected rows").getItems()).hasSize(37);
        assertThat(table(robot, "Findings").getItems()).hasSize(1);
        assertThat(robot.lookup("time-order").tryQuery()).isPresent();
    }

    @Test
    void theQualityOfEachSeriesHasAReasonAndWhatToDo(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        window.settle();
        TableView<?> table = table(robot, "Quality of the series");
        assertThat(table.getItems()).hasSize(160);
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(robot.lookup("Carries a forecast").tryQuery()).isPresent();
        assertThat(robot.lookup(node -> spoken(node).startsWith("To watch: ")).queryAll())
                .isNotEmpty();
        assertThat(robot.lookup("Quality by metric").tryQuery()).isPresent();
    }

    @Test
    void theQualityOfEachFileHasAReasonAndWhatToDo(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.clickOn("Files");
        window.settle();
        TableView<?> table = table(robot, "Quality of the files");
        assertThat(table.getItems()).hasSize(2);
        assertThat(robot.lookup("75 of 100").tryQuery()).isPresent();
        assertThat(robot.lookup("5 of 20 days have no charges. −25 points.").tryQuery())
                .isPresent();
        assertThat(robot.lookup("Ask for the export of these days; a bill rarely has a day without charges.")
                        .tryQuery())
                .isPresent();
        robot.clickOn("Bad");
        assertThat(table.getItems()).isEmpty();
        robot.clickOn("Series");
        assertThat(robot.lookup("Quality by metric").tryQuery()).isPresent();
    }

    @Test
    void theBillsShowTheirVersionsAndRestatements(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(table(robot, "Versions of the bills").getItems()).hasSize(2);
        assertThat(table(robot, "Restatements").getItems()).hasSize(1);
        assertThat(robot.lookup("Holds").tryQuery()).isPresent();
        assertThat(robot.lookup("tax $214.00").tryQuery()).isPresent();
    }

    @Test
    void billsThatCannotBeReadAreToldAndReadAgain(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled().refuseBills(true);
        open(session);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(robot.lookup("HR-4243").tryQuery()).isPresent();
        session.refuseBills(false);
        robot.clickOn("Try again");
        window.settle();
        assertThat(table(robot, "Versions of the bills").getItems()).hasSize(2);
    }

    @Test
    void aBillThatWasNeverReconciledSaysSo(FxRobot robot) throws Exception {
        open(FakeSession.filled());
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(robot.lookup(node ->
                                node instanceof Label label && label.getText().equals("No invoice"))
                        .queryAll())
                .hasSize(2);
        assertThat(robot.lookup("Never reconciled").tryQuery()).isPresent();
    }

    @Test
    void theBridgeOfTheDifferenceStandsBesideTheBill(FxRobot robot) throws Exception {
        open(FakeSession.filled().checked(InventedBills.near()));
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.settle();
        assertThat(robot.lookup("Within 0.40\u00a0%").tryQuery()).isPresent();
        assertThat(robot.lookup("Matches the invoice within 0.40\u00a0%").tryQuery())
                .isPresent();
        assertThat(robot.lookup("Difference +$14.30, tolerance 3\u00a0%").tryQuery())
                .isPresent();
        assertThat(robot.lookup("september.csv, compared on 20 Oct 2026; 3 lines, none beyond 3\u00a0%.")
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup("Tax").tryQuery()).isPresent();
        assertThat(robot.lookup("From the invoice to the bill, USD").tryQuery()).isPresent();
    }

    @Test
    void anInvoiceIsComparedFromTheKeyboardAndItsResultIsShown(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        open(session);
        robot.push(KeyCode.ALT, KeyCode.R);
        robot.clickOn("#reconcile-file").write("september.csv");
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(session.reconciled()).containsExactly(InventedBills.request("september.csv", "0.03"));
        assertThat(robot.lookup("#reconcile-confirm").tryQuery()).isEmpty();
        assertThat(robot.lookup("Off by 6.3\u00a0%").tryQuery()).isPresent();
        assertThat(robot.lookup("Differs from the invoice by 6.3\u00a0%").tryQuery())
                .isPresent();
        assertThat(robot.lookup("payer-1 / Support, not invoiced").tryQuery()).isPresent();
        assertThat(robot.lookup("The bill differs from september.csv").tryQuery())
                .isPresent();
    }

    @Test
    void thePreviewAsksForWhatAFileLeavesOpenAndLooksAgain(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        Workbench workbench = open(session);
        robot.interact(() -> workbench.importFiles(List.of(Path.of("allocation.csv"), Path.of("readings.csv"))));
        window.settle();
        assertThat(robot.lookup("1 of 2 files can be imported, 1 needs an answer")
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup("The amounts name no currency.").tryQuery()).isPresent();
        robot.clickOn("EUR");
        window.settle();
        assertThat(robot.lookup("2 files to import").tryQuery()).isPresent();
        robot.clickOn("max");
        window.settle();
        robot.clickOn("#import-confirm");
        window.settle();
        assertThat(session.imported()).hasSize(2);
        assertThat(session.said().getFirst().request(List.of()).currency()).contains(new CurrencyCode("EUR"));
        assertThat(session.said().getLast().request(List.of()).statistic()).contains(Statistic.MAX);
    }

    @Test
    void thePreviewStillLeavesWithEscapeAfterAnAnswer(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        Workbench workbench = open(session);
        robot.interact(() -> workbench.importFiles(List.of(Path.of("allocation.csv"))));
        window.settle();
        robot.clickOn("EUR");
        window.settle();
        robot.push(KeyCode.ESCAPE);
        window.settle();
        assertThat(robot.lookup("#import-confirm").tryQuery()).isEmpty();
        assertThat(session.imported()).isEmpty();
    }

    @Test
    void theBadgeInTheOverviewLeadsToTheBill(FxRobot robot) throws Exception {
        open(FakeSession.filled().checked(InventedBills.near()));
        window.open(PanelId.OVERVIEW);
        robot.clickOn("#bill-badge");
        window.settle();
        assertThat(table(robot, "Versions of the bills").getSelectionModel().getSelectedIndex())
                .isZero();
        assertThat(robot.lookup("Matches the invoice within 0.40\u00a0%").tryQuery())
                .isPresent();
    }

    @Test
    void theBadgeInTheOverviewOpensTheBillsAlsoWhenTheDataPanelWasNeverOpen(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> window.show(FakeGate.of(folder -> FakeSession.filled()), "test", PanelId.OVERVIEW))
                .get(10, TimeUnit.SECONDS);
        window.await(WorkspaceState.Filled.class);
        window.settle();
        robot.clickOn("#bill-badge");
        window.settle();
        assertThat(table(robot, "Versions of the bills").getItems()).hasSize(2);
        assertThat(robot.lookup("Never reconciled").tryQuery()).isPresent();
    }

    @Test
    void whatTheInvoiceLeavesOpenIsAskedForAndTheDialogStays(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.filled();
        open(session);
        robot.push(KeyCode.ALT, KeyCode.R);
        robot.clickOn("#reconcile-file").write("total.csv");
        robot.clickOn("#reconcile-confirm");
        window.settle();
        assertThat(robot.lookup("HR-3230").tryQuery()).isPresent();
        assertThat(robot.lookup("The invoice does not say its month. Choose it above.")
                        .tryQuery())
                .isPresent();
        robot.clickOn("#reconcile-month").clickOn("September 2026");
        TextField tolerance = robot.lookup("#reconcile-tolerance").queryAs(TextField.class);
        robot.interact(() -> tolerance.setText("10"));
        robot.clickOn(tolerance).push(KeyCode.ENTER);
        window.settle();
        assertThat(session.reconciled()).hasSize(2);
        assertThat(session.reconciled().getLast().month()).contains(InventedBills.MONTH);
        assertThat(robot.lookup("Within 6.3\u00a0%").tryQuery()).isPresent();
        assertThat(robot.lookup("The bill matches total.csv").tryQuery()).isPresent();
    }

    private static String spoken(Node node) {
        String text = node.getAccessibleText();
        return text == null ? "" : text;
    }

    private static TableView<?> table(FxRobot robot, String name) {
        return (TableView<?>) robot.lookup(node -> node instanceof TableView && name.equals(node.getAccessibleText()))
                .query();
    }

    private Workbench open(FakeSession session) throws Exception {
        Workbench workbench = WaitForAsyncUtils.asyncFx(
                        () -> window.show(FakeGate.of(folder -> session), "test", PanelId.DATA))
                .get(10, TimeUnit.SECONDS);
        window.await(WorkspaceState.Filled.class);
        window.settle();
        return workbench;
    }
}
