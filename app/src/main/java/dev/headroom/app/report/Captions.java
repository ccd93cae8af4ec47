package dev.headroom.app.report;

import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.theme.ProbabilityScale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// Titles that state what a chart shows, and the line that says how to make it again.
final class Captions {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US).withZone(ZoneOffset.UTC);
    private static final List<String> SIGNATURE = List.of("Headroom");

    private Captions() {}

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    static Caption risk(FleetRisk risk) {
        return new Caption(
                servers(risk.serversAtRisk(90, 0.5)) + " likely to pass " + percent(risk.limitPercent())
                        + " within 90 days",
                "Probability that the daily p95 passes the limit within 30, 60 and 90 days, in percent",
                List.of("As of " + day(risk.asOf())
                        + ". Model: automatic combination, seed 42, counted over 1,000 sample" + " paths a series."),
                SIGNATURE);
    }

    static Caption cost(CostOutlook outlook) {
        String symbol = PlotPoints.symbol(outlook.currency());
        CostOutlook.MonthEnd end = outlook.monthEnd();
        String month = outlook.month().getMonth().getDisplayName(TextStyle.FULL, Locale.US);
        return new Caption(
                String.format(
                        Locale.US,
                        "%s closes at about %s%,.0f, between %s%,.0f and %s%,.0f with 80\u00a0%% probability",
                        month,
                        symbol,
                        end.median(),
                        symbol,
                        end.low80(),
                        symbol,
                        end.high80()),
                "Daily effective cost of all accounts without tax, credits and adjustments, " + outlook.currency(),
                List.of("As of "
                        + day(outlook.history().grid().at(outlook.history().length() - 1L))
                        + ". Model: automatic combination, seed 42."),
                SIGNATURE);
    }

    static Caption forecast(ServerRisk risk, SeriesForecast forecast) {
        return new Caption(
                String.format(
                        Locale.US,
                        "%s: %s is %s to pass %s within 90 days (%s)",
                        risk.server().name(),
                        risk.kind().label(),
                        ProbabilityScale.classOf(risk.probability()).word().toLowerCase(Locale.ROOT),
                        percent(risk.limit().percent()),
                        ProbabilityScale.format(risk.probability())),
                "Daily p95, " + risk.server().account() + ", "
                        + risk.server().instanceType().orElse("unknown type"),
                List.of(
                        "As of "
                                + day(forecast.history()
                                        .grid()
                                        .at(forecast.history().length() - 1L))
                                + ". Model: automatic combination, seed "
                                + forecast.provenance().seed() + ".",
                        "Data " + forecast.provenance().dataHash().substring(0, 16) + "."),
                SIGNATURE);
    }

    private static String servers(long count) {
        return count == 1 ? "1 server is" : count + " servers are";
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.0f\u00a0%%", value);
    }
}
