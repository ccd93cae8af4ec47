package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.forecast.QuantileForecast;
import java.time.Instant;
import java.util.Optional;

/// What a forecast means, in one sentence and two more.
///
/// @param probability of a breach within the longest horizon, 0..1; NaN without a limit
/// @param headline the answer with a date
/// @param detail the range behind it
public record Answer(double probability, String within, String headline, String detail) {
    static Answer of(SeriesForecast result, String metric, Formats formats) {
        QuantileForecast forecast = result.forecast();
        int last = forecast.steps() - 1;
        Instant end = forecast.grid().at(last);
        String ahead = "On %s the median is %s, the 80\u00a0%% band %s to %s."
                .formatted(
                        formats.dayYear(end),
                        Points.value(forecast.quantile(0.5)[last], result.unit(), formats),
                        Points.value(forecast.quantile(0.1)[last], result.unit(), formats),
                        Points.value(forecast.quantile(0.9)[last], result.unit(), formats));
        if (result.limit().isEmpty() || result.risks().isEmpty()) {
            return new Answer(Double.NaN, "", metric + " has no known limit", ahead);
        }
        BreachRisk risk = result.risks().getLast();
        String limit = formats.percent(result.limit().get().percent(), 0);
        return new Answer(
                risk.probability(),
                "within " + risk.horizonDays() + " days",
                headline(risk, metric, limit, formats),
                dates(risk, formats) + ahead);
    }

    private static String headline(BreachRisk risk, String metric, String limit, Formats formats) {
        Optional<Instant> p50 = risk.p50();
        if (p50.isPresent()) {
            return metric + " passes " + limit + " around " + formats.day(p50.get());
        }
        Optional<Instant> p10 = risk.p10();
        if (p10.isPresent()) {
            return metric + " may pass " + limit + " from " + formats.day(p10.get());
        }
        return metric + " stays below " + limit;
    }

    private static String dates(BreachRisk risk, Formats formats) {
        if (risk.p10().isEmpty()) {
            return "";
        }
        return "P10 %s, P50 %s, P90 %s. "
                .formatted(date(risk.p10(), formats), date(risk.p50(), formats), date(risk.p90(), formats));
    }

    private static String date(Optional<Instant> date, Formats formats) {
        return date.map(formats::day).orElse("later");
    }
}
