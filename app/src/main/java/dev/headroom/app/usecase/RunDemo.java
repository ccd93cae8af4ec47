package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the main job on the sample data, end to end: import, quality, forecast, risk, rightsizing,
/// anomalies, report.
public final class RunDemo {
    /// Draws the charts and writes the report of a demo; the report package provides it.
    @FunctionalInterface
    public interface Artifacts {
        /// @return the files written
        List<Path> write(DemoResult result, OpenWorkspace workspace, Path folder, Progress progress)
                throws UseCaseException;
    }

    private final ShapeCatalog shapes;
    private final Artifacts artifacts;
    private final Clock clock;

    public RunDemo(ShapeCatalog shapes, Artifacts artifacts, Clock clock) {
        this.shapes = shapes;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /// @param sampleData the folder with the generated sample
    /// @param folder where the results go; the demo workspace is its sub-folder `workspace`, built anew each
    ///     time
    public DemoResult run(Path sampleData, Path folder, Progress progress) throws UseCaseException {
        List<Path> inputs = inputs(sampleData);
        Path workspaceFolder = folder.resolve("workspace");
        clear(workspaceFolder);
        try (OpenWorkspace workspace = OpenWorkspace.at(workspaceFolder)) {
            ImportReport imported = new ImportData(workspace, clock).run(inputs, progress);
            List<CheckQuality.Judged> quality = new CheckQuality(workspace).run(progress);
            ForecastFile.Report forecasts = new ForecastFleet(workspace, shapes)
                    .run(
                            new ForecastFleet.Request(
                                    new Horizon(90),
                                    List.of(80, 95),
                                    "auto",
                                    ForecastRequest.DEFAULT_SEED,
                                    folder.resolve("forecasts.csv")),
                            progress);
            FleetRisk risk = new AssessRisk(workspace, shapes).run(ForecastRequest.DEFAULT_LIMIT_PERCENT, progress);
            new RiskTable(risk).write(folder.resolve("risk.csv"));
            FleetRightsizing rightsizing = new RightsizeFleet(workspace, shapes, clock).run(progress);
            new RightsizingTable(rightsizing).write(folder.resolve("rightsizing.csv"));
            AssetAdvice others = new AdviseAssets(workspace, clock)
                    .run(EnumSet.allOf(AssetKind.class), SizingPolicy.standard(), AdviseAssets.USUAL_SNAPSHOT_DAYS);
            new AdviceTable(Optional.empty(), others).write(folder.resolve("other-resources.csv"));
            FleetAnomalies anomalies = new WatchAnomalies(workspace).run(WatchAnomalies.Request.usual(), progress);
            new AnomalyTable(anomalies, anomalies.found()).write(folder.resolve("anomalies.csv"));
            List<CostOutlook> cost =
                    new ForecastCost(workspace).run(CostQuery.usual()).outlooks();
            List<CostSplit> byAccount = new ArrayList<>();
            for (CostOutlook outlook : cost) {
                new SplitCost(workspace)
                        .run(outlook, CostSplit.Dimension.ACCOUNT, progress)
                        .ifPresent(byAccount::add);
            }
            DemoResult result = new DemoResult(
                    new DescribeWorkspace(workspace).run(),
                    imported,
                    quality,
                    forecasts,
                    risk,
                    rightsizing,
                    others,
                    anomalies,
                    cost,
                    byAccount);
            artifacts.write(result, workspace, folder, progress);
            return result;
        }
    }

    /// The folders of the sample data that are imported; its manifest and its truth are not.
    public static List<Path> inputs(Path sampleData) throws UseCaseException {
        if (!Files.isDirectory(sampleData)) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-3020",
                    "The sample data is missing: there is no folder " + sampleData + ".");
        }
        return Stream.of("inventory", "utilization", "billing")
                .map(sampleData::resolve)
                .toList();
    }

    /// Removes an earlier demo workspace, and nothing that does not look like one.
    private static void clear(Path workspace) throws UseCaseException {
        if (!Files.exists(workspace.resolve("headroom.mv.db"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-3021",
                    "The earlier demo workspace " + workspace + " cannot be removed; close the program that uses it.",
                    e);
        }
    }
}
