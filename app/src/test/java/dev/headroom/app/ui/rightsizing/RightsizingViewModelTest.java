package dev.headroom.app.ui.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsizingViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final RightsizingViewModel model = new RightsizingViewModel(parts.fleet(), parts.shell(), parts.formats());

    @BeforeEach
    void load() throws InterruptedException {
        parts.fleet().loadRightsizing();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void savingsComeLargestFirstAndTheFirstIsChosen() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.rows()).isNotEmpty();
        assertThat(model.rows().stream().map(row -> -row.grossOrder()).toList()).isSorted();
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().getFirst());
    }

    @Test
    void eachServerFallsUnderExactlyOneFilter() {
        long all = Arrays.stream(SizingFilter.values()).mapToLong(model::count).sum();
        assertThat(all).isEqualTo(40);
    }

    @Test
    void anUnknownNetSavingIsAWordAndNotZero() {
        assertThat(model.strip()).anySatisfy(figure -> {
            assertThat(figure.heading()).isEqualTo("Net saving");
            assertThat(figure.value()).isEqualTo("unknown");
        });
    }

    @Test
    void theLastResultStaysWhileAnotherPolicyIsTried() throws InterruptedException {
        int before = model.rows().size();
        model.applyPolicy(90, 0, SizingPolicy.ALL_HISTORY_DAYS);
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.rows()).hasSize(before);
        parts.settle();
        assertThat(model.policyProperty().get().percentile()).isEqualTo(90);
        assertThat(model.rows().size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void theReplayShowsTheResourceClosestToItsCeiling() {
        SizingRow row = model.rows().getFirst();
        assertThat(model.replay(row))
                .hasValueSatisfying(replay -> assertThat(replay.days()).isEqualTo(700));
        assertThat(model.frontierProperty().get()).isNotNull();
        assertThat(row.recommendation().reason()).isNotBlank();
    }
}
