package dev.headroom.app.report;

import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.DemoResult;
import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.charts.theme.ProbabilityScale;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SavingEstimate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One page that says what the demo found: key figures, charts, tables, provenance. All text is escaped.
final class HtmlReport {
    private static final int ROWS = 12;

    /// A chart of the report.
    record Figure(String title, Path svg) {}

    private final DemoResult result;
    private final List<Figure> figures;

    HtmlReport(DemoResult result, List<Figure> figures) {
        this.result = result;
        this.figures = List.copyOf(figures);
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Headroom: demo report</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <header><h1>%s</h1><p>%s</p></header>
                <section class="tiles">%s</section>
                %s
                %s
                <h2>Soonest breaches</h2>
                %s
                <h2>Largest recommendations</h2>
                <p>%s</p>
                %s
                <h2>Where it comes from</h2>
                %s
                <footer>%s</footer>
                </main>
                </body>
                </html>
                """.formatted(
                        style(),
                        escaped(title()),
                        escaped(subtitle()),
                        tiles(),
                        figures.stream().map(HtmlReport::figure).collect(Collectors.joining("\n")),
                        result.costByAccount().stream().map(CostTable::html).collect(Collectors.joining()),
                        breaches(),
                        escaped(capitalised(result.rightsizing().sentence()) + "."),
                        recommendations(),
                        files(),
                        escaped(provenance()));
    }

    private String title() {
        return Captions.risk(result.risk()).title();
    }

    private String subtitle() {
        return String.format(
                Locale.US,
                "Generated demo fleet: %d servers, %,d series, data to %s",
                result.workspace().servers(),
                result.workspace().series(),
                result.workspace().dataTo().map(Captions::day).orElse("unknown"));
    }

    private String tiles() {
        StringBuilder tiles = new StringBuilder();
        tiles.append(tile(
                "Servers at risk",
                result.risk().serversAtRisk(30, 0.5) + " · " + result.risk().serversAtRisk(60, 0.5) + " · "
                        + result.risk().serversAtRisk(90, 0.5),
                "in 30, 60 and 90 days, at least 50\u00a0% likely"));
        result.rightsizing()
                .savings()
                .totals()
                .values()
                .forEach(total -> tiles.append(tile(
                        "Saving potential",
                        money(total.saving(), 0),
                        "gross per month, of " + money(total.cost(), 0) + " at list price")));
        for (CostOutlook outlook : result.cost()) {
            CostOutlook.MonthEnd end = outlook.monthEnd();
            tiles.append(tile(
                    "Cost at the end of " + outlook.month(),
                    String.format(Locale.US, "%,.0f %s", end.median(), outlook.currency()),
                    String.format(Locale.US, "80\u00a0%%: %,.0f – %,.0f", end.low80(), end.high80())));
        }
        long good = result.quality().stream()
                .filter(judged -> judged.quality().reasons().isEmpty())
                .count();
        tiles.append(tile("Data quality", good + " of " + result.quality().size(), "series without a finding"));
        return tiles.toString();
    }

    private static String tile(String heading, String value, String meaning) {
        return "<div class=\"tile\"><h3>%s</h3><b>%s</b><span>%s</span></div>"
                .formatted(escaped(heading), escaped(value), escaped(meaning));
    }

    private static String figure(Figure figure) {
        return "<figure><img src=\"charts/%s\" alt=\"%s\"></figure>"
                .formatted(escaped(String.valueOf(figure.svg().getFileName())), escaped(figure.title()));
    }

    private String breaches() {
        String rows = result.risk().soonestFirst().stream()
                .limit(ROWS)
                .map(HtmlReport::breach)
                .collect(Collectors.joining());
        return table("Server|Resource|Now|30 d|60 d|90 d|P10|P50|P90|Class", rows);
    }

    private static String breach(ServerRisk risk) {
        BreachRisk last = risk.risks().getLast();
        return row(
                text(risk.server().name()),
                text(risk.kind().label()),
                number(Double.isNaN(risk.currentPercent()) ? "–" : Captions.percent(risk.currentPercent())),
                risk.risks().stream()
                        .map(breach -> number(ProbabilityScale.format(breach.probability())))
                        .collect(Collectors.joining()),
                number(date(last.p10())),
                number(date(last.p50())),
                number(date(last.p90())),
                text(risk.riskClass().words()));
    }

    private String recommendations() {
        String rows = result.rightsizing().recommendations().stream()
                .filter(recommendation -> recommendation.saving().isPresent())
                .limit(ROWS)
                .map(HtmlReport::recommendation)
                .collect(Collectors.joining());
        return table("Server|From|To|Saving a month|Risk|Confidence|Why", rows);
    }

    private static String recommendation(Recommendation recommendation) {
        return row(
                text(recommendation.server().name()),
                text(recommendation.from().map(InstanceShape::instanceType).orElse("unknown")),
                text(recommendation.to().map(InstanceShape::instanceType).orElse(recommendation.action())),
                number(recommendation
                        .saving()
                        .map(SavingEstimate::gross)
                        .map(saving -> money(saving, 2))
                        .orElse("unknown")),
                text(recommendation
                        .assessment()
                        .map(evidence -> evidence.risk().level().words())
                        .orElse("unknown")),
                number(recommendation
                        .assessment()
                        .map(evidence -> Captions.percent(100 * evidence.confidence()))
                        .orElse("–")),
                "<td class=\"prose\">" + escaped(recommendation.reason()) + "</td>");
    }

    private String files() {
        String rows = result.imported().files().stream().map(HtmlReport::file).collect(Collectors.joining());
        return table("File|Format|Rows|Accepted|Rejected|Billed", rows);
    }

    private static String file(FileResult file) {
        return row(
                text(String.valueOf(file.path().getFileName())),
                text(file.format()),
                number(String.format(Locale.US, "%,d", file.rows())),
                number(String.format(Locale.US, "%,d", file.accepted())),
                number(String.format(Locale.US, "%,d", file.rejected())),
                number(file.billed().entrySet().stream()
                        .map(total -> total.getValue().toPlainString() + " " + total.getKey())
                        .collect(Collectors.joining(", "))));
    }

    private String provenance() {
        return "Generated data, no real bills or servers. Forecasts: automatic combination, seed 42, intervals from the"
                + " errors at earlier origins. Prices: "
                + result.rightsizing().prices().words(LocalDate::toString)
                + ". Policy: P" + trimmed(result.rightsizing().policy().percentile()) + ", "
                + trimmed(result.rightsizing().policy().headroomPercent()) + "\u00a0% headroom.";
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    static String table(String header, String rows) {
        String cells = Arrays.stream(header.split("\\|", -1))
                .map(name -> "<th>" + escaped(name) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\"><table><thead><tr>" + cells + "</tr></thead><tbody>" + rows
                + "</tbody></table></div>";
    }

    static String row(String... cells) {
        return "<tr>" + String.join("", cells) + "</tr>\n";
    }

    static String text(String value) {
        return "<td>" + escaped(value) + "</td>";
    }

    static String number(String value) {
        return "<td class=\"number\">" + escaped(value) + "</td>";
    }

    private static String date(Optional<Instant> instant) {
        return instant.map(Captions::day).orElse("later");
    }

    private static String money(Money money, int decimals) {
        return String.format(Locale.US, "%,." + decimals + "f %s", money.amount(), money.currency());
    }

    private static String capitalised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
