package dev.headroom.app.ui.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.WatchScope;
import dev.headroom.engine.anomaly.Expectation;
import dev.headroom.engine.anomaly.Feedback;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnomaliesViewModelTest {
    private final FakeSession session = FakeSession.filled();
    private final ViewModels parts = new ViewModels(session);
    private final AnomaliesViewModel model = new AnomaliesViewModel(parts.fleet(), parts.shell(), parts.formats());

    @BeforeEach
    void load() throws InterruptedException {
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private AnomalyRow chosen() {
        return Objects.requireNonNull(model.selectedProperty().get());
    }

    @Test
    void theMostUrgentComesFirstAndIsChosen() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.rows()).extracting(AnomalyRow::title).containsExactly("Data transfer", "da-us-01", "S3");
        assertThat(chosen()).isEqualTo(model.rows().getFirst());
        assertThat(chosen().anomaly().urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(model.answerProperty().get())
                .startsWith("3 open: 2 in costs, $")
                .contains(" above expectation, 1 in metrics since 12 Nov");
    }

    @Test
    void filtersAndOrderChangeTheList() {
        model.watchedProperty().set(AnomaliesViewModel.Watched.METRICS);
        assertThat(model.rows()).extracting(AnomalyRow::title).containsExactly("da-us-01");
        model.watchedProperty().set(AnomaliesViewModel.Watched.COST);
        model.orderProperty().set(AnomalyOrder.NEWEST);
        assertThat(model.rows()).extracting(AnomalyRow::title).containsExactly("S3", "Data transfer");
        model.leastProperty().set(Urgency.CRITICAL);
        assertThat(model.rows()).extracting(AnomalyRow::title).containsExactly("Data transfer");
        assertThat(model.count(AnomalyFilter.OPEN)).isEqualTo(1);
        model.leastProperty().set(Urgency.LOW);
        model.filterProperty().set(AnomalyFilter.CLOSED);
        assertThat(model.rows()).extracting(AnomalyRow::title).contains("RDS");
    }

    @Test
    void anAcknowledgedOneLeavesTheOpenListAndUndoBringsItBack() throws InterruptedException {
        AnomalyRow first = chosen();
        model.desk().acknowledge(first);
        parts.settle();
        assertThat(model.rows()).extracting(AnomalyRow::id).doesNotContain(first.id());
        assertThat(model.count(AnomalyFilter.CLOSED)).isGreaterThanOrEqualTo(1);
        model.undo();
        parts.settle();
        assertThat(model.rows()).extracting(AnomalyRow::id).contains(first.id());
        assertThat(session.noted())
                .extracting(event -> event.feedback().word())
                .containsExactly(Feedback.Word.ACKNOWLEDGE, Feedback.Word.RETRACT);
    }

    @Test
    void markingAsExpectedSaysWhatIsLearntAndNeedsAReason() throws InterruptedException {
        AnomalyRow first = chosen();
        assertThat(model.desk().problem(" ")).isPresent();
        assertThat(model.desk().problem("monthly run")).isEmpty();
        assertThat(model.desk().lesson(first, Expectation.Pattern.MONTH_END))
                .contains("last three days of a month")
                .contains("does not alert");
        model.desk().expect(first, Expectation.Pattern.ONCE, "migration");
        parts.settle();
        model.filterProperty().set(AnomalyFilter.EXPECTED);
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(first.id());
            assertThat(row.standing().reason()).isEqualTo("migration");
            assertThat(model.history(row)).last().asString().endsWith("marked as expected: migration");
        });
    }

    @Test
    void aKnownEventCoversItsScopeAndIsUndone() throws InterruptedException {
        AnomalyRow first = chosen();
        assertThat(model.scopes(first))
                .extracting(WatchScope::word)
                .containsExactly("series", "service", "account", "cost", "all");
        LocalDate day = first.anomaly().startDay();
        model.desk().suppress(WatchScope.ALL, day, day, "sale");
        parts.settle();
        assertThat(model.rows()).extracting(AnomalyRow::id).doesNotContain(first.id());
        model.undo();
        parts.settle();
        assertThat(model.rows()).extracting(AnomalyRow::id).contains(first.id());
    }

    @Test
    void aFailureIsSaidAndNothingChanges() throws InterruptedException {
        session.refuse(true);
        model.desk().acknowledge(chosen());
        parts.settle();
        assertThat(model.rows()).hasSize(3);
        assertThat(parts.shell().notices())
                .last()
                .satisfies(notice -> assertThat(notice.title()).isEqualTo("It could not be written"));
    }

    @Test
    void causesAddUpToAHundredPercentAndKeepTheirSign() {
        List<CauseRow> causes = model.causes(chosen());
        assertThat(causes.stream().mapToLong(CauseRow::tenths).sum()).isEqualTo(1000);
        assertThat(causes.getFirst().usageType()).isEqualTo("Data transfer-Bytes");
        assertThat(causes.getFirst().part()).isEqualTo(1);
        assertThat(CauseRow.tenths(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3})).containsExactlyInAnyOrder(334, 333, 333);
        assertThat(CauseRow.tenths(new double[] {1.2504, -0.2504})).containsExactly(1250, -250);
    }

    @Test
    void manyCausesEndInOneLineOfOthers() {
        List<RootCause.Share> shares = IntStream.range(0, 12)
                .mapToObj(i -> new RootCause.Share(new RootCause.Place("s", "a", "r", "u" + i), 1, 0, 1, 1 / 12.0))
                .toList();
        List<CauseRow> rows = CauseRow.of(shares);
        assertThat(rows).hasSize(7);
        assertThat(rows.getLast().usageType()).isEqualTo("6 others");
        assertThat(rows.stream().mapToLong(CauseRow::tenths).sum()).isEqualTo(1000);
    }

    @Test
    void theScopeNarrowsTheList() {
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("AWS").withAccount("prod-us"));
        assertThat(model.rows())
                .extracting(AnomalyRow::title)
                .doesNotContain("S3")
                .contains("Data transfer");
    }

    @Test
    void pseudonymsHideAccountsAndServersAndIdsStay() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        String before = chosen().id();
        parts.shell().pseudonymsProperty().set(true);
        assertThat(chosen().id()).isEqualTo(before);
        assertThat(model.rows()).extracting(AnomalyRow::title).doesNotContain("da-us-01");
    }
}
