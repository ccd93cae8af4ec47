package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.usecase.DecideRecommendation.Request;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Standing.Status;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideRecommendationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");
    private static final FleetRightsizing FLEET =
            InventedFleet.rightsizing(SizingPolicy.standard(), Decisions.none(LocalDate.of(2026, 11, 20)));
    private static final List<Recommendation> OPEN = FLEET.standingAt(Status.OPEN);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws UseCaseException {
        workspace = OpenWorkspace.at(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private DecideRecommendation deciding(ZoneId zone) {
        return new DecideRecommendation(workspace, Clock.fixed(NOW, zone));
    }

    private DecideRecommendation deciding() {
        return deciding(ZoneOffset.UTC);
    }

    @Test
    void whatIsDismissedOrSnoozedLeavesTheOpenListAndTheTotals() throws UseCaseException {
        Decisions after = deciding()
                .run(List.of(
                        new Request(OPEN.get(0), new Decision.Accept()),
                        new Request(OPEN.get(1), new Decision.Dismiss("Licence")),
                        new Request(OPEN.get(2), new Decision.Snooze(LocalDate.of(2027, 1, 1)))));
        FleetRightsizing now = FLEET.with(after);
        assertThat(now.standingWords())
                .isEqualTo("open %d, accepted 1, dismissed 1, snoozed 1".formatted(OPEN.size() - 3));
        assertThat(now.sentence()).endsWith("; " + now.standingWords());
        BigDecimal lost = gross(OPEN.get(1)).add(gross(OPEN.get(2)));
        assertThat(lost).isPositive();
        assertThat(saving(now)).isEqualByComparingTo(saving(FLEET).subtract(lost));
        assertThat(now.savings().in(CurrencyCode.USD).cost())
                .isEqualTo(FLEET.savings().in(CurrencyCode.USD).cost());
        assertThat(workspace.storage().verify().isSound()).isTrue();
    }

    private static BigDecimal saving(FleetRightsizing fleet) {
        return fleet.savings().in(CurrencyCode.USD).saving().amount();
    }

    private static BigDecimal gross(Recommendation recommendation) {
        return recommendation.monthlySavingGross().orElseThrow().amount().max(BigDecimal.ZERO);
    }

    @Test
    void theLogKeepsTheExactSavingOfThatTimeAndSurvivesAnotherOpening() throws UseCaseException {
        deciding().run(List.of(new Request(OPEN.get(0), new Decision.Accept())));
        deciding().run(List.of(new Request(OPEN.get(0), new Decision.Reopen("Undone"))));
        workspace.close();
        workspace = OpenWorkspace.at(folder);
        List<DecideRecommendation.Logged> log = deciding().log();
        assertThat(log).hasSize(2);
        assertThat(log.getFirst().event().saving()).isEqualTo(OPEN.get(0).monthlySavingGross());
        assertThat(log.getFirst().event().at()).isEqualTo(NOW);
        assertThat(FLEET.with(deciding().current()).standing(OPEN.get(0)).status())
                .isEqualTo(Status.OPEN);
    }

    @Test
    void anotherPolicyWithAnotherTargetOpensADecisionAgain() throws UseCaseException {
        Decisions after = deciding().run(List.of(new Request(OPEN.get(0), new Decision.Dismiss("Licence"))));
        FleetRightsizing bolder = InventedFleet.rightsizing(SizingPolicy.maximumSavings(), after);
        Recommendation same = bolder.recommendations().stream()
                .filter(other -> other.server().id().equals(OPEN.get(0).server().id()))
                .findFirst()
                .orElseThrow();
        boolean changed = !same.to().equals(OPEN.get(0).to());
        assertThat(bolder.standing(same).status()).isEqualTo(changed ? Status.OPEN : Status.DISMISSED);
        assertThat(FLEET.with(after).standing(OPEN.get(0)).why()).contains("Licence");
    }

    @Test
    void aBadRequestIsRefusedAndNothingOfItsBatchIsWritten() throws UseCaseException {
        assertThat(refusal(new Decision.Dismiss("  "))).isEqualTo("HR-3031");
        assertThat(refusal(new Decision.Dismiss("x".repeat(501)))).isEqualTo("HR-3031");
        assertThat(refusal(new Decision.Snooze(LocalDate.of(2026, 11, 20)))).isEqualTo("HR-3032");
        Recommendation keep = FLEET.standingAt(Status.NOTHING).getFirst();
        UseCaseException nothing = catchThrowableOfType(
                UseCaseException.class, () -> deciding().run(List.of(new Request(keep, new Decision.Accept()))));
        assertThat(nothing.code()).isEqualTo("HR-3030");
        assertThat(nothing.kind()).isEqualTo(UseCaseException.Kind.INPUT);
        assertThat(deciding().log()).isEmpty();
    }

    private String refusal(Decision decision) {
        UseCaseException refused = catchThrowableOfType(
                UseCaseException.class,
                () -> deciding()
                        .run(List.of(
                                new Request(OPEN.get(0), new Decision.Accept()), new Request(OPEN.get(1), decision))));
        assertThat(refused.kind()).isEqualTo(UseCaseException.Kind.USAGE);
        return refused.code();
    }

    @Test
    void todayIsTheDayOfTheUser() throws UseCaseException {
        Decision tomorrow = new Decision.Snooze(LocalDate.of(2026, 11, 21));
        deciding().run(List.of(new Request(OPEN.get(0), tomorrow)));
        UseCaseException late = catchThrowableOfType(
                UseCaseException.class,
                () -> deciding(ZoneId.of("Asia/Tokyo")).run(List.of(new Request(OPEN.get(0), tomorrow))));
        assertThat(late).hasMessageContaining("after 2026-11-21");
    }
}
