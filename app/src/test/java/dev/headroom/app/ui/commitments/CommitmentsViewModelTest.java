package dev.headroom.app.ui.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Verdict;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CommitmentsViewModelTest {
    private static CommitmentsViewModel opened(ViewModels window) throws InterruptedException {
        CommitmentsViewModel model = new CommitmentsViewModel(window.fleet(), window.shell(), window.formats());
        window.settle();
        return model;
    }

    @Test
    void theAnswerNamesThePurchaseWithItsBadCase() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            CommitmentsViewModel model = opened(window);
            assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
            assertThat(model.answerProperty().get())
                    .startsWith("A compute savings plan of $")
                    .contains("for 1 year")
                    .contains("in the bad case");
            assertThat(model.basisProperty().get())
                    .contains("assumed typical discounts of 1 Jan 2026")
                    .contains("level");
            assertThat(model.figures())
                    .extracting(figure -> figure.heading() + " " + figure.value())
                    .contains("Coverage 40.0\u00a0%", "Utilization 80.0\u00a0%", "Next to end 11 Jul 2027");
        }
    }

    @Test
    void anotherTermIsWorkedOutAnewAndTheLastAdviceStaysMeanwhile() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            CommitmentsViewModel model = opened(window);
            model.termProperty().set(CommitmentTerm.THREE_YEARS);
            assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
            window.settle();
            assertThat(model.answerProperty().get()).contains("for 3 years");
        }
    }

    @Test
    void theChosenOptionShowsItsSizesAndReasons() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            CommitmentsViewModel model = opened(window);
            OptionRow first = Objects.requireNonNull(model.selectedProperty().get());
            assertThat(first.verdict()).isEqualTo(Verdict.RECOMMENDED);
            assertThat(model.frontierProperty().get()).isNotNull();
            assertThat(model.details())
                    .anyMatch(line -> line.startsWith("Recommended"))
                    .anyMatch(line -> line.contains("invented"))
                    .anyMatch(line -> line.startsWith("In 4 parts"))
                    .anyMatch(line -> line.startsWith("With rightsizing"));
            model.selectedProperty().set(model.options().getLast());
            assertThat(model.details()).noneMatch(line -> line.startsWith("In 4 parts"));
        }
    }

    @Test
    void rejectedOptionsAreShownOnDemand() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            CommitmentsViewModel model = opened(window);
            int worth = model.options().size();
            assertThat(model.options()).noneMatch(row -> row.verdict() == Verdict.REJECTED);
            model.filterProperty().set(OptionFilter.ALL);
            assertThat(model.options().size()).isGreaterThanOrEqualTo(worth).isEqualTo(3);
        }
    }

    @Test
    void numbersOfAccountsAreNotShownUnderPseudonyms() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            CommitmentsViewModel model = opened(window);
            assertThat(model.held()).extracting(HeldRow::name).containsExactly("sp-7");
            window.fleet().load();
            window.settle();
            window.shell().pseudonymsProperty().set(true);
            assertThat(model.held()).extracting(HeldRow::name).containsExactly("Commitment 1");
        }
    }

    @Test
    void withoutBillsThePanelSaysWhatToImport() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled().withoutCommitments())) {
            assertThat(opened(window).stateProperty().get())
                    .isInstanceOfSatisfying(
                            PanelState.Empty.class,
                            empty -> assertThat(empty.sentence()).contains("Import a bill"));
        }
    }

    @Test
    void aFailureCanBeRetried() throws Exception {
        FakeSession session = FakeSession.filled().refuse(true);
        try (ViewModels window = new ViewModels(session)) {
            CommitmentsViewModel model = opened(window);
            PanelState.Failed failed = (PanelState.Failed) model.stateProperty().get();
            assertThat(failed.failure().code()).isEqualTo("HR-4242");
            session.refuse(false);
            failed.again().run();
            window.settle();
            assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        }
    }
}
