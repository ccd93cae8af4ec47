package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.plot.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an exported forecast says about itself: what was known, which models, and how to make it again.
final class ForecastCaption {
    private ForecastCaption() {}

    static Caption of(
            String server, String statement, String subtitle, SeriesForecast forecast, List<String> provenance) {
        String past = forecast.hindsight().isPresent() ? "a past view, " : "";
        return new Caption(server + ": " + statement, past + subtitle, provenance, List.of("Headroom"));
    }

    /// One line each: as-of date with the verdict of a past view, models, request and data.
    static List<String> provenance(
            SeriesForecast forecast, List<SeriesForecast> others, String verdict, Formats formats) {
        ForecastRequest request = forecast.request();
        List<String> lines = new ArrayList<>();
        String asOf = formats.dayYear(forecast.asOf());
        lines.add(
                verdict.isEmpty()
                        ? "As of " + asOf + "; " + forecast.explanation()
                        : "As known on " + asOf + ", while data reach to " + formats.dayYear(forecast.latest()) + ": "
                                + verdict + ".");
        String compared = others.isEmpty()
                ? ""
                : others.stream()
                        .map(other -> other.request().spec().name())
                        .collect(Collectors.joining(", ", " compared with ", ""));
        String hash = forecast.provenance().dataHash();
        lines.add("Model " + request.spec().name() + compared + ", seed " + request.seed() + ", limit "
                + formats.percent(request.limitPercent(), 0) + ", data "
                + hash.substring(0, Math.min(12, hash.length())));
        return List.copyOf(lines);
    }
}
