package dev.headroom.storage.workspace;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.ComputedBy;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.KeptReconciliation;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.TrainedModel;
import dev.headroom.storage.ingest.IngestProgress;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Makes a small workspace with something of every kind, to be kept as the example of its format.
///
/// After the format has changed, a file that the new version wrote joins the earlier ones:
///
///     java -cp ... dev.headroom.storage.workspace.FixtureWorkspace FOLDER
///     gzip -9 -c FOLDER/headroom.mv.db > storage/src/test/resources/workspaces/vN.mv.db.gz
///
/// The files of formats 1 and 2 were written by this program as it was then, without the calls that it did not have.
public final class FixtureWorkspace {
    static final Instant AT = Instant.parse("2026-10-01T08:00:00Z");
    static final SeriesKey CPU = new SeriesKey("web-1", "cpu", Statistic.P95);

    private FixtureWorkspace() {}

    public static void main(String[] arguments) throws Exception {
        make(Path.of(arguments[0]));
    }

    static void make(Path folder) throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        StringBuilder usage = new StringBuilder("timestamp,resource,cpu_mean,cpu_p95\n");
        for (int hour = 0; hour < 24 * 40; hour++) {
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(hour, ChronoUnit.HOURS);
            usage.append(at + ",web-1," + (20 + hour % 24) + "," + (40 + hour % 24) + "\n");
        }
        usage.append("not a time,web-1,1,2\n");
        Path utilization = Files.writeString(input.resolve("utilization.csv"), usage);
        Path bill = Files.writeString(input.resolve("bill.csv"), """
                BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ResourceId,ServiceName
                1.25,1.00,USD,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,Usage,web-1,Compute
                0.0000000001,0.10,USD,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z,Usage,web-1,Compute
                7.50,,EUR,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z,Purchase,,Storage
                """);
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.ingest().importPaths(List.of(utilization, bill), IngestProgress.none(), AT);
            workspace
                    .forecasts()
                    .put(
                            new ForecastKey(CPU, Step.DAY, "ab".repeat(32), "auto", 42, 30),
                            new ForecastLedger.Stored(AT, new byte[] {1, 2, 3}, new ComputedBy("0.1.0", "25")));
            decide(workspace);
            train(workspace);
            reconcile(workspace);
            workspace.scenarios().save("Spring launch", version -> "{\"version\": " + version + "}", AT);
        }
    }

    private static void reconcile(Workspace workspace) {
        BigDecimal billed = new BigDecimal("1.2500000001");
        BigDecimal invoiced = new BigDecimal("1.20");
        workspace
                .reconciliations()
                .keep(List.of(new KeptReconciliation(
                        YearMonth.of(2026, 1),
                        CurrencyCode.USD,
                        "",
                        "",
                        "january.csv",
                        invoiced,
                        Optional.of(billed),
                        new BigDecimal("0.03"),
                        false,
                        2,
                        1,
                        AT,
                        Optional.of(new VarianceBridge(
                                billed.subtract(invoiced),
                                List.of(new VarianceBridge.Step(
                                        BridgePart.UNEXPLAINED,
                                        billed.subtract(invoiced),
                                        VarianceBridge.Certainty.UNKNOWN)))),
                        List.of(new KeptReconciliation.Line(
                                new InvoiceKey("web-1", "Compute", ""), Optional.of(invoiced), Optional.of(billed))))));
    }

    private static void decide(Workspace workspace) {
        workspace
                .decisions()
                .append(List.of(
                        new DecisionEvent(
                                "web-1",
                                "m5.large",
                                "m5.medium",
                                Optional.of(Money.of("140.160", "USD")),
                                new Decision.Accept(),
                                AT),
                        new DecisionEvent(
                                "web-2",
                                "m5.large",
                                DecisionEvent.STOP,
                                Optional.empty(),
                                new Decision.Dismiss("Licence; needs \"8\" cores, sünce März"),
                                AT)));
    }

    private static void train(Workspace workspace) {
        ModelScope scope = new ModelScope(CPU, Step.DAY);
        TrainedModel model = new TrainedModel(
                scope,
                30,
                "auto",
                42,
                new TrainedModel.Data("ab".repeat(32), AT.minusSeconds(86_400L * 40), AT, 40),
                new TrainedModel.Metrics(5, 0.81, Double.NaN, 3.2, 0.1 + 0.2, 0.79, 0.95),
                "deviations=1.5,1.75",
                new ComputedBy("0.1.0", "25"),
                AT);
        workspace.models().register(List.of(model), "First training");
        workspace.models().promote(List.of(new ModelRegistry.Promotion(scope, 1, "The first one")), AT);
    }
}
