package dev.headroom.app.fleet;

import dev.headroom.engine.fleet.AssetFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// Writes the inventory of what is no server, what it used by the day, and what is planted in it. They are
/// not on the bill.
final class AssetTables {
    /// The columns of the metrics, as an import reads them.
    static final List<String> METRICS = List.of(
            AssetCast.CPU,
            AssetCast.FREEABLE,
            AssetCast.CONNECTIONS,
            AssetCast.IOPS,
            AssetCast.DISK,
            AssetCast.USED,
            AssetCast.CALLS,
            AssetCast.DURATION,
            AssetCast.LONGEST,
            AssetCast.MEMORY,
            AssetCast.REQUESTS);

    private static final int MOST_DAYS = 120;
    private static final double WEEKEND = 0.85;
    private static final double DEVIATION = 0.04;
    private static final double MEMORY = 0.5;
    /// Noise beyond this is cut off, so that what is planted to fit does fit.
    private static final double MOST_NOISE = 0.1;

    private AssetTables() {}

    static void write(FleetFolder folder, FleetSpec spec) throws IOException {
        List<AssetPlan> plans = AssetCast.of(spec.lastDay());
        inventory(folder, plans);
        truth(folder, plans);
        metrics(folder, spec, plans);
    }

    private static void inventory(FleetFolder folder, List<AssetPlan> plans) throws IOException {
        List<AssetFact> facts = new ArrayList<>(List.of(AssetFact.values()));
        facts.removeIf(fact -> plans.stream().allMatch(plan -> plan.fact(fact).isEmpty()));
        try (TableWriter table = folder.open("inventory/assets.csv")) {
            List<String> header = new ArrayList<>(
                    List.of("resource", "kind", "name", "provider", "account", "region", "environment", "type"));
            facts.forEach(fact -> header.add(fact.column()));
            UtilizationTables.header(table, header);
            for (AssetPlan plan : plans) {
                table.cell(plan.id());
                table.cell(plan.kind().code());
                table.cell(plan.id());
                table.cell("AWS");
                table.cell(plan.account().id());
                table.cell(plan.account().site().region());
                table.cell(plan.account().environment());
                table.cell(plan.type());
                for (AssetFact fact : facts) {
                    table.cell(plan.fact(fact));
                }
                table.endRow();
            }
        }
    }

    private static void truth(FleetFolder folder, List<AssetPlan> plans) throws IOException {
        try (TableWriter table = folder.open("truth-assets.csv")) {
            UtilizationTables.header(table, List.of("resource", "kind", "planted"));
            for (AssetPlan plan : plans) {
                table.cell(plan.id());
                table.cell(plan.kind().code());
                table.cell(plan.planted());
                table.endRow();
            }
        }
    }

    private static void metrics(FleetFolder folder, FleetSpec spec, List<AssetPlan> plans) throws IOException {
        int days = Math.min(MOST_DAYS, spec.days());
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of(FleetPlanner.ALGORITHM)
                .create(~spec.seed());
        try (TableWriter table = folder.table("utilization/assets")) {
            List<String> header = new ArrayList<>(List.of("timestamp", "resource"));
            header.addAll(METRICS);
            UtilizationTables.header(table, header);
            for (AssetPlan plan : plans) {
                RandomGenerator random = root.split();
                if (plan.isMeasured()) {
                    rows(table, plan, spec.lastDay().minusDays(days - 1L), days, new Noise(random, MEMORY, DEVIATION));
                }
            }
        }
    }

    private static void rows(TableWriter table, AssetPlan plan, LocalDate first, int days, Noise noise)
            throws IOException {
        byte[] id = plan.id().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            double factor = day.getDayOfWeek().getValue() > 5 ? WEEKEND : 1;
            table.bytes(day.toString().getBytes(StandardCharsets.US_ASCII));
            table.bytes(id);
            double wobble = Math.clamp(noise.next(), -MOST_NOISE, MOST_NOISE);
            for (String column : METRICS) {
                table.number(value(column, plan.level(column), factor, wobble));
            }
            table.endRow();
        }
    }

    /// What is a rate or a sum follows the week; what is held does not.
    private static double value(String column, double level, double factor, double wobble) {
        return switch (column) {
            case AssetCast.FREEABLE -> level * (1 - wobble / 4);
            case AssetCast.MEMORY, AssetCast.USED -> level * (1 + wobble / 8);
            case AssetCast.CONNECTIONS, AssetCast.CALLS, AssetCast.REQUESTS -> Math.rint(level * factor * (1 + wobble));
            default -> level * factor * (1 + wobble);
        };
    }
}
