package dev.headroom.app.ui.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedCommitments;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.AwsAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PulledAdvice;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.ProviderAdvice.Commitment;
import dev.headroom.storage.advice.PurchaseAdvice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page over what a pull kept in a workspace.
class PurchasesViewModelTest {
    private static final Instant SAID = Instant.parse("2026-11-19T06:05:00Z");

    @TempDir
    static Path folder;

    private static AwsStatement statement = AwsStatement.nothing();

    private final AtomicInteger opened = new AtomicInteger();
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final PurchasesViewModel model =
            new PurchasesViewModel(parts.fleet(), parts.formats(), opened::incrementAndGet);

    @BeforeAll
    static void keep() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            PulledAdvice.keep(
                    workspace, List.of(plan("ONE_YEAR", "3.5", "610.4"), plan("THREE_YEARS", "3.1", "1290")), SAID);
            PulledAdvice.keep(
                    workspace,
                    List.of(new PurchaseAdvice(
                            Commitment.RESERVATIONS,
                            "m5.large Linux/UNIX shared",
                            "123456789012",
                            "eu-west-1",
                            "ONE_YEAR",
                            "NO_UPFRONT",
                            "THIRTY_DAYS",
                            null,
                            number("4"),
                            null,
                            number("45.5"),
                            null,
                            null,
                            number("99"),
                            "USD")),
                    SAID);
            PulledAdvice.keep(workspace, List.of(use(6, "78"), use(8, "79.5")), SAID);
            PulledAdvice.keep(
                    workspace,
                    List.of(new CommitmentCoverage(
                            Commitment.SAVINGS_PLANS, YearMonth.of(2026, 8), number("41"), null, number("4464"))),
                    SAID);
            statement = new AwsAdvice(workspace).statement();
        }
    }

    private static PurchaseAdvice plan(String term, String hour, String saving) {
        return new PurchaseAdvice(
                Commitment.SAVINGS_PLANS,
                "COMPUTE_SP",
                "",
                "",
                term,
                "NO_UPFRONT",
                "THIRTY_DAYS",
                number(hour),
                null,
                null,
                number(saving),
                null,
                null,
                number("97"),
                "USD");
    }

    private static CommitmentUse use(int month, String percent) {
        return new CommitmentUse(
                Commitment.SAVINGS_PLANS, YearMonth.of(2026, month), number(percent), null, null, number("892.8"));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @BeforeEach
    void load() throws InterruptedException {
        load(statement);
    }

    private void load(AwsStatement said) throws InterruptedException {
        parts.session().saying(said);
        parts.fleet().advice().aws().load();
        parts.fleet().commitments().load();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private static PurchaseOption ours(CommitmentTerm term) {
        return InventedCommitments.report(CommitmentTerm.ONE_YEAR).advice().getFirst().options().stream()
                .filter(option -> option.rate().term() == term && option.rate().payment() == Payment.NO_UPFRONT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePlansOfAwsStandBesideOursOfTheSameTerm() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.purchases())
                .extracting(row -> row.what() + ", " + row.term() + ": " + row.theirs(parts.formats()))
                .containsExactly(
                        "Compute savings plan, 3 years: $3.10 an hour",
                        "Compute savings plan, 1 year: $3.50 an hour",
                        "m5.large Linux/UNIX shared, 1 year: 4 machines");
        PurchaseRow year = model.purchases().get(1);
        assertThat(year.place()).isEqualTo("All accounts");
        assertThat(year.beside().ours().orElseThrow().commitmentHour())
                .isEqualTo(ours(CommitmentTerm.ONE_YEAR).commitmentHour());
        assertThat(year.ourSaving()).contains(ours(CommitmentTerm.ONE_YEAR).expectedSavingMonth());
        assertThat(model.purchases().get(0).beside().ours().orElseThrow().rate().term())
                .isEqualTo(CommitmentTerm.THREE_YEARS);
        assertThat(model.purchases().get(2).beside().ours())
                .as("Headroom was asked about no reservation")
                .isEmpty();
        assertThat(model.figures().getFirst().value()).isEqualTo("$3.50 an hour");
        assertThat(model.figures().getFirst().meaning()).isEqualTo("Compute savings plan; saves $610 a month");
        assertThat(model.answerProperty().get()).endsWith("AWS was asked on 19 Nov 2026");
    }

    @Test
    void monthsStandBesideTheBillsThatHoldThemWhole() {
        assertThat(model.months())
                .extracting(row -> row.monthWords(parts.formats()))
                .containsExactly("August 2026", "June 2026");
        MonthRow august = model.months().getFirst();
        assertThat(august.theirUse()).isEqualTo(79.5);
        assertThat(august.theirCoverage()).isEqualTo(41);
        // 96 of 240 a day on demand are covered, for 67.2 used and 16.8 unused.
        assertThat(august.ourCoverage()).isEqualTo(40);
        assertThat(august.ourUse()).isEqualTo(80);
        MonthRow june = model.months().getLast();
        assertThat(june.theirUse()).isEqualTo(78);
        assertThat(june.theirCoverage()).isNaN();
        assertThat(june.ourUse()).as("the bills begin in July").isNaN();
        assertThat(model.figures().get(2).meaning()).isEqualTo("Savings plans, August 2026; 40.0\u00a0% on the bills");
    }

    @Test
    void numbersOfAccountsAreHiddenUnderPseudonyms() {
        assertThat(model.purchases().getLast().place()).isEqualTo("123456789012, eu-west-1");
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.purchases().getLast().place())
                .doesNotContain("123456789012")
                .contains("eu-west-1");
        assertThat(model.months()).extracting(MonthRow::account).noneMatch(account -> account.matches("\\d{12}"));
    }

    @Test
    void withoutBillsTheirsIsShownAlone() throws InterruptedException {
        parts.session().withoutCommitments();
        load(statement);
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.purchases())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.beside().ours()).isEmpty());
        assertThat(model.answerProperty().get()).contains("Headroom advises nothing: The workspace holds no bills.");
    }

    @Test
    void whatWasNeverPulledIsOfferedToBePulled() throws InterruptedException {
        load(AwsStatement.nothing());
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PanelState.Empty.class, empty -> {
            assertThat(empty.sentence()).contains("Recommendations", "Cost Explorer");
            empty.onAction().run();
        });
        assertThat(opened).hasValue(1);
    }
}
