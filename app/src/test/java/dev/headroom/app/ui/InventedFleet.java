package dev.headroom.app.ui;

import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.usecase.CheckImports;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastDrivers;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.Hindsight;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.PriceBasis;
import dev.headroom.app.usecase.Reject;
import dev.headroom.app.usecase.RuleFinding;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.capacity.RiskClass;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.evaluation.Standing;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Rightsizer;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.Sufficiency;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// A small fleet with invented figures, the same every time.
public final class InventedFleet {
    public static final Instant AS_OF = Instant.parse("2026-11-20T00:00:00Z");
    private static final int DAYS = 700;
    private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    private static final double[] SPREADS = {-1.96, -1.28, -0.67, 0, 0.67, 1.28, 1.96};
    private static final String[] ARCHETYPES = {"database", "web", "batch", "cache"};

    private InventedFleet() {}

    public static List<Server> servers() {
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String archetype = ARCHETYPES[i % 4];
            String region = i % 3 == 0 ? "us" : "eu";
            String name = "%s-%s-%02d".formatted(archetype.substring(0, 2), region, i / 4 + 1);
            servers.add(new Server(
                    name,
                    name,
                    "aws",
                    "prod-" + region,
                    region.equals("us") ? "us-east-1" : "eu-west-1",
                    "production",
                    archetype,
                    List.of(new InstanceSpan(Instant.parse("2023-01-01T00:00:00Z"), "r5.2xlarge")),
                    Map.of("team", i % 2 == 0 ? "orders" : "search")));
        }
        return servers;
    }

    public static FleetRisk risk(double limit) {
        List<ServerRisk> risks = new ArrayList<>();
        int index = 0;
        for (Server server : servers()) {
            for (ResourceKind kind : ResourceKind.values()) {
                double seed = Math.abs(Math.sin(37.0 * index++ + limit));
                double ninety = seed > 0.9 ? 0.5 + (seed - 0.9) * 4.9 : seed > 0.7 ? (seed - 0.7) : 0.001;
                risks.add(new ServerRisk(
                        server,
                        kind,
                        CapacityLimit.ofPercentage(limit),
                        AS_OF,
                        40 + 40 * seed,
                        limit - 40 - 45 * seed,
                        List.of(breach(30, ninety * 0.5), breach(60, ninety * 0.8), breach(90, ninety)),
                        RiskClass.NORMAL));
            }
        }
        return new FleetRisk(AS_OF, limit, risks, List.of());
    }

    private static BreachRisk breach(int days, double probability) {
        return new BreachRisk(
                days,
                probability,
                date(probability > 0.1, 60 - 50 * probability),
                date(probability > 0.5, 120 - 100 * probability),
                date(probability > 0.9, 89 * probability));
    }

    private static Optional<Instant> date(boolean known, double days) {
        return known ? Optional.of(AS_OF.plus(Duration.ofDays(Math.round(days)))) : Optional.empty();
    }

    public static SeriesForecast forecast(ForecastRequest request) {
        TimeSeries whole = observations(request.key());
        int known = request.asOf()
                .map(instant ->
                        (int) Duration.between(whole.grid().start(), instant).toDays() + 1)
                .orElse(DAYS);
        TimeSeries history = whole.slice(0, Math.min(DAYS, known));
        QuantileForecast forecast =
                quantiles(history.grid().next(request.horizon().steps()), history.length(), 1.2);
        return new SeriesForecast(
                request,
                history,
                MeasureUnit.PERCENT,
                forecast,
                Optional.of(CapacityLimit.ofPercentage(request.limitPercent())),
                List.of(breach(30, 0.2), breach(60, 0.5), breach(90, 0.71)),
                "A weighted median of four components; the additive one weighs most.",
                new ModelProvenance(request.spec(), request.seed(), "ab12cd34".repeat(8), Map.of("weight.ets", 0.4)),
                known < DAYS ? Optional.of(hindsight(whole, known, forecast)) : Optional.empty());
    }

    private static TimeSeries observations(SeriesKey key) {
        TimeGrid grid = TimeGrid.utc(AS_OF.minus(Duration.ofDays(DAYS)), Step.DAY, DAYS);
        double[] values = new double[DAYS];
        for (int i = 0; i < DAYS; i++) {
            values[i] = level(i) + 2 * Math.sin(i * 1.7);
        }
        return new TimeSeries(key, grid, values);
    }

    private static Hindsight hindsight(TimeSeries whole, int known, QuantileForecast forecast) {
        TimeSeries actual = whole.slice(known, Math.min(DAYS, known + forecast.steps()));
        return new Hindsight(actual, whole.grid().at(DAYS - 1L), actual.length(), actual.length() - 1, 1.27, 0.64);
    }

    /// Level and quarter end move it, holidays do not; the additive model is half a point above the chosen one.
    public static ForecastDrivers drivers(ForecastRequest request) {
        SeriesForecast forecast = forecast(request);
        double[] median = forecast.forecast().quantile(0.5);
        double[] trend = new double[median.length];
        double[] quarter = new double[median.length];
        for (int k = 0; k < median.length; k++) {
            int day = forecast.history().length() + k;
            quarter[k] = day % 91 > 78 ? 7 : 0;
            trend[k] = median[k] + 0.5 - quarter[k];
        }
        return new ForecastDrivers(
                ForecastDrivers.Basis.FITTED_BESIDE,
                "additive",
                "US",
                MeasureUnit.PERCENT,
                forecast.forecast().grid(),
                28,
                List.of(
                        new ForecastDrivers.Part(
                                "trend", level(forecast.history().length() - 1), trend),
                        new ForecastDrivers.Part("quarter end", 1.5, quarter),
                        new ForecastDrivers.Part("holidays", 0, new double[median.length])),
                median,
                "400 observations are known. The level is now 62 % and rises by 0.9 % a month. Not known to the model:"
                        + " launches, migrations and other plans.");
    }

    private static double level(int day) {
        return 55 + day * 0.03 + 6 * Math.sin(2 * Math.PI * day / 7) + (day % 91 > 78 ? 7 : 0);
    }

    private static QuantileForecast quantiles(TimeGrid grid, int from, double growth) {
        double[] point = new double[grid.length()];
        double[][] levels = new double[LEVELS.length][grid.length()];
        for (int k = 0; k < grid.length(); k++) {
            point[k] = level(from + k);
            for (int i = 0; i < LEVELS.length; i++) {
                levels[i][k] = point[k] + SPREADS[i] * growth * Math.sqrt(4 + k);
            }
        }
        return new QuantileForecast(grid, point, LEVELS, levels);
    }

    public static CostOutlook cost(CostQuery query) {
        int days = 400;
        TimeGrid grid = TimeGrid.utc(AS_OF.minus(Duration.ofDays(days)), Step.DAY, days);
        double[] values = new double[days];
        for (int i = 0; i < days; i++) {
            values[i] = 40 * level(i) + (i == 390 ? 1200 : 0);
        }
        TimeSeries history = new TimeSeries(new SeriesKey("USD", "cost", Statistic.SUM), grid, values);
        QuantileForecast shape = quantiles(grid.next(90), days, 1.0);
        double[][] levels = new double[LEVELS.length][];
        double[] point = shape.point();
        for (int i = 0; i < LEVELS.length; i++) {
            levels[i] = shape.quantile(LEVELS[i]);
            for (int k = 0; k < 90; k++) {
                levels[i][k] *= 40;
            }
        }
        for (int k = 0; k < 90; k++) {
            point[k] *= 40;
        }
        return new CostOutlook(
                query,
                CurrencyCode.USD,
                history,
                new QuantileForecast(shape.grid(), point, LEVELS, levels),
                YearMonth.of(2026, 11),
                new CostOutlook.MonthEnd(82_100, 83_000, 83_800, 84_330, 84_900, 85_600, 86_400),
                83_650);
    }

    public static Optional<ReliabilityTable> reliability() {
        double[] predicted = new double[600];
        boolean[] happened = new boolean[600];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = i / 600.0;
            happened[i] = Math.abs(Math.sin(91.7 * i)) < predicted[i];
        }
        return Optional.of(ReliabilityTable.of(predicted, happened, 10));
    }

    public static List<ModelScore> scores() {
        return List.of(
                new ModelScore(
                        "auto", 0.71, 1.94, 0.81, 12, 0.8, new Standing(Standing.Verdict.BEST, OptionalDouble.empty())),
                new ModelScore(
                        "theta",
                        0.79,
                        2.18,
                        0.76,
                        12,
                        0.1,
                        new Standing(Standing.Verdict.AS_GOOD, OptionalDouble.of(0.41))),
                new ModelScore(
                        "ets",
                        0.84,
                        2.29,
                        0.83,
                        12,
                        0.3,
                        new Standing(Standing.Verdict.AS_GOOD, OptionalDouble.of(0.22))),
                new ModelScore(
                        "drift",
                        0.95,
                        2.61,
                        0.79,
                        12,
                        0.01,
                        new Standing(Standing.Verdict.WORSE, OptionalDouble.of(0.03))),
                new ModelScore(
                        "snaive",
                        1.0,
                        2.83,
                        0.85,
                        12,
                        0.01,
                        new Standing(Standing.Verdict.WORSE, OptionalDouble.of(0.004))));
    }

    public static List<JudgedSeries> quality() {
        List<JudgedSeries> judged = new ArrayList<>();
        for (Server server : servers()) {
            for (ResourceKind kind : ResourceKind.values()) {
                SeriesKey key = new SeriesKey(server.id(), kind.metric(), Statistic.P95);
                double[] values = new double[200];
                for (int i = 0; i < values.length; i++) {
                    boolean flat = judged.size() == 5 && i > 180;
                    values[i] = flat ? 40 : level(i) + Math.sin(i * 2.3);
                }
                TimeGrid grid = TimeGrid.utc(AS_OF.minus(Duration.ofDays(200)), Step.DAY, values.length);
                TimeSeries series = new TimeSeries(key, grid, values);
                judged.add(new JudgedSeries(
                        key, Step.DAY, SeriesQuality.of(series, kind.unit()), Sufficiency.usual(series, AS_OF)));
            }
        }
        return judged;
    }

    public static WorkspaceSession.KnownBills bills() {
        ListBills.Version first = version("3377.10", "2026-10-05T08:55:00Z", Optional.of("2026-10-19T09:00:00Z"));
        ListBills.Version second = version("3591.10", "2026-10-19T09:00:00Z", Optional.empty());
        return new WorkspaceSession.KnownBills(
                List.of(first, second),
                List.of(new ListBills.Restated(
                        YearMonth.of(2026, 9),
                        CurrencyCode.USD,
                        Instant.parse("2026-10-19T09:00:00Z"),
                        new BigDecimal("3377.10"),
                        new BigDecimal("3591.10"),
                        Map.of(ChargeCategory.TAX, new BigDecimal("214.00")),
                        2_918,
                        2_931,
                        ListBills.Cause.RESTATED)),
                List.of());
    }

    private static ListBills.Version version(String billed, String loaded, Optional<String> replaced) {
        return new ListBills.Version(
                YearMonth.of(2026, 9),
                "AWS",
                "payer-1",
                "bills/focus_2026-09.csv.gz",
                2_918,
                new TreeMap<>(Map.of(CurrencyCode.USD, new BigDecimal(billed))),
                Instant.parse(loaded),
                replaced.map(Instant::parse),
                false,
                "focus",
                replaced.isEmpty());
    }

    /// The imported files, judged as the program does.
    public static List<CheckImports.Judged> files() {
        return imports().stream()
                .flatMap(report -> report.files().stream().map(file -> {
                    boolean bill = file.format().startsWith("focus");
                    ImportQuality.Facts facts = new ImportQuality.Facts(
                            false,
                            file.rows(),
                            file.rejected(),
                            file.duplicates(),
                            file.findings().size(),
                            bill ? 20 : 0,
                            bill ? 5 : 0,
                            bill ? file.rows() : 0,
                            0,
                            bill ? List.of("USD") : List.of(),
                            List.of());
                    return new CheckImports.Judged(
                            report.batch(), report.loaded(), file, facts, ImportQuality.of(facts));
                }))
                .toList();
    }

    public static List<ImportReport> imports() {
        List<Reject> rejects = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            String reason = i % 3 == 0 ? "Utilization below 0 %" : i % 3 == 1 ? "Not a number" : "Time zone missing";
            rejects.add(new Reject(18_204 + 97L * i, i % 2 == 0 ? "cpu_p95" : "timestamp", "-" + i + ".1", reason));
        }
        FileResult bill = new FileResult(
                Path.of("bills", "focus_2026-11.csv.gz"),
                "focus-1.0",
                41_280,
                41_280,
                0,
                1_204,
                new TreeMap<>(Map.of(CurrencyCode.USD, new BigDecimal("54540.0512"))),
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                Optional.of(AS_OF),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
        FileResult usage = new FileResult(
                Path.of("utilization_fleet_oct.csv.gz"),
                "utilization",
                357_120,
                357_083,
                37,
                0,
                new TreeMap<>(),
                Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                Optional.of(AS_OF),
                rejects,
                Optional.empty(),
                List.of("Daily values were read as p95."),
                List.of(new RuleFinding(
                        "time-order", "timestamp", 12, 88, "2026-10-02", "timestamp: falls back (time-order)")));
        return List.of(
                new ImportReport("b2", Instant.parse("2026-11-20T08:14:00Z"), List.of(bill)),
                new ImportReport("b1", Instant.parse("2026-11-18T17:40:00Z"), List.of(usage)));
    }

    /// Real recommendations over invented usage and the shipped prices.
    public static FleetRightsizing rightsizing(SizingPolicy policy, Decisions decisions) {
        List<Recommendation> recommendations = new ArrayList<>();
        int index = 0;
        for (Server server : servers()) {
            double share = 0.15 + 0.7 * Math.abs(Math.sin(11.0 * index++));
            Map<ResourceKind, TimeSeries> usage = new EnumMap<>(ResourceKind.class);
            for (ResourceKind kind : List.of(ResourceKind.CPU, ResourceKind.MEMORY)) {
                TimeGrid grid = TimeGrid.utc(AS_OF.minus(Duration.ofDays(700)), Step.DAY, 700);
                double[] values = new double[700];
                for (int i = 0; i < values.length; i++) {
                    values[i] = share * level(i);
                }
                usage.put(kind, new TimeSeries(new SeriesKey(server.id(), kind.metric(), Statistic.P95), grid, values));
            }
            recommendations.add(
                    Rightsizer.recommend(server, usage, Shapes.shipped(), policy, CommitmentCover.unknown()));
        }
        return FleetRightsizing.of(policy, PriceBasis.shipped(Shapes.priceDate()), recommendations, decisions);
    }
}
