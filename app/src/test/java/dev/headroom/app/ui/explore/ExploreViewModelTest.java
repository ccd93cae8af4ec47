package dev.headroom.app.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.CostDimension;
import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExploreViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final ExploreViewModel model =
            new ExploreViewModel(parts.fleet(), parts.shell(), parts.runner(), parts.formats());

    @BeforeEach
    void load() throws InterruptedException {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Loading.class);
        parts.fleet().load();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private String shownServer() {
        return model.seriesProperty()
                .get()
                .known()
                .orElseThrow()
                .history()
                .request()
                .resource();
    }

    @Test
    void allServersAreListedAndTheFirstIsShown() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.rows()).hasSize(40);
        assertThat(model.answerProperty().get()).isEqualTo("CPU: 40 of 40 series");
        assertThat(shownServer()).isEqualTo(model.rows().getFirst().id());
    }

    @Test
    void searchAndFiltersNarrowTheListButNotWhatIsShown() {
        String shown = shownServer();
        model.searchProperty().set("-US-");
        assertThat(model.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.name()).contains("-us-"));
        model.archetypeProperty().set("Database");
        assertThat(model.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.archetype()).isEqualTo("Database"));
        assertThat(model.archetypes()).contains("Database", "Web");
        assertThat(model.chosenProperty().get()).isEqualTo(shown);
    }

    @Test
    void theSelectionIsSharedWithTheOtherPanels() throws InterruptedException {
        String other = model.rows().get(7).id();
        model.select(other);
        parts.settle();
        assertThat(parts.shell().selectionProperty().get()).isEqualTo(other);
        assertThat(shownServer()).isEqualTo(other);

        parts.shell().selectionProperty().set(model.rows().get(3).id());
        parts.settle();
        assertThat(shownServer()).isEqualTo(model.rows().get(3).id());
    }

    @Test
    void aSeriesThatWasSeenBeforeIsShownAtOnce() throws InterruptedException {
        String first = shownServer();
        model.select(model.rows().get(7).id());
        parts.settle();
        model.select(first);
        assertThat(shownServer()).isEqualTo(first);
    }

    @Test
    void anotherMetricShowsItsSeriesAndAMissingOneSaysWhatToDo() throws InterruptedException {
        parts.shell().metricProperty().set(ResourceKind.MEMORY);
        parts.settle();
        assertThat(model.seriesProperty()
                        .get()
                        .known()
                        .orElseThrow()
                        .history()
                        .request()
                        .kind())
                .isEqualTo(ResourceKind.MEMORY);

        parts.shell().metricProperty().set(ResourceKind.NETWORK);
        parts.settle();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        PanelState.Empty.class,
                        empty -> assertThat(empty.title()).isEqualTo("No series of Network"));
    }

    @Test
    void theScopeNarrowsListAndArchetypes() {
        parts.shell().scopeProperty().set(Scope.ALL.withAccount("prod-us"));
        assertThat(model.rows()).allSatisfy(row -> assertThat(row.account()).isEqualTo("prod-us"));
        assertThat(model.inside().orElseThrow().members()).hasSameSizeAs(model.rows());
        parts.shell().scopeProperty().set(Scope.ALL.withAccount("nobody"));
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Empty.class);
    }

    @Test
    void pseudonymsHideHostsAndAccounts() {
        String name = model.rows().getFirst().name();
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.rows()).noneMatch(row -> row.name().equals(name));
        assertThat(model.rows()).allSatisfy(row -> assertThat(row.account()).startsWith("account-"));
        assertThat(model.pivot().shown(CostDimension.of(CostDimension.Kind.ACCOUNT), "prod-us"))
                .startsWith("account-");
    }

    @Test
    void aFailureSaysSoAndIsTriedAgain() throws InterruptedException {
        parts.session().refuse(true);
        parts.shell().metricProperty().set(ResourceKind.DISK_IO);
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PanelState.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("HR-4242");
            parts.session().refuse(false);
            failed.again().run();
        });
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.seriesProperty().get()).isInstanceOf(Loaded.Known.class);
    }

    @Test
    void billsAreAddedUpOnlyWhenThePivotIsOpened() throws InterruptedException {
        assertThat(parts.session().pivots()).isEmpty();
        model.pivot().load();
        parts.settle();
        model.pivot().rowsProperty().set(CostDimension.of(CostDimension.Kind.ACCOUNT));
        parts.settle();
        parts.shell().basisProperty().set(CostBasis.BILLED);
        parts.settle();
        assertThat(parts.session().pivots())
                .extracting(query -> query.rows().word() + " " + query.basis())
                .containsExactly("service EFFECTIVE", "account EFFECTIVE", "account BILLED");

        parts.shell().basisProperty().set(CostBasis.EFFECTIVE);
        assertThat(parts.session().pivots()).hasSize(3);
        assertThat(model.pivot().pivotsProperty().get()).isInstanceOf(Loaded.Known.class);
    }

    @Test
    void theGridHasExactTotalsAndTellsUnknownFromNothing() throws InterruptedException {
        model.pivot().rowsProperty().set(CostDimension.of(CostDimension.Kind.ACCOUNT));
        model.pivot().load();
        parts.settle();
        CostPivot pivot =
                model.pivot().pivotsProperty().get().known().orElseThrow().getFirst();
        PivotGrid grid = PivotGrid.of(pivot, model.pivot());

        assertThat(grid.columns()).containsExactly("2026-09", "2026-10");
        assertThat(grid.rows()).extracting(PivotGrid.Row::name).containsExactly("prod-us", "Not stated", "Total");
        assertThat(grid.rows().get(1).cells().getFirst()).isEmpty();
        assertThat(grid.rows().get(1).cells().getLast().orElseThrow().amount()).isEqualTo(Optional.empty());
        assertThat(grid.rows().getLast().total().sum()).isEqualByComparingTo("150.30");
        assertThat(grid.heat(grid.rows().getFirst(), 0)).isEqualTo(3);
        assertThat(grid.heat(grid.rows().getLast(), 0)).isZero();
    }
}
