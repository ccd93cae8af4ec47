package dev.headroom.app.usecase;

import dev.headroom.engine.drift.IssuedForecast;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.ModelScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How daily forecasts stand in the ledger, so that whoever made one, it is found and scored.
final class KeptForecasts {
    /// The interval levels of the bands that the window shows.
    static final List<Integer> SHOWN = List.of(50, 80, 95);

    private KeptForecasts() {}

    /// @param levels interval levels in percent
    static ForecastKey key(TimeSeries series, List<Integer> levels, ModelProvenance fit, int horizon) {
        String spec = fit.spec().text() + "@" + levels;
        return new ForecastKey(series.key(), Step.DAY, fit.dataHash(), spec, fit.seed(), horizon);
    }

    /// What a kept forecast was made with; empty when this program does not know such a model.
    static Optional<ModelSpec> spec(ForecastKey key) {
        int end = key.spec().lastIndexOf('@');
        return end < 0 ? Optional.empty() : spec(key.spec().substring(0, end));
    }

    /// The specification of a text that was kept. The seasons are not in it: they are the usual ones of days.
    static Optional<ModelSpec> spec(String text) {
        try {
            return Optional.of(ModelCatalog.parse(text, SeasonLengths.usual(Step.DAY)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /// Whether the forecast was made with the automatic model or the promoted one of its series.
    static boolean isUsual(ForecastKey key, PromotedModels models) {
        Optional<ModelSpec> spec = spec(key);
        return spec.isPresent()
                && (spec.get() instanceof ModelSpec.Auto
                        || models.of(new ModelScope(key.series(), key.step()))
                                .flatMap(version -> spec(version.model().spec()))
                                .equals(spec));
    }

    /// The forecast as it was made.
    ///
    /// @param series what is known of the series now
    /// @return empty when the series does not reach back to the forecast or the content cannot be read
    static Optional<IssuedForecast> issued(TimeSeries series, ForecastLedger.Entry entry) {
        int known = known(series, entry.stored().asOf());
        return known == 0
                ? Optional.empty()
                : ForecastCodec.decode(
                                entry.stored().content(),
                                series.grid().slice(0, known).next(entry.key().horizon()))
                        .map(forecast -> new IssuedForecast(entry.stored().asOf(), forecast));
    }

    /// How many points of the series lie at or before an instant.
    static int known(TimeSeries series, Instant asOf) {
        int known = series.length();
        while (known > 0 && series.grid().at(known - 1L).isAfter(asOf)) {
            known--;
        }
        return known;
    }

    /// What the ledger keeps of a forecast of a series.
    static ForecastLedger.Stored stored(TimeSeries series, QuantileForecast forecast) {
        return new ForecastLedger.Stored(
                series.grid().at(series.length() - 1L), ForecastCodec.encode(forecast), ThisProgram.computedBy());
    }

    /// Keeps a forecast that the window shows, so that it can be scored when its days have come.
    static void keep(OpenWorkspace workspace, TimeSeries series, ModelProvenance fit, QuantileForecast forecast) {
        ForecastLedger ledger = workspace.storage().forecasts();
        ForecastKey key = key(series, SHOWN, fit, forecast.steps());
        if (ledger.find(key).isEmpty()) {
            ledger.putAll(Map.of(key, stored(series, forecast)));
        }
    }
}
