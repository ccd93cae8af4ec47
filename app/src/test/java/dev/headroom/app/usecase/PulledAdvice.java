package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.advice.ProviderAdvice.Commitment;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.advice.ServerSizeAdvice;
import dev.headroom.storage.cache.AdviceLog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Advice of an invented AWS on the servers and commitments of a workspace, as a pull keeps it: for pictures.
public final class PulledAdvice {
    private static final String PAYER = "111122223333";
    private static final Instant FIRST = Instant.parse("2026-11-03T06:05:00Z");
    private static final Instant LAST = Instant.parse("2026-11-21T06:05:00Z");

    private PulledAdvice() {}

    /// Agrees with most of what Headroom says about sizes, and differs where people would want to look.
    public static void keep(OpenWorkspace workspace, Clock clock) throws UseCaseException {
        FleetRightsizing ours = new RightsizeFleet(workspace, Shapes.known(workspace), clock).run(Progress.NONE);
        List<ServerSizeAdvice> sizes = new ArrayList<>();
        int index = 0;
        for (Recommendation one : ours.recommendations()) {
            size(one, index++).ifPresent(sizes::add);
        }
        keep(workspace, sizes);
        keep(
                workspace,
                List.of(
                        plan("ONE_YEAR", "6.904", "1612.40", "24.1", "97.2"),
                        plan("THREE_YEARS", "6.118", "3310.75", "43.6", "98.8")));
        keep(
                workspace,
                List.of(
                        reservation("m6i.xlarge", "us-east-1", "4", "188.34", "36.0", "99.1"),
                        reservation("r6i.2xlarge", "eu-central-1", "2", "203.10", "35.2", "96.4")));
        months(workspace);
    }

    private static void keep(OpenWorkspace workspace, List<? extends ProviderAdvice> all) {
        keep(workspace, all, FIRST);
        keep(workspace, all, LAST);
    }

    /// Keeps advice of one kind as a pull does.
    public static void keep(OpenWorkspace workspace, List<? extends ProviderAdvice> all, Instant now) {
        workspace.storage().advice().replace(new AdviceLog.Origin(all.getFirst().kind(), PAYER, "us-east-1"), all, now);
    }

    private static Optional<ServerSizeAdvice> size(Recommendation ours, int index) {
        if (ours instanceof Recommendation.Resize resize) {
            String chosen = resize.chosen().instanceType();
            if (resize.relievesShortage()) {
                return Optional.of(advice(ours, "Underprovisioned", chosen, "0", 1));
            }
            return switch (index % 6) {
                case 0, 1, 4 -> Optional.of(advice(ours, "Overprovisioned", chosen, share(ours, "0.98"), 1));
                case 2 -> Optional.of(advice(ours, "Overprovisioned", otherFamily(chosen), share(ours, "0.84"), 2));
                case 3 -> Optional.of(advice(ours, "Optimized", chosen, "0", 0));
                default -> Optional.empty();
            };
        }
        return switch (index % 5) {
            case 0 -> Optional.of(advice(ours, "Overprovisioned", otherFamily(type(ours)), "61.32", 3));
            case 1 -> Optional.empty();
            default -> Optional.of(advice(ours, "Optimized", type(ours), "0", 0));
        };
    }

    private static String type(Recommendation ours) {
        return ours.from().map(InstanceShape::instanceType).orElse("m5.large");
    }

    private static String otherFamily(String type) {
        return type.replaceFirst("^([a-z])[^.]*", "$17i");
    }

    private static String share(Recommendation ours, String share) {
        return ours.monthlySavingGross()
                .map(money -> money.amount().multiply(new BigDecimal(share)))
                .orElse(BigDecimal.ZERO)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static ServerSizeAdvice advice(Recommendation ours, String finding, String to, String saving, int risk) {
        boolean over = finding.equals("Overprovisioned");
        return new ServerSizeAdvice(
                ServerSizeAdvice.Source.COMPUTE_OPTIMIZER,
                ours.server().id(),
                ours.server().name(),
                type(ours),
                finding,
                finding.equals("Optimized")
                        ? List.of()
                        : over
                                ? List.of("CPUOverprovisioned", "MemoryOverprovisioned")
                                : List.of("CPUUnderprovisioned"),
                new BigDecimal("14"),
                List.of(
                        new ServerSizeAdvice.Option(
                                to, BigDecimal.valueOf(risk), "VeryLow", new BigDecimal(saving), null, "USD"),
                        new ServerSizeAdvice.Option("t3.xlarge", BigDecimal.TWO, "Low", BigDecimal.TEN, null, "USD")),
                null,
                "USD");
    }

    private static PurchaseAdvice plan(String term, String hour, String saving, String percent, String used) {
        return new PurchaseAdvice(
                Commitment.SAVINGS_PLANS,
                "COMPUTE_SP",
                "",
                "",
                term,
                "NO_UPFRONT",
                "THIRTY_DAYS",
                new BigDecimal(hour),
                null,
                BigDecimal.ZERO,
                new BigDecimal(saving),
                new BigDecimal(percent),
                null,
                new BigDecimal(used),
                "USD");
    }

    private static PurchaseAdvice reservation(
            String type, String region, String count, String saving, String percent, String used) {
        return new PurchaseAdvice(
                Commitment.RESERVATIONS,
                type + " Linux/UNIX shared",
                PAYER,
                region,
                "ONE_YEAR",
                "NO_UPFRONT",
                "THIRTY_DAYS",
                null,
                new BigDecimal(count),
                BigDecimal.ZERO,
                new BigDecimal(saving),
                new BigDecimal(percent),
                null,
                new BigDecimal(used),
                "USD");
    }

    private static void months(OpenWorkspace workspace) {
        List<CommitmentUse> used = new ArrayList<>();
        List<CommitmentCoverage> covered = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            YearMonth month = YearMonth.of(2025, 11).plusMonths(i);
            BigDecimal wave = BigDecimal.valueOf(i % 3);
            used.add(new CommitmentUse(
                    Commitment.SAVINGS_PLANS,
                    month,
                    new BigDecimal("82.4").subtract(wave),
                    new BigDecimal("4212"),
                    new BigDecimal("3470"),
                    new BigDecimal("690.12").add(wave)));
            covered.add(new CommitmentCoverage(
                    Commitment.SAVINGS_PLANS,
                    month,
                    new BigDecimal("46.1").add(wave),
                    new BigDecimal("4730"),
                    new BigDecimal("5530.40").subtract(wave)));
        }
        keep(workspace, used);
        keep(workspace, covered);
    }
}
