package dev.headroom.app.ui;

import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.CommitmentMonth;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.PurchaseSaid;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an invented AWS says about the invented fleet: of the three largest savings it names the same type, another
/// one and a larger one; it would keep the fourth, and shrink one that Headroom keeps and one that nobody knows.
public final class InventedStatement {
    /// The day on which it was said.
    public static final Instant SAID = Instant.parse("2026-11-19T06:05:00Z");

    private InventedStatement() {}

    public static AwsStatement statement() {
        List<Recommendation> ours = InventedFleet.rightsizing(
                        SizingPolicy.standard(), Decisions.none(FakeSession.TODAY))
                .recommendations();
        List<Recommendation> saving = ours.stream()
                .filter(Recommendation.Resize.class::isInstance)
                .limit(4)
                .toList();
        Recommendation kept = ours.stream()
                .filter(Recommendation.Keep.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<SizeSaid> sizes = new ArrayList<>();
        sizes.add(size(saving.get(0), "Overprovisioned", type(saving.get(0)), "100"));
        sizes.add(size(saving.get(1), "Overprovisioned", "t3.nano", "40.5"));
        sizes.add(size(saving.get(2), "Underprovisioned", "m6a.48xlarge", "-900"));
        sizes.add(size(saving.get(3), "Optimized", "t3.nano", "1"));
        sizes.add(size(kept, "Overprovisioned", "t3.nano", "30"));
        sizes.add(size("i-0abc", "Overprovisioned", "t3.nano", "20"));
        return new AwsStatement(sizes, List.of(plan()), List.of(month()));
    }

    private static PurchaseSaid plan() {
        return new PurchaseSaid(
                Optional.of(CommitmentKind.COMPUTE_SAVINGS_PLAN),
                "Compute savings plan",
                "",
                "",
                "",
                Optional.of(CommitmentTerm.ONE_YEAR),
                Optional.of(Payment.NO_UPFRONT),
                "thirty days",
                Optional.of(Money.of("3.5", "USD")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.of("610.4", "USD")),
                Optional.empty(),
                Optional.of(new BigDecimal("97")),
                SAID,
                SAID);
    }

    private static CommitmentMonth month() {
        return new CommitmentMonth(
                "123456789012",
                "savings-plans",
                YearMonth.of(2026, 8),
                Optional.of(new BigDecimal("79.5")),
                Optional.of(new BigDecimal("41")),
                Optional.empty(),
                Optional.empty());
    }

    private static String type(Recommendation ours) {
        return ours.to().map(InstanceShape::instanceType).orElseThrow();
    }

    private static SizeSaid size(Recommendation ours, String finding, String to, String saving) {
        return size(ours.server().id(), finding, to, saving);
    }

    /// By Compute Optimizer.
    ///
    /// @param finding such as `Overprovisioned`
    public static SizeSaid size(String server, String finding, String to, String saving) {
        boolean kept = finding.equals("Optimized");
        return new SizeSaid(
                SizeSaid.Source.COMPUTE_OPTIMIZER,
                server,
                "",
                "123456789012",
                "eu-west-1",
                "m5.xlarge",
                kept ? "keep" : "resize",
                finding,
                List.of("CPU overprovisioned", "memory overprovisioned"),
                Optional.of(new BigDecimal("14")),
                List.of(new SizeSaid.Option(
                        to, Optional.of(BigDecimal.ONE), "very low", Optional.of(new BigDecimal(saving)))),
                kept ? Optional.empty() : Optional.of(new BigDecimal(saving)),
                "USD",
                SAID.minusSeconds(10 * 86_400),
                SAID);
    }
}
