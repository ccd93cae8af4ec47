package dev.headroom.app.ui.waste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.waste.WasteKind;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WasteViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final WasteViewModel model = new WasteViewModel(parts.fleet(), parts.shell(), parts.formats());

    @BeforeEach
    void load() throws InterruptedException {
        model.page().want();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void everyFindingSaysWhatToDoAndWhatItSavesAMonth() {
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.page().rows().rows())
                .extracting(WasteRow::finding)
                .containsExactly("Gp2 volume", "Idle load balancer", "Idle address");
        assertThat(model.page().rows().rows()).extracting(WasteRow::action).contains("Change", "Delete");
        assertThat(model.month(model.page().rows().rows().getFirst()).amount().doubleValue())
                .as("12 in 30 days, a month of 365 / 12")
                .isEqualTo(12 * 365 / 12.0 / 30, Assertions.within(1e-9));
        assertThat(model.page().figures().getFirst().value()).isEqualTo("$34");
    }

    @Test
    void oneKindCanBeShownAlone() {
        model.kindProperty().set(Optional.of(WasteKind.IDLE_ADDRESS));
        assertThat(model.page().rows().rows())
                .singleElement()
                .extracting(WasteRow::name)
                .isEqualTo("eipalloc-7");
    }

    @Test
    void otherDaysAreLookedAtAnew() throws InterruptedException {
        model.setDays(7);
        parts.settle();
        assertThat(model.page().answerProperty().get()).contains("13 Nov 2026 to 19 Nov 2026");
    }

    @Test
    void identifiersAreHiddenUnderPseudonyms() {
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.page().rows().rows()).extracting(WasteRow::name).noneMatch(name -> name.contains("vol-0a"));
    }

    @Test
    void findingsOfAnotherAccountAreOutsideTheScope() throws InterruptedException {
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount("prod-us"));
        parts.settle();
        assertThat(model.page().rows().rows()).isEmpty();
        assertThat(model.page().answerProperty().get()).startsWith("No waste");
    }
}
