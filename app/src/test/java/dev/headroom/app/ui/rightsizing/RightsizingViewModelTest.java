package dev.headroom.app.ui.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.Arrays;
import java.util.List;
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
        assertThat(model.strip().getFirst().month()).endsWith("net unknown");
    }

    private String value(String heading) {
        return model.strip().stream()
                .filter(figure -> figure.heading().startsWith(heading))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static long dollars(String value) {
        return Long.parseLong(value.replaceAll("[$,]", ""));
    }

    private void decide(Decision decision, int... places) throws InterruptedException {
        model.desk().decide(Arrays.stream(places).mapToObj(model.rows()::get).toList(), decision);
        parts.settle();
    }

    @Test
    void aDecisionTakesARowOffTheOpenListAndTheNextIsChosen() throws InterruptedException {
        List<SizingRow> before = List.copyOf(model.rows());
        decide(new Decision.Dismiss("Licence"), 0);
        assertThat(model.rows()).extracting(SizingRow::id).isEqualTo(ids(before.subList(1, before.size())));
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().getFirst());
        assertThat(model.chosen()).containsExactly(model.rows().getFirst());
        model.statusProperty().set(StatusFilter.DISMISSED);
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(before.getFirst().id());
            assertThat(row.standing().why()).contains("Licence");
        });
    }

    private static List<String> ids(List<SizingRow> rows) {
        return rows.stream().map(SizingRow::id).toList();
    }

    @Test
    void everySavingIsCountedInExactlyOneStatus() throws InterruptedException {
        long whole = dollars(value("Can be saved"));
        assertThat(dollars(value("Open"))).isEqualTo(whole);
        decide(new Decision.Accept(), 0, 1);
        decide(new Decision.Dismiss("Licence"), 0);
        decide(new Decision.Snooze(FakeSession.TODAY.plusDays(9)), 0);
        assertThat(dollars(value("Dismissed"))).isPositive();
        assertThat(dollars(value("Can be saved")))
                .as("rounded to dollars once each")
                .isCloseTo(dollars(value("Open")) + dollars(value("Accepted")), within(2L));
        assertThat(dollars(value("Can be saved")) + dollars(value("Dismissed")) + dollars(value("Snoozed")))
                .isCloseTo(whole, within(3L));
        assertThat(model.strip())
                .extracting(SavingsCalculator.Figure::heading)
                .anySatisfy(heading -> assertThat(heading).isEqualTo("Accepted, 2"));
    }

    @Test
    void statesWithoutRecommendationsShareOneFigureWithoutASum() throws InterruptedException {
        assertThat(model.strip()).hasSize(3);
        assertThat(model.strip().getLast().value()).isEqualTo("–");
        assertThat(model.strip().getLast().month()).isEqualTo("accepted, done, dismissed or snoozed");
        decide(new Decision.Accept(), 0);
        decide(new Decision.Dismiss("Licence"), 0);
        assertThat(model.strip())
                .extracting(SavingsCalculator.Figure::heading)
                .element(2)
                .isEqualTo("Accepted, 1");
        assertThat(model.strip().getLast().month()).isEqualTo("done or snoozed");
        decide(new Decision.Snooze(FakeSession.TODAY.plusDays(9)), 0);
        assertThat(model.strip().getLast().month()).isEqualTo("done");
    }

    @Test
    void pseudonymsHideServersOfEarlierDecisionsToo() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        String real = model.rows().getFirst().server();
        decide(new Decision.Accept(), 0);
        parts.shell().pseudonymsProperty().set(true);
        String hidden = parts.fleet().namesProperty().get().resource(real);
        assertThat(hidden).isNotEqualTo(real);
        assertThat(model.desk().undoWords()).isEqualTo("Undo accepted " + hidden);
        assertThat(parts.shell().notices().getLast().text()).isEqualTo(hidden);
        model.desk().undo();
        parts.settle();
        assertThat(model.desk().redoWords()).isEqualTo("Redo accepted " + hidden);
        assertThat(parts.shell().notices().getLast().text()).isEqualTo(hidden);
        parts.shell().pseudonymsProperty().set(false);
        assertThat(parts.shell().notices().getLast().text()).isEqualTo(real);
    }

    @Test
    void undoWritesAReopeningAndRedoDecidesAgain() throws InterruptedException {
        String server = model.rows().getFirst().id();
        decide(new Decision.Accept(), 0);
        assertThat(model.desk().undoWords()).isEqualTo("Undo accepted " + server);
        model.desk().undo();
        parts.settle();
        assertThat(model.rows().getFirst().id()).isEqualTo(server);
        model.desk().redo();
        parts.settle();
        assertThat(model.rows().getFirst().id()).isNotEqualTo(server);
        assertThat(words()).containsExactly("accepted", "reopened", "accepted");
    }

    private List<String> words() {
        return parts.session().decided().stream()
                .map(event -> event.decision().word())
                .toList();
    }

    @Test
    void undoOfAChangedMindBringsTheEarlierDecisionBack() throws InterruptedException {
        decide(new Decision.Dismiss("Licence"), 0);
        model.statusProperty().set(StatusFilter.DISMISSED);
        decide(new Decision.Accept(), 0);
        model.desk().undo();
        parts.settle();
        assertThat(words()).containsExactly("dismissed", "accepted", "reopened", "dismissed");
        assertThat(model.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.standing().why()).contains("Licence"));
    }

    @Test
    void aPolicyIsUndoneAndDoneAgain() throws InterruptedException {
        SizingPolicy before = model.policyProperty().get();
        model.applyPolicy(90, 0, SizingPolicy.ALL_HISTORY_DAYS);
        parts.settle();
        model.desk().undo();
        assertThat(model.policyProperty().get()).isEqualTo(before);
        model.desk().redo();
        assertThat(model.policyProperty().get().percentile()).isEqualTo(90);
        parts.settle();
    }

    @Test
    void aFailedDecisionIsToldAndLeavesEverythingAsItWas() throws InterruptedException {
        parts.session().refuse(true);
        List<SizingRow> before = List.copyOf(model.rows());
        decide(new Decision.Accept(), 0);
        assertThat(model.rows()).isEqualTo(before);
        assertThat(model.desk().undoWords()).isEqualTo("Undo");
        assertThat(parts.shell().notices())
                .anySatisfy(notice -> assertThat(notice.text()).contains("HR-4242"));
    }

    @Test
    void theUndoOfANoticeTakesOnlyItsOwnDecisionBack() throws InterruptedException {
        decide(new Decision.Accept(), 0);
        Notice first = parts.shell().notices().getLast();
        decide(new Decision.Accept(), 0);
        first.onAction().run();
        parts.settle();
        assertThat(words()).containsExactly("accepted", "accepted");
    }

    @Test
    void decisionsFitTheStatus() throws InterruptedException {
        List<SizingRow> open = List.of(model.rows().getFirst());
        assertThat(model.desk().able(open, new Decision.Reopen(""))).isEmpty();
        assertThat(model.desk().able(open, new Decision.Done())).isEmpty();
        decide(new Decision.Accept(), 0);
        model.statusProperty().set(StatusFilter.ACCEPTED);
        assertThat(model.desk().able(model.rows(), new Decision.Accept())).isEmpty();
        assertThat(model.desk().able(model.rows(), new Decision.Done())).hasSize(1);
        model.filterProperty().set(SizingFilter.KEEP);
        assertThat(model.desk().able(model.rows(), new Decision.Accept())).isEmpty();
        assertThat(model.desk().problem(" ")).isPresent();
        assertThat(model.desk().firstSnoozeDay()).isEqualTo(FakeSession.TODAY.plusDays(1));
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
        assertThat(model.evidence().replay(row))
                .hasValueSatisfying(replay -> assertThat(replay.days()).isEqualTo(700));
        assertThat(model.frontierProperty().get()).isNotNull();
        assertThat(row.recommendation().reason()).isNotBlank();
    }
}
