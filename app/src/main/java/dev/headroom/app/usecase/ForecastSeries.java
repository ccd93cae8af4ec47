package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Forecasts one series of a workspace and says what that means for its limit. A daily forecast that knows the last
/// observation is kept in the ledger, to be scored when its days have come.
public final class ForecastSeries {
    /// The quantile levels behind the 50, 80 and 95 % bands and the median.
    static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    static final List<Integer> RISK_HORIZONS = List.of(30, 60, 90);
    static final int PATHS = 1_000;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public ForecastSeries(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @throws UseCaseException of kind NO_DATA when the series is not there or too short
    public SeriesForecast run(ForecastRequest request) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            FleetSeries.Daily whole = find(fleet, request);
            FleetSeries.Daily found = whole.until(request.asOf());
            ForecastRequest used = workspace.models().applied(request);
            FittedModel model =
                    found.bounded(fitted(workspace.fits().fit(found.series(), used.spec(), used.seed()), used));
            Optional<CapacityLimit> limit = limit(fleet, request, found);
            QuantileForecast forecast = model.forecast(request.horizon(), LEVELS);
            int known = found.series().length();
            if (request.asOf().isEmpty() && request.step().equals(Step.DAY)) {
                KeptForecasts.keep(workspace, found.series(), model.provenance(), forecast);
            }
            return new SeriesForecast(
                    request,
                    found.series(),
                    found.unit(),
                    forecast,
                    limit,
                    limit.map(l -> risks(model, l, request)).orElse(List.of()),
                    explanation(model, found),
                    model.provenance(),
                    known == whole.series().length()
                            ? Optional.empty()
                            : Optional.of(Hindsight.of(whole.series(), known, forecast, season(request))));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Why this model, and what has to be known about the history.
    private static String explanation(FittedModel model, FleetSeries.Daily found) {
        return found.note()
                .map(note -> model.explanation() + " It uses " + note + ".")
                .orElse(model.explanation());
    }

    static int season(ForecastRequest request) {
        return SeasonLengths.usual(request.step()).shortest();
    }

    /// The observations that a forecast of this request would start from.
    TimeSeries history(ForecastRequest request) throws UseCaseException {
        return known(request).series();
    }

    /// The same with the unit.
    FleetSeries.Daily known(ForecastRequest request) throws UseCaseException {
        try {
            return find(new FleetSeries(workspace, shapes), request).until(request.asOf());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static FleetSeries.Daily find(FleetSeries fleet, ForecastRequest request) throws UseCaseException {
        Optional<FleetSeries.Daily> found = request.step().equals(Step.DAY)
                ? ResourceKind.ofMetric(request.key().metric())
                        .flatMap(kind -> fleet.daily(
                                request.key().resource(), kind, request.key().statistic(), request.asOf()))
                : Optional.empty();
        return found.or(() -> fleet.atStep(request.key(), request.step()))
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3002",
                        "The workspace holds no " + request.key().metric() + " "
                                + request.key().statistic().code() + " series of "
                                + request.key().resource() + "; import its utilization first."));
    }

    static FittedModel fitted(FitOutcome outcome, ForecastRequest request) throws UseCaseException {
        String name = request.key().resource() + " " + request.key().metric();
        return switch (outcome) {
            case FitOutcome.Fitted fitted -> fitted.model();
            case FitOutcome.TooShort few ->
                throw noForecast(name + " has " + few.observations() + " observations; "
                        + request.spec().name() + " needs " + few.needed() + ".");
            case FitOutcome.Constant constant ->
                throw noForecast(name + " never changes (" + constant.value() + "); choose the automatic model.");
            case FitOutcome.NotConverged failed -> throw noForecast(name + ": " + failed.reason());
        };
    }

    private static UseCaseException noForecast(String message) {
        return new UseCaseException(UseCaseException.Kind.NO_DATA, "HR-3003", message);
    }

    private Optional<CapacityLimit> limit(FleetSeries fleet, ForecastRequest request, FleetSeries.Daily found) {
        String resource = request.key().resource();
        Server server = workspace
                .storage()
                .inventory()
                .find(resource)
                .orElseGet(() -> new Server(resource, resource, "", "", "", "", "", List.of(), Map.of()));
        Server then = request.asOf().map(server::asOf).orElse(server);
        return ResourceKind.ofMetric(request.key().metric())
                .flatMap(kind -> fleet.limit(then, kind, found.unit(), request.limitPercent()));
    }

    private static List<BreachRisk> risks(FittedModel model, CapacityLimit limit, ForecastRequest request) {
        if (!request.step().equals(Step.DAY)) {
            return List.of();
        }
        int days = Math.max(request.horizon().steps(), RISK_HORIZONS.getLast());
        SamplePaths paths = model.simulate(new Horizon(days), PATHS, request.seed());
        return BreachAssessor.assess(paths, limit, RISK_HORIZONS);
    }
}
