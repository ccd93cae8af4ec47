package dev.headroom.app.cli;

import dev.headroom.app.usecase.AdviceTable;
import dev.headroom.app.usecase.AnomalySelection;
import dev.headroom.app.usecase.AnomalyStanding;
import dev.headroom.app.usecase.AnomalyTable;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.DemoResult;
import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.RightsizingTable;
import dev.headroom.app.usecase.RiskTable;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.series.SeriesQuality;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Says what the demo did, in about ten lines or as JSON.
final class DemoSummary {
    private DemoSummary() {}

    static List<String> lines(DemoResult result, Path folder) {
        List<String> lines = new ArrayList<>();
        long rows = sum(result, FileResult::accepted);
        lines.add(text(
                "Imported    %,d rows from %d files, %,d rejected: %d servers, %d series, to %s",
                rows,
                result.imported().files().size(),
                sum(result, FileResult::rejected),
                result.workspace().servers(),
                result.workspace().series(),
                result.workspace().dataTo().map(DemoSummary::day).orElse("unknown")));
        long good = result.quality().stream()
                .filter(judged -> judged.quality().verdict() == SeriesQuality.Verdict.GOOD)
                .count();
        lines.add(text(
                "Quality     %d of %d series are good", good, result.quality().size()));
        lines.add(text(
                "Forecast    %d daily p95 series, 90 days ahead, with 80 and 95 %% intervals",
                result.forecasts().forecasts()));
        FleetRisk risk = result.risk();
        lines.add(text(
                "Risk        %d, %d and %d servers are likely to pass %.0f %% within 30, 60 and 90 days",
                risk.serversAtRisk(30, 0.5),
                risk.serversAtRisk(60, 0.5),
                risk.serversAtRisk(90, 0.5),
                risk.limitPercent()));
        risk.soonestFirst().stream()
                .findFirst()
                .ifPresent(first -> lines.add("            soonest: " + soonest(first)));
        lines.add("Rightsizing " + result.rightsizing().sentence());
        if (!result.others().advice().isEmpty()) {
            lines.add("Others      " + result.others().sentence());
        }
        List<FoundAnomaly> anomalies = recent(result);
        lines.add("Anomalies   "
                + AnomalyText.summary(anomalies, result.anomalies().since(AnomaliesCommand.DAYS)));
        for (CostOutlook outlook : result.cost()) {
            CostOutlook.MonthEnd end = outlook.monthEnd();
            lines.add(text(
                    "Cost        %s closes at about %,.0f %s (80 %%: %,.0f to %,.0f)",
                    outlook.month(), end.median(), outlook.currency(), end.low80(), end.high80()));
        }
        lines.add(
                "Wrote       risk.csv, rightsizing.csv, other-resources.csv, anomalies.csv, forecasts.csv and charts to "
                        + folder);
        lines.add("Report      " + folder.resolve("report.html"));
        return lines;
    }

    static Map<String, Object> tree(DemoResult result, Path folder) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("import", ImportCommand.tree(result.imported()));
        tree.put("servers", result.workspace().servers());
        tree.put("series", result.workspace().series());
        tree.put("forecasts", result.forecasts().forecasts());
        tree.put("risk", new RiskTable(result.risk()).rows());
        tree.put("rightsizing", new RightsizingTable(result.rightsizing()).rows());
        tree.put("others", new AdviceTable(Optional.empty(), result.others()).rows());
        tree.put("anomalies", new AnomalyTable(result.anomalies(), recent(result)).rows());
        tree.put("output", folder.toString());
        return tree;
    }

    /// Of at least medium urgency, as the command lists them.
    private static List<FoundAnomaly> recent(DemoResult result) {
        return new AnomalySelection(
                        result.anomalies().since(AnomaliesCommand.DAYS),
                        Urgency.MEDIUM,
                        EnumSet.allOf(AnomalyStanding.Status.class))
                .of(result.anomalies());
    }

    private static String soonest(ServerRisk risk) {
        return text(
                "%s %s, %s within 90 days%s",
                risk.server().name(),
                risk.kind().label(),
                percent(risk.probability()),
                risk.risks().getLast().p50().map(date -> ", P50 " + day(date)).orElse(""));
    }

    /// Never 0 or 100: a count over sample paths cannot promise either.
    private static String percent(double probability) {
        double percent = 100 * probability;
        return percent < 1 ? "< 1 %" : percent > 99 ? "> 99 %" : text("%.0f %%", percent);
    }

    private static long sum(DemoResult result, ToLongFunction<FileResult> figure) {
        return result.imported().files().stream().mapToLong(figure).sum();
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
