package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ComputedBy;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.ModelVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes kept forecasts and versions again from the cached data, the specification and the seed, and says
/// whether they are the same to the last bit, and if not, what explains it.
public final class RecomputeForecasts {
    /// What is computed again.
    public sealed interface What {
        /// Every kept forecast, of some series or of all.
        record Forecasts(List<String> series) implements What {}

        /// One kept forecast.
        record Forecast(long number) implements What {}

        /// The backtest of a version, and the forecasts that were kept with its data.
        record Version(String series, int version) implements What {}
    }

    /// How the recomputed numbers compare.
    public enum Outcome {
        IDENTICAL("identical to the last bit"),
        /// The data in the cache are not those that were known then.
        DATA_CHANGED("the data changed"),
        DIFFERENT("different"),
        /// It cannot be computed again at all.
        IMPOSSIBLE("cannot be computed again");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param name such as `forecast 12` or `version 3`
    /// @param explanation what explains a difference; empty when there is none
    public record Checked(String series, String name, Instant asOf, Outcome outcome, String explanation) {}

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public RecomputeForecasts(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @throws UseCaseException of kind INPUT when there is no such forecast or version
    public List<Checked> run(What what, Progress progress) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Checked> checked = new ArrayList<>();
            if (what instanceof What.Version(String series, int number)) {
                checked.add(version(fleet, PromoteModel.find(workspace, series, number)));
            }
            List<Case> cases = kept(what).stream()
                    .map(entry -> new Case(
                            entry,
                            daily(
                                    fleet,
                                    entry.key().series(),
                                    entry.key().step(),
                                    Optional.of(entry.stored().asOf()))))
                    .toList();
            Parallel.forEach(cases, RecomputeForecasts::forecast, checked::add, "Recomputing", progress);
            return List.copyOf(checked);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private record Case(ForecastLedger.Entry entry, Optional<FleetSeries.Daily> daily) {}

    private List<ForecastLedger.Entry> kept(What what) throws UseCaseException {
        List<ForecastLedger.Entry> all = workspace.storage().forecasts().since(Instant.EPOCH);
        return switch (what) {
            case What.Forecasts(List<String> series) ->
                all.stream()
                        .filter(entry -> series.isEmpty()
                                || series.contains(name(entry.key().series()))
                                || series.contains(entry.key().series().resource()))
                        .toList();
            case What.Forecast(long number) -> {
                List<ForecastLedger.Entry> one =
                        all.stream().filter(entry -> entry.number() == number).toList();
                if (one.isEmpty()) {
                    throw new UseCaseException(
                            UseCaseException.Kind.INPUT,
                            "HR-3055",
                            "There is no kept forecast " + number + "; " + all.size() + " are kept.");
                }
                yield one;
            }
            case What.Version(String series, int number) -> {
                ModelVersion version = PromoteModel.find(workspace, series, number);
                yield all.stream()
                        .filter(entry ->
                                entry.key().series().equals(version.scope().series())
                                        && entry.key()
                                                .dataHash()
                                                .equals(version.model().data().hash())
                                        && entry.key().seed() == version.model().seed()
                                        && KeptForecasts.spec(entry.key())
                                                .equals(KeptForecasts.spec(
                                                        version.model().spec())))
                        .toList();
            }
        };
    }

    private static String name(SeriesKey key) {
        return key.resource() + "/" + key.metric();
    }

    private static Optional<FleetSeries.Daily> daily(
            FleetSeries fleet, SeriesKey key, Step step, Optional<Instant> asOf) {
        return step.equals(Step.DAY)
                ? ResourceKind.ofMetric(key.metric())
                        .flatMap(kind -> fleet.daily(key.resource(), kind, key.statistic(), asOf))
                : fleet.atStep(key, step);
    }

    private static Checked forecast(Case one) {
        ForecastLedger.Entry entry = one.entry();
        Instant asOf = entry.stored().asOf();
        String series = name(entry.key().series());
        String name = "forecast " + entry.number();
        Optional<ModelSpec> spec = KeptForecasts.spec(entry.key());
        if (spec.isEmpty() || one.daily().isEmpty()) {
            return new Checked(series, name, asOf, Outcome.IMPOSSIBLE, spec.isEmpty() ? unknownSpec() : gone());
        }
        FleetSeries.Daily known = one.daily().get().until(Optional.of(asOf));
        Optional<String> changed =
                changed(known, spec.get(), entry.key().dataHash(), entry.key().seed());
        if (changed.isPresent()) {
            return new Checked(series, name, asOf, Outcome.DATA_CHANGED, changed.get());
        }
        Optional<QuantileForecast> kept =
                KeptForecasts.issued(known.series(), entry).map(issued -> issued.forecast());
        FitOutcome outcome = new CalibratedFitter(new ModelCatalog())
                .fit(known.series(), spec.get(), entry.key().seed());
        if (kept.isEmpty() || !(outcome instanceof FitOutcome.Fitted fitted)) {
            return new Checked(
                    series,
                    name,
                    asOf,
                    kept.isEmpty() ? Outcome.IMPOSSIBLE : Outcome.DIFFERENT,
                    kept.isEmpty()
                            ? "Its content cannot be read."
                            : "No model comes out of the fit any more; "
                                    + difference(entry.stored().computedBy()));
        }
        QuantileForecast again = known.bounded(fitted.model())
                .forecast(new Horizon(entry.key().horizon()), kept.get().levels());
        return Arrays.equals(ForecastCodec.encode(again), entry.stored().content())
                ? new Checked(series, name, asOf, Outcome.IDENTICAL, "")
                : new Checked(
                        series,
                        name,
                        asOf,
                        Outcome.DIFFERENT,
                        difference(entry.stored().computedBy()));
    }

    private static Checked version(FleetSeries fleet, ModelVersion version) {
        String series = version.scope().name();
        String name = "version " + version.number();
        Instant asOf = version.model().data().last();
        Optional<ModelSpec> spec = KeptForecasts.spec(version.model().spec());
        Optional<FleetSeries.Daily> daily = daily(
                fleet,
                version.scope().series(),
                version.scope().step(),
                Optional.of(version.model().data().last()));
        if (spec.isEmpty() || daily.isEmpty()) {
            return new Checked(series, name, asOf, Outcome.IMPOSSIBLE, spec.isEmpty() ? unknownSpec() : gone());
        }
        FleetSeries.Daily known = daily.get().until(Optional.of(asOf));
        long seed = version.model().seed();
        Optional<String> changed =
                changed(known, spec.get(), version.model().data().hash(), seed);
        if (changed.isPresent()) {
            return new Checked(series, name, asOf, Outcome.DATA_CHANGED, changed.get());
        }
        Trial.Origins origins = new Trial.Origins(
                version.model().horizon(), version.model().metrics().origins());
        boolean same = Trial.of(known, spec.get(), seed, origins)
                .filter(trial -> trial.metrics().equals(version.model().metrics())
                        && trial.promise().text().equals(version.model().promise()))
                .isPresent();
        return same
                ? new Checked(series, name, asOf, Outcome.IDENTICAL, "")
                : new Checked(
                        series,
                        name,
                        asOf,
                        Outcome.DIFFERENT,
                        difference(version.model().computedBy()));
    }

    private static Optional<String> changed(FleetSeries.Daily known, ModelSpec spec, String hash, long seed) {
        String now = ModelProvenance.of(known.series(), spec, seed, Map.of()).dataHash();
        return now.equals(hash)
                ? Optional.empty()
                : Optional.of("The observations up to then have the hash " + now.substring(0, 12) + " instead of "
                        + hash.substring(0, Math.min(12, hash.length()))
                        + ": some were imported, corrected or resampled since.");
    }

    private static String unknownSpec() {
        return "This version of Headroom does not know its specification.";
    }

    private static String gone() {
        return "The workspace does not hold the series any more.";
    }

    /// What could explain that the same data, specification and seed give other numbers.
    private static String difference(ComputedBy then) {
        ComputedBy now = ThisProgram.computedBy();
        if (!then.isKnown()) {
            return "what computed it was not written down, now it is engine " + now.engine() + " on " + now.jvm() + ".";
        }
        List<String> parts = new ArrayList<>();
        if (!then.engine().equals(now.engine())) {
            parts.add("it was computed by engine " + then.engine() + ", now it is " + now.engine());
        }
        if (!then.jvm().equals(now.jvm())) {
            parts.add("it was computed on " + then.jvm() + ", now it is " + now.jvm());
        }
        return parts.isEmpty()
                ? "data, engine and Java machine are the same, so the kept numbers were changed or this is a bug."
                : String.join("; ", parts) + ".";
    }
}
