package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Generates a fleet: plans it, draws its metrics, writes its bill and the truth about it.
///
/// The files depend on the specification and the price list only, not on the number of threads. Memory holds
/// the metrics of one server a thread, and one network value a server and billed day.
public final class FleetGenerator {
    /// Changes when the same seed gives other data.
    public static final int VERSION = 3;

    private final List<InstanceShape> shapes;
    private final int threads;

    /// @param shapes the price list
    public FleetGenerator(List<InstanceShape> shapes, int threads) {
        this.shapes = List.copyOf(shapes);
        this.threads = threads;
    }

    /// Writes all files below a folder.
    ///
    /// @throws CancellationException when the listener asked to stop
    public GenerateReport generate(FleetSpec spec, Path folder, GenerationListener listener)
            throws IOException, InterruptedException {
        Generation generation = new Generation(spec, new FleetFolder(folder, spec.packing()), listener);
        List<ServerPlan> plans = FleetPlanner.plan(spec, shapes);
        generation.metrics(plans);
        BigDecimal billed = generation.bill(plans);
        List<ServerTruth> truths = generation.truths(plans);
        InventoryTable.write(generation.out, plans);
        TruthTable.write(generation.out, spec, truths);
        AssetTables.write(generation.out, spec);
        Manifest.write(generation.out, spec, generation.values.get(), billed, truths);
        return new GenerateReport(folder, spec, generation.values.get(), billed, generation.out.files());
    }

    /// One run.
    private final class Generation {
        private final FleetSpec spec;
        private final FleetFolder out;
        private final GenerationListener listener;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong values = new AtomicLong();
        private final Map<String, ServerTruth> truths = new ConcurrentHashMap<>();
        private final Map<String, double[]> network = new ConcurrentHashMap<>();

        Generation(FleetSpec spec, FleetFolder out, GenerationListener listener) {
            this.spec = spec;
            this.out = out;
            this.listener = listener;
        }

        void metrics(List<ServerPlan> plans) throws IOException, InterruptedException {
            MetricSimulator simulator = new MetricSimulator(spec);
            List<Callable<BigDecimal>> tasks = new ArrayList<>();
            for (Archetype archetype : Archetype.values()) {
                List<ServerPlan> mine =
                        plans.stream().filter(p -> p.archetype() == archetype).toList();
                if (!mine.isEmpty()) {
                    tasks.add(() -> write(archetype, mine, simulator));
                }
            }
            runAll(tasks);
        }

        private BigDecimal write(Archetype archetype, List<ServerPlan> plans, MetricSimulator simulator)
                throws IOException {
            try (UtilizationTables tables = new UtilizationTables(spec, out, archetype)) {
                for (ServerPlan plan : plans) {
                    stopIfCancelled();
                    ServerMetrics metrics = simulator.simulate(plan);
                    tables.write(plan, metrics);
                    truths.put(plan.id(), ServerTruth.of(plan, metrics));
                    network.put(plan.id(), networkUse(metrics));
                    listener.report("Generating metrics", done.incrementAndGet(), spec.servers());
                }
                values.addAndGet(tables.values());
            }
            return BigDecimal.ZERO;
        }

        BigDecimal bill(List<ServerPlan> plans) throws IOException, InterruptedException {
            BillTables bill = new BillTables(spec, plans, this::megabits);
            List<YearMonth> months = bill.months();
            done.set(0);
            List<Callable<BigDecimal>> tasks = new ArrayList<>();
            for (YearMonth month : months) {
                tasks.add(() -> {
                    stopIfCancelled();
                    BigDecimal billed = bill.write(out, month);
                    listener.report("Generating the bill", done.incrementAndGet(), months.size());
                    return billed;
                });
            }
            return runAll(tasks);
        }

        List<ServerTruth> truths(List<ServerPlan> plans) {
            return plans.stream()
                    .map(plan -> Objects.requireNonNull(truths.get(plan.id()), plan.id()))
                    .toList();
        }

        /// Daily network means; a day without measurement repeats the day before.
        private double[] networkUse(ServerMetrics metrics) {
            double[] means = new double[spec.days()];
            Arrays.setAll(means, day -> metrics.mean(ResourceKind.NETWORK, day));
            double last = 0;
            for (int day = 0; day < means.length; day++) {
                last = Double.isNaN(means[day]) ? last : means[day];
                means[day] = last;
            }
            return means;
        }

        private double megabits(String server, LocalDate day) {
            double[] means = Objects.requireNonNull(network.get(server), server);
            return means[Math.toIntExact(ChronoUnit.DAYS.between(spec.firstDay(), day))];
        }

        private void stopIfCancelled() {
            if (listener.cancelled()) {
                throw new CancellationException("The generation was stopped.");
            }
        }

        /// Runs all tasks and adds up their results.
        private BigDecimal runAll(List<Callable<BigDecimal>> tasks) throws IOException, InterruptedException {
            BigDecimal sum = BigDecimal.ZERO;
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (Future<BigDecimal> task : pool.invokeAll(tasks)) {
                    sum = sum.add(task.get());
                }
                return sum;
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }

        private IOException failure(ExecutionException failure) {
            if (failure.getCause() instanceof IOException io) {
                return io;
            }
            if (failure.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException("The generation failed.", failure);
        }
    }
}
