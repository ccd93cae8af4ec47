package dev.headroom.engine.rightsizing;

import static dev.headroom.engine.rightsizing.Fixture.flat;
import static dev.headroom.engine.rightsizing.Fixture.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Standing.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant AT = Instant.parse("2026-11-03T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Recommendation HALVED = recommend("m5.4xlarge", flat(20, 25));

    private static Standing after(Recommendation about, Decision decision) {
        return Standing.of(about, Optional.of(DecisionEvent.of(about, decision, AT)), TODAY);
    }

    @Test
    void withoutADecisionASavingIsOpenAndAKeptServerHasNothingToDecide() {
        assertThat(Standing.of(HALVED, Optional.empty(), TODAY).status()).isEqualTo(Status.OPEN);
        Recommendation keep = recommend("m5.xlarge", flat(65, 40));
        assertThat(Standing.of(keep, Optional.empty(), TODAY).status()).isEqualTo(Status.NOTHING);
        assertThatThrownBy(() -> DecisionEvent.of(keep, new Decision.Accept(), AT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep");
    }

    @Test
    void aScheduleStaysDecidedWhenItsHoursMoveAndAnActionIsOpenWhenItIsAnotherOne() {
        for (AdviceKind kind : List.of(AdviceKind.SCHEDULE, AdviceKind.ACTION)) {
            DecisionEvent event = DecisionEvent.of(subject(kind, "off 60 hours"), new Decision.Accept(), AT);
            assertThat(event.key()).isEqualTo(subject(kind, "off 61 hours").key());
            assertThat(Standing.of(subject(kind, "off 60 hours"), Optional.of(event), TODAY)
                            .status())
                    .isEqualTo(Status.ACCEPTED);
            assertThat(Standing.of(subject(kind, "off 61 hours"), Optional.of(event), TODAY)
                            .status())
                    .isEqualTo(kind == AdviceKind.SCHEDULE ? Status.ACCEPTED : Status.OPEN);
        }
        assertThat(subject(AdviceKind.WASTE, "gp2 volume").key())
                .as("one resource can be wasted in two ways")
                .isNotEqualTo(subject(AdviceKind.WASTE, "idle address").key());
        assertThat(DecisionSubject.of(HALVED).key()).isEqualTo(HALVED.server().id());
    }

    private static DecisionSubject subject(AdviceKind kind, String target) {
        return new DecisionSubject(kind, "i-1", "i-1", "", Optional.of(target), Optional.empty(), "advice");
    }

    @Test
    void eachDecisionLeadsToItsStatusWithTheReason() {
        assertThat(after(HALVED, new Decision.Accept()).status()).isEqualTo(Status.ACCEPTED);
        Standing dismissed = after(HALVED, new Decision.Dismiss("Licence needs 16 cores"));
        assertThat(dismissed.status()).isEqualTo(Status.DISMISSED);
        assertThat(dismissed.why()).isEqualTo("Dismissed on 3 Nov 2026: Licence needs 16 cores");
        assertThat(after(HALVED, new Decision.Done()).status()).isEqualTo(Status.DONE);
        assertThat(after(HALVED, new Decision.Reopen("")).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aSnoozeEndsOnItsDay() {
        assertThat(after(HALVED, new Decision.Snooze(TODAY.plusDays(1))).status())
                .isEqualTo(Status.SNOOZED);
        Standing ended = after(HALVED, new Decision.Snooze(TODAY));
        assertThat(ended.status()).isEqualTo(Status.OPEN);
        assertThat(ended.why()).contains("the snooze ended on 20 Nov 2026");
    }

    @Test
    void anotherTargetOpensTheRecommendationAgainAndSaysWhy() {
        DecisionEvent event = DecisionEvent.of(HALVED, new Decision.Dismiss("Too risky"), AT);
        Recommendation quartered = recommend("m5.4xlarge", flat(9, 20));
        assertThat(quartered.to()).isNotEqualTo(HALVED.to());
        Standing standing = Standing.of(quartered, Optional.of(event), TODAY);
        assertThat(standing.status()).isEqualTo(Status.OPEN);
        assertThat(standing.why())
                .isEqualTo("Open again: dismissed on 3 Nov 2026 for m5.2xlarge, but r6a.xlarge is recommended now.");
    }

    @Test
    void anAcceptedServerThatRunsOnItsNewTypeIsDone() {
        DecisionEvent event =
                new DecisionEvent("a", "m5.2xlarge", "m5.xlarge", Optional.empty(), new Decision.Accept(), AT);
        Recommendation keep = recommend("m5.xlarge", flat(65, 40));
        assertThat(Standing.of(keep, Optional.of(event), TODAY).status()).isEqualTo(Status.DONE);
    }

    @Test
    void whatIsNotFollowedKeepsItsCostAndGivesNoSaving() {
        List<Recommendation> both = List.of(HALVED, recommend("m5.large", flat(85, 80)));
        FleetSavings fleet = FleetSavings.of(both, recommendation -> recommendation != HALVED);
        assertThat(fleet.in(CurrencyCode.USD).cost()).isEqualByComparingTo(Money.of("630.72", "USD"));
        assertThat(fleet.in(CurrencyCode.USD).saving().amount()).isZero();
        assertThat(fleet.resize()).isEqualTo(1);
        assertThat(fleet.keep()).isEqualTo(1);
    }

    @Test
    void wordsLeadBackToTheDecision() {
        for (Decision decision : List.of(
                new Decision.Accept(),
                new Decision.Dismiss("why"),
                new Decision.Snooze(TODAY),
                new Decision.Reopen(""),
                new Decision.Done())) {
            assertThat(Decision.parse(decision.word(), decision.reasonText(), decision.untilDay()))
                    .contains(decision);
        }
        assertThat(Decision.parse("postponed", "", Optional.empty())).isEmpty();
        assertThat(Decision.parse("snoozed", "", Optional.empty())).isEmpty();
    }
}
