package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedBills;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.engine.quantity.CurrencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileViewModelTest {
    private final FakeSession session = FakeSession.filled();
    private final ViewModels parts = new ViewModels(session);
    private final ReconcileViewModel model =
            new ReconcileViewModel(parts.fleet().bills(), parts.shell(), parts.formats());
    private final List<ReconcileBill.Report> results = new ArrayList<>();

    @BeforeEach
    void load() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private void run(String file) throws InterruptedException {
        model.fileProperty().set(file);
        model.run(results::add);
        parts.settle();
    }

    @Test
    void theResultIsToldAndTheBillsAreReadAgain() throws InterruptedException {
        run("september.csv");
        assertThat(results).hasSize(1);
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(parts.fleet().bills().property().get().known().orElseThrow().checks())
                .hasSize(1);
        assertThat(parts.shell().notices().getFirst().title()).isEqualTo("The bill differs from september.csv");
        assertThat(parts.shell().notices().getFirst().stays()).isTrue();
    }

    @Test
    void aFailureIsKeptWithItsCodeAndGoneWithTheNextTry() throws InterruptedException {
        session.refuse(true);
        run("september.csv");
        assertThat(results).isEmpty();
        assertThat(model.problemProperty().get())
                .contains(new Problem("HR-4242", "The disk is full; free some space."));
        session.refuse(false);
        run("september.csv");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void nothingIsAskedWithoutAFileOrWithAToleranceThatIsNone() throws InterruptedException {
        run("  ");
        assertThat(model.problemProperty().get()).contains(new Problem("", "Choose the file of the invoice."));
        for (String wrong : List.of("", "three", "-1", "100.1", "1e-99", "3,5")) {
            model.toleranceProperty().set(wrong);
            run("september.csv");
            assertThat(model.problemProperty().get())
                    .as(wrong)
                    .contains(new Problem("", "Give a tolerance between 0 and 100 %."));
        }
        assertThat(session.reconciled()).isEmpty();
    }

    @Test
    void theToleranceIsReadWithAndWithoutItsSign() throws InterruptedException {
        model.toleranceProperty().set(" 2.5 % ");
        run("september.csv");
        assertThat(session.reconciled()).containsExactly(InventedBills.request("september.csv", "0.025"));
    }

    @Test
    void theChoicesComeFromTheBillsThatHold() {
        assertThat(model.months()).containsExactly(Optional.empty(), Optional.of(InventedBills.MONTH));
        assertThat(model.currencies()).containsExactly(Optional.empty(), Optional.of(CurrencyCode.USD));
        assertThat(model.parts().stream().map(model::words)).containsExactly("All", "AWS", "AWS, payer-1");
        assertThat(model.words(Optional.of(InventedBills.MONTH))).isEqualTo("September 2026");
    }

    @Test
    void whatWasChosenIsAskedForAndForgottenWithTheNextInvoice() throws InterruptedException {
        model.monthProperty().set(Optional.of(InventedBills.MONTH));
        model.currencyProperty().set(Optional.of(CurrencyCode.USD));
        model.partProperty().set(new ReconcileViewModel.Part("AWS", "payer-1"));
        run("total.csv");
        ReconcileBill.Request asked = session.reconciled().getFirst();
        assertThat(asked.month()).contains(InventedBills.MONTH);
        assertThat(asked.provider()).isEqualTo("AWS");
        assertThat(asked.billingAccount()).isEqualTo("payer-1");
        model.begin();
        assertThat(model.monthProperty().get()).isEmpty();
        assertThat(model.partProperty().get()).isEqualTo(ReconcileViewModel.Part.ALL);
    }
}
