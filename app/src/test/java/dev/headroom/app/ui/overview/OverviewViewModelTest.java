package dev.headroom.app.ui.overview;

import static dev.headroom.engine.cost.CostBasis.BILLED;
import static dev.headroom.engine.cost.CostBasis.EFFECTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedBills;
import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final OverviewViewModel model = new OverviewViewModel(
            parts.fleet(),
            parts.shell(),
            parts.formats(),
            InstantSource.fixed(InventedFleet.AS_OF.plus(Duration.ofHours(10))));

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theCostTileComparesTheMonthWithTheOneBefore() throws InterruptedException {
        parts.fleet().loadCost();
        parts.settle();
        CostTile tile = tile();
        assertThat(tile.heading()).isEqualTo("November forecast against October");
        assertThat(tile.value()).isEqualTo("$84,330");
        assertThat(tile.difference()).isEqualTo("+$680, +0.8\u00a0%");
        assertThat(tile.tone()).isEqualTo(Tone.WATCH);
        assertThat(tile.bands()).isSorted();
    }

    @Test
    void theBadgeSaysHowTheLastClosedBillStandsToItsInvoice() throws InterruptedException {
        assertThat(model.bill().getValue()).isEmpty();
        parts.fleet().bills().load();
        parts.settle();
        assertThat(model.bill().getValue().orElseThrow().word()).isEqualTo("Sep not reconciled");
        parts.session().checked(InventedBills.near());
        parts.fleet().bills().load();
        parts.settle();
        BillBadge badge = model.bill().getValue().orElseThrow();
        assertThat(badge.word()).isEqualTo("Sep within 0.40\u00a0%");
        assertThat(badge.tone()).isEqualTo(Tone.GOOD);
        assertThat(badge.spoken())
                .isEqualTo("Bill of September 2026: Matches the invoice within 0.40\u00a0%. Opens the bills.");
    }

    private CostTile tile() {
        return model.cost().getValue().known().orElseThrow() instanceof CostFace.Known(CostTile tile) ? tile : fail();
    }

    private static CostTile fail() {
        throw new AssertionError("The cost of the month is not known.");
    }

    @Test
    void anotherBasisAsksAnewAndIsNamedInTheCaption() throws InterruptedException {
        parts.fleet().loadCost();
        parts.settle();
        assertThat(tile().caption()).isEqualTo("Amortised");
        parts.shell().basisProperty().set(CostBasis.BILLED);
        parts.settle();
        assertThat(tile().caption()).isEqualTo("Billed");
        assertThat(parts.session().asked()).extracting(CostQuery::basis).containsExactly(EFFECTIVE, BILLED);
    }

    @Test
    void aBasisThatTheBillsDoNotHaveIsSaidAndNeverZero() throws InterruptedException {
        parts.fleet().loadCost();
        parts.settle();
        parts.shell().basisProperty().set(CostBasis.LIST);
        parts.settle();
        assertThat(model.cost().getValue().known().orElseThrow())
                .isInstanceOfSatisfying(
                        CostFace.Missing.class,
                        missing -> assertThat(missing.title()).isEqualTo("List cost is not in these bills."));
        assertThat(model.costPlot().getValue().known().orElseThrow()).isEmpty();
    }

    @Test
    void aScopeNarrowsTheTilesAndTheCostThatIsAskedFor() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        Scope account = Scope.ALL.withAccount("prod-us");
        parts.shell().scopeProperty().set(account);
        parts.settle();
        assertThat(model.subtitle().getValue()).isEqualTo("14 servers in All, prod-us");
        assertThat(model.breaches().getValue().known().orElseThrow())
                .allSatisfy(row -> assertThat(row.name()).contains("-us-"));
        assertThat(model.recommendations().getValue().known().orElseThrow())
                .allSatisfy(row -> assertThat(row.server()).contains("-us-"));
        assertThat(parts.session().asked().getLast().scope()).isEqualTo(account);
    }

    @Test
    void pseudonymsReachEveryWordThatNamesAnAccount() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        parts.shell().scopeProperty().set(Scope.ALL.withAccount("prod-us"));
        parts.settle();
        ObservableValue<String> subtitle = model.subtitle();
        ObservableValue<String> title = model.costTitle();
        assertThat(subtitle.getValue() + title.getValue()).contains("prod-us");
        parts.shell().pseudonymsProperty().set(true);
        assertThat(subtitle.getValue() + title.getValue())
                .doesNotContain("prod-us")
                .contains("account-");
    }

    @Test
    void serversAtRiskNeverFallWithTheHorizon() throws InterruptedException {
        parts.fleet().loadRisk();
        parts.settle();
        FigureTile tile = model.atRisk().getValue().known().orElseThrow();
        assertThat(tile.figures().stream()
                        .map(figure -> Integer.parseInt(figure.value()))
                        .toList())
                .isSorted();
    }

    @Test
    void freshDataIsGoodWithAWord() {
        FigureTile tile = model.freshness();
        assertThat(tile.tone()).isEqualTo(Tone.GOOD);
        assertThat(tile.figures().getFirst().value()).isEqualTo("19 Nov");
        assertThat(tile.caption()).isEqualTo("Loaded 1 h ago");
    }

    @Test
    void whatIsNotThereYetIsWaitedFor() {
        assertThat(model.cost().getValue()).isInstanceOf(Loaded.Waiting.class);
        assertThat(model.subtitle().getValue()).isEqualTo("2 accounts, 40 servers, 160 series");
    }

    @Test
    void accuracyComesFromTheLedgerOrIsMarkedAsBacktest() throws InterruptedException {
        parts.fleet().loadAccuracy();
        parts.settle();
        FigureTile kept = model.accuracy().getValue().known().orElseThrow();
        assertThat(kept.figures()).containsExactly(new FigureTile.Figure("0.74", ""));
        assertThat(kept.line()).isEqualTo("MASE, 80\u00a0%: 79\u00a0%");
        assertThat(kept.caption()).isEqualTo("12 kept forecasts");
        parts.session().withoutKeptForecasts();
        parts.fleet().loadAccuracy();
        parts.settle();
        assertThat(model.accuracy().getValue().known().orElseThrow().caption()).isEqualTo("from backtests");
    }
}
