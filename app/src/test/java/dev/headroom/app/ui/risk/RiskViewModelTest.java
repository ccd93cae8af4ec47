package dev.headroom.app.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.Scope;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.engine.capacity.LimitRule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiskViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final RiskViewModel model = new RiskViewModel(parts.fleet(), parts.shell(), parts.formats());

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theGridHasOneRowAServerAndThreeHorizonsAMetric() throws InterruptedException {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Loading.class);
        parts.fleet().loadRisk();
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.gridProperty().get().rows()).hasSize(40);
        assertThat(model.gridProperty().get().columnCount()).isEqualTo(12);
        assertThat(model.gridProperty().get().rowGroups())
                .containsExactlyInAnyOrder("Database", "Web", "Batch", "Cache");
    }

    @Test
    void breachesAreSoonestFirst() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        List<Double> order = model.breaches().stream().map(BreachRow::p50Order).toList();
        assertThat(order).isSorted().isNotEmpty();
    }

    @Test
    void anAccountNarrowsGridAndList() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        parts.shell().scopeProperty().set(Scope.ALL.withAccount("prod-us"));
        assertThat(model.gridProperty().get().rows())
                .allSatisfy(row -> assertThat(row.name()).contains("-us-"));
        assertThat(model.breaches()).allSatisfy(row -> assertThat(row.name()).contains("-us-"));
    }

    @Test
    void groupingByTagNamesKeyAndValue() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        model.groupingProperty().set(Grouping.TAG);
        assertThat(model.gridProperty().get().rowGroups()).containsExactlyInAnyOrder("team orders", "team search");
    }

    @Test
    void rowsCanBeSortedByName() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        model.orderProperty().set(RowOrder.NAME);
        assertThat(model.gridProperty().get().rows().stream()
                        .map(HeatmapData.Row::name)
                        .toList())
                .isSorted();
    }

    @Test
    void anotherLimitIsAssessedAnew() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        model.setLimit(RiskLimit.AT_90);
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Loading.class);
        parts.settle();
        assertThat(model.answerProperty().get()).contains("90\u00a0%");
    }

    @Test
    void theLimitBySizeAndSingleHoursAreAskedForAndNamed() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        assertThat(model.basisWords()).startsWith("Daily p95 of all history to").contains("1,000 forecast paths");
        model.setLimit(RiskLimit.BY_SIZE);
        parts.settle();
        model.setReadings(RiskRequest.Readings.HOURLY);
        parts.settle();
        assertThat(parts.session().assessed().getLast()).satisfies(request -> {
            assertThat(request.limit()).isEqualTo(new LimitRule.BySize(80));
            assertThat(request.readings()).isEqualTo(RiskRequest.Readings.HOURLY);
        });
        assertThat(model.answerProperty().get()).startsWith("Probability that an hour passes the limit of its size");
        assertThat(model.basisWords()).startsWith("Hourly values").contains("300 forecast paths");
        model.setReadings(RiskRequest.Readings.DAILY_P95);
        parts.settle();
        assertThat(parts.session().assessed().getLast().limit())
                .as("the limit stays")
                .isEqualTo(new LimitRule.BySize(80));
    }

    @Test
    void aFailureKeepsItsCodeAndCanBeRetried() throws InterruptedException {
        parts.session().refuse(true);
        parts.fleet().loadRisk();
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PanelState.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("HR-4242");
            parts.session().refuse(false);
            failed.again().run();
        });
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
    }
}
