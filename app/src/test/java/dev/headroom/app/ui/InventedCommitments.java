package dev.headroom.app.ui;

import dev.headroom.app.usecase.AdviseCommitments;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.engine.commitment.CommitmentAdvisor;
import dev.headroom.engine.commitment.CommitmentCount;
import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.HourShape;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.commitment.PoolForecast;
import dev.headroom.engine.commitment.Posture;
import dev.headroom.engine.commitment.UsagePaths;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Commitments of an invented bill: 10 an hour on demand, of which a plan of a year pays for 4 at 30 %.
public final class InventedCommitments {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 120;
    private static final int PATHS = 40;

    private InventedCommitments() {}

    public static CommitmentReport report(CommitmentTerm term) {
        CommitmentHistory history = history();
        UsagePool whole = UsagePool.whole("AWS", CurrencyCode.USD);
        LocalDate start = history.last().plusDays(1);
        int days = CommitmentTerm.THREE_YEARS.days();
        double[][] daily = new double[PATHS][days];
        for (int path = 0; path < PATHS; path++) {
            Arrays.fill(daily[path], 24 * (8 + 0.1 * path));
        }
        PoolForecast forecast = new PoolForecast(
                whole,
                UsagePaths.of(
                        new SamplePaths(
                                TimeGrid.utc(start.atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, days), daily),
                        start,
                        history.capacity(whole, start, days),
                        HourShape.level()),
                DAYS,
                "auto");
        AdviseCommitments.Request request = AdviseCommitments.Request.usual().withTerm(term);
        return new CommitmentReport(
                request,
                history,
                rates(),
                List.of(new CommitmentAdvisor(term, Posture.CAREFUL).advise(forecast, List.of(), rates(), 1)),
                List.of(forecast),
                List.of());
    }

    private static List<CommitmentRate> rates() {
        return List.of(
                rate(CommitmentTerm.ONE_YEAR, Payment.NO_UPFRONT, "28"),
                rate(CommitmentTerm.ONE_YEAR, Payment.ALL_UPFRONT, "28.5"),
                rate(CommitmentTerm.THREE_YEARS, Payment.NO_UPFRONT, "46"));
    }

    private static CommitmentRate rate(CommitmentTerm term, Payment payment, String percent) {
        return new CommitmentRate(
                "AWS",
                CommitmentKind.COMPUTE_SAVINGS_PLAN,
                "",
                term,
                payment,
                new BigDecimal(percent),
                LocalDate.of(2026, 1, 1),
                "invented");
    }

    private static CommitmentHistory history() {
        CommitmentCount count = new CommitmentCount();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            count.add(charge(day, instance("i-1", ""), "144", "144", "144"));
            if (i > 9) {
                count.add(charge(
                        day,
                        instance("i-2", "arn:aws:savingsplans::123456789012:savingsplan/sp-7"),
                        "0",
                        "67.2",
                        "96"));
                count.add(charge(
                        day,
                        ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                                .provider("AWS")
                                .description("Unused commitment, 1 year")
                                .commitment("arn:aws:savingsplans::123456789012:savingsplan/sp-7"),
                        "0",
                        "16.8",
                        "0"));
            } else {
                count.add(charge(day, instance("i-2", ""), "96", "96", "96"));
            }
        }
        return count.history().orElseThrow();
    }

    private static ChargeLine.Builder instance(String resource, String commitment) {
        return ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                .provider("AWS")
                .service("AmazonEC2")
                .region("eu-west-1")
                .resource(resource)
                .usageType("EU-BoxUsage:m5.large")
                .commitment(commitment);
    }

    private static ChargeRecord charge(
            LocalDate day, ChargeLine.Builder line, String billed, String effective, String list) {
        Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new ChargeRecord(
                line.build(),
                start,
                start.plusSeconds(86_400),
                ChargeRecord.monthOf(start),
                new ChargeRecord.Amounts(
                        new BigDecimal(billed),
                        Optional.of(new BigDecimal(effective)),
                        Optional.of(new BigDecimal(list)),
                        Optional.empty()),
                Optional.empty());
    }
}
