package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CommitmentAdvisor;
import dev.headroom.engine.commitment.CommitmentCount;
import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.HourCount;
import dev.headroom.engine.commitment.HourShape;
import dev.headroom.engine.commitment.LevelSpread;
import dev.headroom.engine.commitment.PoolForecast;
import dev.headroom.engine.commitment.Posture;
import dev.headroom.engine.commitment.UsagePaths;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says how well the running commitments are used, and advises what to buy on forecast paths of the usage
/// that is left over the term.
public final class AdviseCommitments {
    private static final int FAMILIES = 6;
    private static final int LEAST_DAYS = 28;
    // Hours are 24 times as many as days.
    private static final int HOURLY_PATHS = 400;

    private final OpenWorkspace workspace;

    public AdviseCommitments(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// What to advise on.
    ///
    /// @param term the wished term
    /// @param rates a file with the customer's rates; empty for those of pulled price lists and the
    ///     shipped assumptions
    /// @param ends a file with the ends of running commitments
    /// @param hourly bills with hourly lines, from which days are spread over their hours; empty counts days
    ///     as level
    /// @param knownOn the bills as they were known at this time; empty for now
    public record Request(
            CommitmentTerm term,
            Posture posture,
            Optional<Path> rates,
            Optional<Path> ends,
            List<Path> hourly,
            Optional<Instant> knownOn,
            long seed) {
        public Request {
            hourly = List.copyOf(hourly);
        }

        /// One year, careful, with the rates that are known.
        public static Request usual() {
            return new Request(
                    CommitmentTerm.ONE_YEAR,
                    Posture.CAREFUL,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    ForecastRequest.DEFAULT_SEED);
        }

        public Request withTerm(CommitmentTerm wished) {
            return new Request(wished, posture, rates, ends, hourly, knownOn, seed);
        }
    }

    /// @param rightsizing the recommendations whose machines would leave less to commit to; empty to leave
    ///     them out
    /// @throws UseCaseException of kind NO_DATA when the workspace holds no bills, of kind INPUT when a file
    ///     of the request cannot be read
    public CommitmentReport run(Request request, Optional<FleetRightsizing> rightsizing, Progress progress)
            throws UseCaseException {
        Optional<List<CommitmentRate>> stated = request.rates().isPresent()
                ? Optional.of(RateFile.rates(request.rates().get()))
                : Optional.empty();
        Map<String, LocalDate> ends =
                request.ends().isPresent() ? RateFile.ends(request.ends().get()) : Map.of();
        CommitmentHistory history = history(request.knownOn()).ending(ends);
        List<CommitmentRate> rates = stated.isPresent() ? stated.get() : known(history);
        HourCount hours = HourlyBills.read(request.hourly());
        List<CommitmentAdvice> advice = new ArrayList<>();
        List<PoolForecast> forecasts = new ArrayList<>();
        List<CommitmentReport.Left> left = new ArrayList<>();
        for (UsagePool whole : history.wholes()) {
            List<UsagePool> families = history.families(whole);
            List<UsagePool> pools = new ArrayList<>(List.of(whole));
            pools.addAll(families.subList(0, Math.min(FAMILIES, families.size())));
            families.stream()
                    .skip(FAMILIES)
                    .forEach(pool -> left.add(new CommitmentReport.Left(
                            pool, "smaller than the " + FAMILIES + " largest families, which are looked at")));
            pools.removeIf(pool -> isWithoutRate(pool, rates, left));
            List<PoolForecast> made = new ArrayList<>();
            Parallel.forEach(
                    pools,
                    pool -> forecast(history, pool, days(rates, pool), hours.shape(pool), request.seed()),
                    result -> result.forecast().ifPresentOrElse(made::add, () -> left.add(result.left())),
                    "Forecasting usage for commitments",
                    progress);
            forecasts.addAll(made);
            Optional<PoolForecast> all =
                    made.stream().filter(forecast -> forecast.pool().isWhole()).findFirst();
            double smaller = rightsizing
                    .map(fleet -> RightsizedUsage.perHour(fleet, whole))
                    .orElse(0.0);
            all.ifPresent(forecast -> advice.add(new CommitmentAdvisor(request.term(), request.posture())
                    .advise(
                            forecast,
                            made.stream().filter(one -> one != forecast).toList(),
                            rates,
                            smaller)));
        }
        return new CommitmentReport(request, history, rates, advice, forecasts, left);
    }

    private List<CommitmentRate> known(CommitmentHistory history) throws UseCaseException {
        try {
            return KnownRates.of(workspace.storage().prices(), history);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private CommitmentHistory history(Optional<Instant> knownOn) throws UseCaseException {
        try {
            CommitmentCount count = new CommitmentCount();
            KnownBills.at(workspace, knownOn).forEach(count::add);
            return count.history()
                    .orElseThrow(() -> new UseCaseException(
                            UseCaseException.Kind.NO_DATA,
                            "HR-3252",
                            "The workspace holds no usage or purchases on bills; import a bill first."));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static boolean isWithoutRate(UsagePool pool, List<CommitmentRate> rates, List<CommitmentReport.Left> left) {
        boolean without = rates.stream().noneMatch(rate -> rate.fits(pool));
        if (without) {
            left.add(new CommitmentReport.Left(pool, "no rate is known for it; state one with --rates"));
        }
        return without;
    }

    private static int days(List<CommitmentRate> rates, UsagePool pool) {
        return rates.stream()
                .filter(rate -> rate.fits(pool))
                .mapToInt(rate -> rate.term().days())
                .max()
                .orElse(CommitmentTerm.ONE_YEAR.days());
    }

    private record Made(Optional<PoolForecast> forecast, CommitmentReport.Left left) {}

    private Made forecast(CommitmentHistory history, UsagePool pool, int days, HourShape shape, long seed) {
        TimeSeries daily = trimmed(history.daily(pool));
        int known = daily.length() - daily.missing();
        if (known < LEAST_DAYS) {
            return new Made(
                    Optional.empty(),
                    new CommitmentReport.Left(
                            pool, known + " days of usage are too few for a forecast; " + LEAST_DAYS + " are needed"));
        }
        ModelSpec spec = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        if (!(workspace.fits().fit(daily, spec, seed) instanceof FitOutcome.Fitted(FittedModel model))) {
            return new Made(Optional.empty(), new CommitmentReport.Left(pool, "its usage cannot be forecast"));
        }
        SamplePaths paths = LevelSpread.widened(
                model.simulate(new Horizon(days), shape.isLevel() ? ForecastSeries.PATHS : HOURLY_PATHS, seed),
                daily,
                seed);
        LocalDate start = history.last().plusDays(1);
        UsagePaths usage = UsagePaths.of(paths, start, history.capacity(pool, start, days), shape);
        return new Made(
                Optional.of(new PoolForecast(
                        pool, usage, known, model.provenance().spec().text())),
                new CommitmentReport.Left(pool, ""));
    }

    /// Without the days before the first usage.
    private static TimeSeries trimmed(TimeSeries daily) {
        int from = 0;
        while (from < daily.length() - 1 && daily.value(from) == 0) {
            from++;
        }
        return daily.slice(from, daily.length());
    }
}
