package dev.headroom.app.ui.others;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OthersViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final OthersViewModel model = new OthersViewModel(parts.fleet(), parts.shell(), parts.formats());

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
    void whatIsToDoStandsFirstWithItsSaving() {
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.page().rows().rows())
                .extracting(row -> row.name() + " " + row.kind() + " " + row.action() + " " + row.effort())
                .containsExactly("vol-0a Volume Change Low", "eipalloc-7 Address Delete Low");
        // 55.00 less 44 + 125 x 0.044, and an address for 3.65.
        assertThat(model.page().rows().rows().getFirst().saving()).isEqualTo(5.5);
        assertThat(model.page().figures().getFirst().value()).isEqualTo("$9");
        assertThat(model.page().figures().getLast().value()).isEqualTo("1");
        assertThat(model.page().answerProperty().get()).startsWith("2 things to do among 3 resources");
    }

    @Test
    void aDecisionTakesAResourceOffTheOpenListAndAnUndoBringsItBack() throws InterruptedException {
        List<OthersRow> both = List.copyOf(model.page().rows().rows());
        model.page().desk().decide(both, new Decision.Dismiss("Moving away"));
        parts.settle();
        assertThat(model.page().rows().rows()).isEmpty();
        assertThat(model.page().answerProperty().get()).startsWith("0 things to do");
        assertThat(parts.session().decided())
                .extracting(event -> event.kind())
                .as("what nobody uses is waste, wherever it is looked at")
                .containsExactly(AdviceKind.RESOURCE, AdviceKind.WASTE);
        model.page().statusProperty().set(StatusFilter.DISMISSED);
        assertThat(model.page().rows().rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.standing().why()).contains("Moving away"));
        model.page().desk().undo();
        parts.settle();
        model.page().statusProperty().set(StatusFilter.OPEN);
        assertThat(model.page().rows().rows()).hasSize(2);
    }

    @Test
    void theRestIsShownWhenItIsAskedFor() {
        model.filterProperty().set(OthersFilter.REST);
        assertThat(model.page().rows().rows()).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("Undecided");
            assertThat(row.risk()).isEmpty();
            assertThat(row.to()).isEqualTo("Undecided");
        });
        model.filterProperty().set(OthersFilter.ALL);
        assertThat(model.page().rows().rows()).hasSize(3);
    }

    @Test
    void oneKindCanBeShownAlone() {
        model.kindProperty().set(Optional.of(AssetKind.ADDRESS));
        assertThat(model.page().rows().rows())
                .singleElement()
                .extracting(OthersRow::name)
                .isEqualTo("eipalloc-7");
    }

    @Test
    void identifiersAreHiddenUnderPseudonyms() {
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.page().rows().rows()).extracting(OthersRow::name).noneMatch(name -> name.contains("vol-0a"));
    }

    @Test
    void whatIsOfAnotherAccountIsOutsideTheScope() throws InterruptedException {
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount("prod-us"));
        parts.settle();
        assertThat(model.page().rows().rows()).isEmpty();
        assertThat(model.page().figures().getFirst().value()).isEqualTo("–");
    }
}
