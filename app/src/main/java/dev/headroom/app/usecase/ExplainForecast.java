package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedModel;
import dev.headroom.engine.explain.SeriesExplainer;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Says what moves a forecast: trend, seasons, ends of periods, holidays. A model that is a sum of parts explains
/// itself; beside any other the additive model is fitted to the same observations, with the holidays of the country in
/// which the server runs.
public final class ExplainForecast {
    /// The usual level is the mean over this many seasons, so that a weekday is seen against a whole week.
    private static final int USUAL_SEASONS = 4;

    private final OpenWorkspace workspace;
    private final ForecastSeries forecasts;

    public ExplainForecast(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.forecasts = new ForecastSeries(workspace, shapes);
    }

    /// @throws UseCaseException of kind NO_DATA when the series is not there or too short
    public ForecastDrivers run(ForecastRequest asked) throws UseCaseException {
        ForecastRequest request = workspace.models().applied(asked);
        FleetSeries.Daily known = forecasts.known(request);
        FittedModel chosen =
                ForecastSeries.fitted(workspace.fits().fit(known.series(), request.spec(), request.seed()), request);
        double[] median = known.bounded(chosen).forecast(request.horizon(), 0.5).quantile(0.5);
        Optional<ExplainedModel> own = parts(chosen);
        String country = own.isPresent() ? ownCountry(request.spec()) : country(request);
        ExplainedModel explaining = own.isPresent()
                ? own.get()
                : beside(known.series(), request, country).orElseThrow();
        TimeSeries series = known.series();
        int usual = Math.min(series.length(), USUAL_SEASONS * ForecastSeries.season(request));
        List<ForecastDrivers.Part> parts =
                explaining
                        .contributions(
                                series.length() - usual,
                                series.length() + request.horizon().steps())
                        .stream()
                        .map(contribution -> part(contribution, usual))
                        .toList();
        return new ForecastDrivers(
                own.isPresent() ? ForecastDrivers.Basis.CHOSEN_MODEL : ForecastDrivers.Basis.FITTED_BESIDE,
                explaining.provenance().spec().name(),
                country,
                known.unit(),
                series.grid().next(request.horizon().steps()),
                usual,
                parts,
                median,
                SeriesExplainer.explain(
                                series,
                                known.bounded(chosen),
                                own,
                                request.horizon(),
                                known.unit(),
                                SeasonLengths.usual(request.step()),
                                country)
                        .paragraph());
    }

    private static ForecastDrivers.Part part(Contribution contribution, int usual) {
        double[] values = contribution.values();
        return new ForecastDrivers.Part(
                contribution.name(),
                Arrays.stream(values, 0, usual).average().orElse(0),
                Arrays.copyOfRange(values, usual, values.length));
    }

    private static Optional<ExplainedModel> beside(TimeSeries series, ForecastRequest request, String country)
            throws UseCaseException {
        ModelSpec spec = new ModelSpec.Additive(SeasonLengths.usual(request.step()), country);
        return parts(
                ForecastSeries.fitted(new ModelCatalog().fit(series, spec, request.seed()), request.withSpec(spec)));
    }

    private static Optional<ExplainedModel> parts(FittedModel model) {
        FittedModel inside = model instanceof CalibratedModel calibrated ? calibrated.model() : model;
        return inside instanceof ExplainedModel explained ? Optional.of(explained) : Optional.empty();
    }

    private static String ownCountry(ModelSpec spec) {
        return spec instanceof ModelSpec.Additive additive ? additive.holidayCountry() : "";
    }

    private String country(ForecastRequest request) throws UseCaseException {
        try {
            return workspace
                    .storage()
                    .inventory()
                    .find(request.key().resource())
                    .map(Server::region)
                    .flatMap(RegionPlace::country)
                    .orElse("");
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
