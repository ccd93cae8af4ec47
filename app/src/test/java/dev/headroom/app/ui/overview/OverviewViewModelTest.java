package dev.headroom.app.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Loaded;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final OverviewViewModel model = new OverviewViewModel(
            parts.fleet(), parts.formats(), InstantSource.fixed(InventedFleet.AS_OF.plus(Duration.ofHours(10))));

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theCostTileComparesTheMonthWithTheOneBefore() throws InterruptedException {
        parts.fleet().loadCost();
        parts.settle();
        CostTile tile = model.cost().getValue().known().flatMap(found -> found).orElseThrow();
        assertThat(tile.heading()).isEqualTo("November cost, forecast against October");
        assertThat(tile.value()).isEqualTo("$84,330");
        assertThat(tile.difference()).isEqualTo("+$680, +0.8\u00a0%");
        assertThat(tile.tone()).isEqualTo(Tone.WATCH);
        assertThat(tile.bands()).isSorted();
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
        assertThat(model.subtitle()).isEqualTo("2 accounts, 40 servers, 160 series");
    }
}
