package dev.headroom.app.report;

import dev.headroom.app.ui.adapter.ArchetypeNames;
import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.adapter.RiskGrid;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.DemoResult;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ForecastSeries;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Plot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Draws the charts of the demo as PNG and SVG and writes its HTML report.
public final class DemoArtifacts implements RunDemo.Artifacts {
    private static final int CHARTED_SERVERS = 3;
    private static final int DAYS = 90;

    @Override
    public List<Path> write(DemoResult result, OpenWorkspace workspace, Path folder, Progress progress)
            throws UseCaseException {
        List<HtmlReport.Figure> figures = new ArrayList<>();
        try {
            Path charts = Files.createDirectories(folder.resolve("charts"));
            progress.report("Drawing charts", 0, 0);
            figures.add(draw(
                    Exhibit.of(
                            RiskGrid.of(result.risk().risks(), ArchetypeNames::of, RiskGrid.highestFirst()),
                            Captions.risk(result.risk())),
                    charts,
                    "risk-heatmap"));
            for (CostOutlook outlook : result.cost()) {
                figures.add(draw(
                        ForecastPlot.of(outlook).caption(Captions.cost(outlook)).build(),
                        charts,
                        "cost-" + fileName(outlook.currency().value())));
            }
            ForecastSeries forecasts = new ForecastSeries(workspace, Shapes.known(workspace));
            for (ServerRisk risk :
                    result.risk().soonestFirst().stream().limit(CHARTED_SERVERS).toList()) {
                SeriesForecast forecast =
                        forecasts.run(ForecastRequest.dailyP95(risk.server().id(), risk.kind(), DAYS));
                figures.add(draw(
                        ForecastPlot.of(forecast)
                                .caption(Captions.forecast(risk, forecast))
                                .build(),
                        charts,
                        "forecast-"
                                + fileName(
                                        risk.server().name() + "-" + risk.kind().metric())));
            }
            Path report = folder.resolve("report.html");
            Files.writeString(report, new HtmlReport(result, figures).html(), StandardCharsets.UTF_8);
            return figures.stream().map(HtmlReport.Figure::svg).toList();
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-3010",
                    "The charts cannot be written to " + folder + "; check the folder, its rights and the free space.",
                    e);
        }
    }

    private static HtmlReport.Figure draw(Plot plot, Path folder, String name) throws IOException {
        return draw(Exhibit.of(plot, plot.home()), folder, name);
    }

    private static HtmlReport.Figure draw(Exhibit exhibit, Path folder, String name) throws IOException {
        Path svg = folder.resolve(name + ".svg");
        PngWriter.write(exhibit, ExportSize.slide(), folder.resolve(name + ".png"));
        SvgWriter.write(exhibit, ExportSize.slide(), svg);
        return new HtmlReport.Figure(exhibit.title(), svg);
    }

    static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]+", "-");
    }
}
