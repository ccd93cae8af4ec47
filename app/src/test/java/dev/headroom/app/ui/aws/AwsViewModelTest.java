package dev.headroom.app.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.PullAws;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsViewModelTest {
    private final FakeSession session = FakeSession.filled();
    private final ViewModels parts = new ViewModels(session);
    private final AtomicInteger refreshed = new AtomicInteger();
    private final AwsViewModel model = new AwsViewModel(
            session.aws(), parts.shell(), parts.runner(), parts.formats(), parts.window(), refreshed::incrementAndGet);

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void thePlanTellsThePriceAndAnotherFieldTakesItBack() throws InterruptedException {
        model.plan();
        assertThat(model.stageProperty().get()).isInstanceOf(AwsStage.Busy.class);
        parts.settle();
        assertThat(model.stageProperty().get())
                .isInstanceOfSatisfying(
                        AwsStage.Planned.class,
                        planned -> assertThat(planned.plan().asked().calls()).isEqualTo(220));
        model.form().regionsProperty().set("us-east-1");
        assertThat(model.stageProperty().get()).isInstanceOf(AwsStage.Fresh.class);
    }

    @Test
    void thePullAsksForWhatTheFieldsSayAndRefreshesTheWindow() throws InterruptedException {
        model.form().profileProperty().set(Optional.of("planning"));
        model.form().regionsProperty().set("eu-central-1, us-east-1");
        model.form().accountsProperty().set("all");
        model.form().roleProperty().set(" arn:aws:iam::{account}:role/look ");
        model.form().billsProperty().set("s3://bills/cur/daily billing.cur2");
        model.form().sinceProperty().set("2026-01-31");
        model.form().maxCostProperty().set("2.5");
        model.form().whatProperty(PullAws.What.INVENTORY).set(false);
        model.pull();
        parts.settle();
        assertThat(session.aws().pulled()).singleElement().satisfies(request -> {
            assertThat(request.profile()).contains("planning");
            assertThat(request.regions()).containsExactly("eu-central-1", "us-east-1");
            assertThat(request.accounts()).containsExactly("all");
            assertThat(request.role()).contains("arn:aws:iam::{account}:role/look");
            assertThat(request.externalId()).isEmpty();
            assertThat(request.since()).contains(LocalDate.of(2026, 1, 31));
            assertThat(request.what()).contains(PullAws.What.USAGE).doesNotContain(PullAws.What.INVENTORY);
            assertThat(request.what()).contains(PullAws.What.COST);
            assertThat(request.bills().exports()).containsExactly("s3://bills/cur/daily");
            assertThat(request.bills().tables()).containsExactly("billing.cur2");
            assertThat(request.maxCost()).isEqualByComparingTo(new BigDecimal("2.5"));
        });
        assertThat(model.stageProperty().get()).isInstanceOf(AwsStage.Pulled.class);
        assertThat(refreshed).hasValue(1);
        assertThat(parts.shell().notices().getFirst().title()).isEqualTo("Pulled from AWS");
    }

    @Test
    void aPullThatEndsEarlySaysWhyAndStillShowsWhatIsKept() throws InterruptedException {
        model.form().regionsProperty().set("broken");
        model.pull();
        parts.settle();
        assertThat(parts.shell().notices().getFirst().title()).isEqualTo("The pull from AWS ended early");
        assertThat(refreshed).hasValue(1);
    }

    @Test
    void aLoginThatHasExpiredIsAStageWithItsCode() throws InterruptedException {
        model.form().profileProperty().set(Optional.of("expired"));
        model.check();
        parts.settle();
        assertThat(model.stageProperty().get())
                .isInstanceOfSatisfying(
                        AwsStage.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("HR-4002"));
    }

    @Test
    void theCodeOfADeviceIsAskedForAndGivenOn() throws InterruptedException {
        model.form().profileProperty().set(Optional.of("guarded"));
        model.askedProperty()
                .addListener((source, before, now) -> now.ifPresent(asked -> {
                    assertThat(asked.device()).endsWith("mfa/analyst");
                    model.answer(" 123456 ");
                }));
        model.check();
        parts.settle();
        assertThat(model.stageProperty().get()).isInstanceOf(AwsStage.Checked.class);
    }

    @Test
    void withoutACodeTheLoginFails() throws InterruptedException {
        model.form().profileProperty().set(Optional.of("guarded"));
        model.askedProperty().addListener((source, before, now) -> now.ifPresent(asked -> model.answer("")));
        model.plan();
        parts.settle();
        assertThat(model.stageProperty().get()).isInstanceOf(AwsStage.Failed.class);
    }

    @Test
    void fieldsThatMakeNoRequestAreToldBeforeAnythingIsAsked() {
        assertProblem(() -> model.form().accountsProperty().set("12"), "12 is not the number of an account");
        assertProblem(() -> model.form().accountsProperty().set("all"), "{account}");
        model.form().accountsProperty().set("");
        assertProblem(() -> model.form().sinceProperty().set("31 January"), "2026-01-31");
        model.form().sinceProperty().set("");
        assertProblem(() -> model.form().maxCostProperty().set("five"), "as a number");
        model.form().maxCostProperty().set("5");
        assertProblem(
                () -> List.of(PullAws.What.values())
                        .forEach(what -> model.form().whatProperty(what).set(false)),
                "Choose what to pull");
    }

    private void assertProblem(Runnable change, String words) {
        change.run();
        model.plan();
        assertThat(model.stageProperty().get()).isInstanceOfSatisfying(AwsStage.Failed.class, failed -> {
            Problem problem = failed.problem();
            assertThat(problem.message()).contains(words);
        });
        assertThat(parts.runner().running()).isEmpty();
    }
}
