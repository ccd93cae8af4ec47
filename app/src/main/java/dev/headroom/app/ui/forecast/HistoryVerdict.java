package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.series.Sufficiency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether the history of the series carries a forecast: before there is one for the usual horizon, afterwards for the
/// chosen one.
public final class HistoryVerdict {
    private final FleetModel fleet;
    private final ReadOnlyObjectWrapper<Optional<Sufficiency>> verdict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable ForecastRequest asked;
    private @Nullable SeriesForecast known;

    HistoryVerdict(FleetModel fleet) {
        this.fleet = fleet;
        fleet.qualityProperty().addListener((source, before, now) -> judge());
    }

    public ReadOnlyObjectProperty<Optional<Sufficiency>> property() {
        return verdict.getReadOnlyProperty();
    }

    /// A forecast was asked for; what is known of the last one no longer counts.
    void asked(ForecastRequest request) {
        asked = request;
        known = null;
        judge();
    }

    void show(SeriesForecast forecast) {
        known = forecast;
        judge();
    }

    private void judge() {
        SeriesForecast forecast = known;
        ForecastRequest request = asked;
        if (forecast != null) {
            verdict.set(Optional.of(Sufficiency.usual(
                    forecast.history(), forecast.request().horizon().steps(), made(forecast))));
        } else if (request != null) {
            Loaded<List<JudgedSeries>> quality = fleet.qualityProperty().get();
            verdict.set(quality.known().stream()
                    .flatMap(List::stream)
                    .filter(series ->
                            series.key().equals(request.key()) && series.step().equals(request.step()))
                    .map(JudgedSeries::sufficiency)
                    .findFirst());
        }
    }

    /// When the forecast was made: a last observation long before it is old.
    private Instant made(SeriesForecast forecast) {
        return forecast.request()
                .asOf()
                .or(() -> fleet.summary().dataTo())
                .filter(forecast.asOf()::isBefore)
                .orElse(forecast.asOf());
    }

    static Tone tone(Sufficiency sufficiency) {
        return switch (sufficiency.verdict()) {
            case ENOUGH -> Tone.GOOD;
            case WEAK -> Tone.WATCH;
            case TOO_LITTLE -> Tone.BAD;
        };
    }

    static String word(Sufficiency sufficiency) {
        return switch (sufficiency.verdict()) {
            case ENOUGH -> "Enough history";
            case WEAK -> "Weak history";
            case TOO_LITTLE -> "Too little history";
        };
    }

    static String icon(Sufficiency sufficiency) {
        return switch (sufficiency.verdict()) {
            case ENOUGH -> "fth-check";
            case WEAK -> "fth-alert-triangle";
            case TOO_LITTLE -> "fth-alert-octagon";
        };
    }
}
