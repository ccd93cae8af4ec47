package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.advice.CostForecast;
import dev.headroom.storage.advice.ProviderAdvice.Kind;
import dev.headroom.storage.cache.AdviceLog;
import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeFilter;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.DayTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Scores the kept forecasts of daily cost by AWS, and ours of the same days from the bills as they were known then,
/// against the bills of now.
///
/// Both forecast everything that is billed, tax and credits included. The last three days of the bills are
/// left out, because AWS still completes them. Nothing is scored while the workspace holds AWS bills of
/// several payers, or of another one than AWS was asked as.
public final class ScoreRivals {
    private static final int SETTLING_DAYS = 3;
    private static final int LEAST_KNOWN = 14;
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private final OpenWorkspace workspace;

    public ScoreRivals(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// The oldest first.
    public List<RivalForecast> run() throws UseCaseException {
        try {
            Optional<String> payer = payer();
            List<RivalForecast> scored = new ArrayList<>();
            for (AdviceLog.Entry entry : workspace.storage().advice().current(Kind.FORECAST_BY_DAY)) {
                if (payer.equals(Optional.of(entry.origin().account()))
                        && entry.advice() instanceof CostForecast forecast) {
                    scored(entry, forecast).ifPresent(scored::add);
                }
            }
            scored.sort(Comparator.comparing(RivalForecast::asOf));
            return scored;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The only one of the bills of AWS.
    private Optional<String> payer() {
        Set<String> payers = workspace.storage().bills().versions().stream()
                .filter(version -> version.counted() && AwsAdvice.isAws(version.provider()))
                .map(BillVersion::billingAccount)
                .collect(Collectors.toSet());
        return payers.size() == 1 ? payers.stream().findFirst() : Optional.empty();
    }

    /// The billed cost of AWS by day.
    private TreeMap<LocalDate, DayTotal> days(ChargeLedger charges, String currency) {
        TreeMap<LocalDate, DayTotal> days = new TreeMap<>();
        Set<String> providers = workspace.storage().bills().versions().stream()
                .map(BillVersion::provider)
                .filter(AwsAdvice::isAws)
                .collect(Collectors.toSet());
        for (String provider : providers) {
            ChargeFilter filter = new ChargeFilter(provider, "", "", "", Map.of(), Set.of(ChargeCategory.values()));
            for (DayTotal day : charges.days(filter, CostBasis.BILLED)) {
                if (day.currency().value().equals(currency)) {
                    days.merge(
                            day.day(),
                            day,
                            (one, other) -> new DayTotal(
                                    one.day(),
                                    one.currency(),
                                    one.sum().add(other.sum()),
                                    one.charges() + other.charges(),
                                    one.known() + other.known()));
                }
            }
        }
        return days;
    }

    private Optional<RivalForecast> scored(AdviceLog.Entry entry, CostForecast forecast) {
        TreeMap<LocalDate, DayTotal> now = days(workspace.storage().charges(), forecast.currency());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        LocalDate settled = now.lastKey().minusDays(SETTLING_DAYS);
        List<CostForecast.Step> due = forecast.steps().stream()
                .filter(step -> step.until().equals(step.from().plusDays(1))
                        && !step.from().isAfter(settled)
                        && !step.from().isBefore(now.firstKey()))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Tally theirs = new Tally();
        for (CostForecast.Step step : due) {
            theirs.add(actual(now, step.from()), step.mean().doubleValue(), value(step.low()), value(step.high()));
        }
        return Optional.of(new RivalForecast(
                forecast.asOf(), forecast.currency(), due.size(), theirs.score(), ours(entry, forecast, due, now)));
    }

    private static double value(@Nullable BigDecimal bound) {
        return bound == null ? Double.NaN : bound.doubleValue();
    }

    /// A day without a charge costs nothing.
    private static double actual(Map<LocalDate, DayTotal> days, LocalDate day) {
        DayTotal total = days.get(day);
        return total == null ? 0 : total.sum().doubleValue();
    }

    private Optional<RivalForecast.Score> ours(
            AdviceLog.Entry entry, CostForecast forecast, List<CostForecast.Step> due, Map<LocalDate, DayTotal> now) {
        TreeMap<LocalDate, DayTotal> known =
                days(workspace.storage().charges().asKnownOn(entry.told()), forecast.currency());
        known.tailMap(forecast.asOf(), true).clear();
        if (known.size() < LEAST_KNOWN) {
            return Optional.empty();
        }
        TimeSeries history = CostSeries.of(
                new CurrencyCode(forecast.currency()).value(),
                List.copyOf(known.values()),
                known.firstKey(),
                known.lastKey());
        LocalDate first = known.lastKey().plusDays(1);
        int steps = (int) ChronoUnit.DAYS.between(first, due.getLast().from()) + 1;
        QuantileForecast expected =
                ForecastCost.model(workspace, history).forecast(new Horizon(steps), ForecastSeries.LEVELS);
        Tally tally = new Tally();
        for (CostForecast.Step step : due) {
            int k = (int) ChronoUnit.DAYS.between(first, step.from());
            tally.add(
                    actual(now, step.from()),
                    expected.point()[k],
                    expected.quantile(LOW)[k],
                    expected.quantile(HIGH)[k]);
        }
        return Optional.of(tally.score());
    }

    /// Adds up errors.
    private static final class Tally {
        private double error;
        private double cost;
        private int inside;
        private int days;

        void add(double actual, double expected, double low, double high) {
            error += Math.abs(actual - expected);
            cost += Math.abs(actual);
            inside += actual >= low && actual <= high ? 1 : 0;
            days++;
        }

        RivalForecast.Score score() {
            return new RivalForecast.Score(cost == 0 ? Double.NaN : error / cost, (double) inside / days);
        }
    }
}
