package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Draws the four metrics of a server from one activity, so that they move together, each with noise of its own.
///
/// Every raw metric is scaled once, such that the median daily p95 of the last calm weeks meets the planned level.
final class MetricSimulator {
    /// How far beyond the history the metrics go on, so that the true breach day is known.
    static final int FUTURE_DAYS = 90;

    private static final int REFERENCE_DAYS = 60;
    private static final double KNEE = 86;

    private final FleetSpec spec;
    private final Map<Site, FleetCalendar> calendars = new EnumMap<>(Site.class);
    private final Map<Archetype, double[]> shared = new EnumMap<>(Archetype.class);

    MetricSimulator(FleetSpec spec) {
        this.spec = spec;
        int days = spec.days() + FUTURE_DAYS;
        for (Site site : Site.values()) {
            calendars.put(site, new FleetCalendar(spec.firstDay(), days, site.zone()));
        }
        SplittableGenerator random = generator(~spec.seed());
        for (Archetype archetype : Archetype.values()) {
            shared.put(archetype, LoadSimulator.shared(days, random.split()));
        }
    }

    /// Draws the metrics of one server. Safe for use by several threads at once.
    ServerMetrics simulate(ServerPlan plan) {
        FleetCalendar calendar = calendars.get(plan.account().site());
        double[] common = shared.get(plan.archetype());
        if (calendar == null || common == null) {
            throw new IllegalStateException("No calendar for " + plan.id() + ".");
        }
        Run run = new Run(plan, calendar, referenceDays(calendar), generator(plan.stream()));
        return run.draw(common);
    }

    private static SplittableGenerator generator(long seed) {
        return RandomGeneratorFactory.<SplittableGenerator>of(FleetPlanner.ALGORITHM)
                .create(seed);
    }

    /// The last days of the history that no quarter end touches.
    private int[] referenceDays(FleetCalendar calendar) {
        return IntStream.range(Math.max(0, spec.days() - REFERENCE_DAYS), spec.days())
                .filter(d -> calendar.quarterEnd(d) == 0)
                .toArray();
    }

    /// The drawing of one server.
    private final class Run {
        private final ServerPlan plan;
        private final FleetCalendar calendar;
        private final int[] reference;
        private final SplittableGenerator random;
        private final double noise;
        private final int[] spanStarts;

        Run(ServerPlan plan, FleetCalendar calendar, int[] reference, SplittableGenerator random) {
            this.plan = plan;
            this.calendar = calendar;
            this.reference = reference;
            this.random = random;
            this.noise = plan.profile().noise();
            this.spanStarts =
                    plan.spans().stream().mapToInt(span -> hourOf(span.from())).toArray();
        }

        ServerMetrics draw(double[] common) {
            double[] activity = new LoadSimulator(calendar, plan.profile()).activity(random.split(), common);
            double[] growth = growth(plan.growth());
            Map<ResourceKind, double[]> metrics = new EnumMap<>(ResourceKind.class);
            metrics.put(ResourceKind.CPU, cpu(activity, growth, random.split()));
            metrics.put(ResourceKind.MEMORY, memory(activity, random.split()));
            metrics.put(ResourceKind.DISK_IO, flow(ResourceKind.DISK_IO, activity, growth, 0.16, random.split()));
            metrics.put(ResourceKind.NETWORK, flow(ResourceKind.NETWORK, activity, growth, 0.09, random.split()));
            double[] present = new MissingHours(calendar.days()).draw(random.split());
            int launch = spanStarts[0];
            for (double[] values : metrics.values()) {
                Arrays.fill(values, 0, Math.clamp(launch, 0, values.length), Double.NaN);
                finish(values, present, random.split());
            }
            return new ServerMetrics(metrics, spec.days(), calendar.days());
        }

        /// The growth factor of every day, with the level shift of a release.
        private double[] growth(Growth growth) {
            double[] factors = new double[calendar.days()];
            ServerPlan.Release release = plan.release();
            for (int d = 0; d < factors.length; d++) {
                double years = (d - spec.days()) / 365.25;
                boolean before = years < -release.yearsBefore();
                factors[d] = growth.at(years) * (before ? 1 / release.factor() : 1);
            }
            return factors;
        }

        private double[] cpu(double[] activity, double[] growth, SplittableGenerator split) {
            Noise own = new Noise(split.split(), 0.6, 0.045 * noise);
            Noise jitter = new Noise(split, 0, 0.02);
            double[] raw = new double[activity.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = 0.02 + activity[i] * growth[i / 24] * StrictMath.exp(own.next() + jitter.next());
            }
            double scale = scale(raw, plan.target(ResourceKind.CPU));
            for (int i = 0; i < raw.length; i++) {
                raw[i] = soft(raw[i] * scale * capacityRatio(ResourceKind.CPU, i));
            }
            return raw;
        }

        /// A floor that is always in use, a part that follows the activity slowly, drift, leaks and restarts.
        private double[] memory(double[] activity, SplittableGenerator split) {
            double follow = follow();
            double[] growth = memoryGrowth();
            Noise drift = new Noise(split.split(), 0.985, 0.018 * Math.min(noise, 1.2));
            Noise jitter = new Noise(split.split(), 0.3, 0.004);
            Restarts restarts = new Restarts(split, plan.leakDays());
            double[] raw = new double[activity.length];
            double smooth = activity[0];
            double typical = Arrays.stream(activity).average().orElse(1);
            for (int i = 0; i < raw.length; i++) {
                smooth += 0.12 * (Math.min(activity[i], 4 * typical) - smooth);
                double level = 1 - follow + follow * smooth / typical;
                raw[i] = growth[i / 24] * (level + drift.next() + jitter.next()) * restarts.nextHour();
            }
            double scale = scale(raw, plan.target(ResourceKind.MEMORY));
            for (int i = 0; i < raw.length; i++) {
                raw[i] = soft(raw[i] * scale * capacityRatio(ResourceKind.MEMORY, i));
            }
            return raw;
        }

        /// The share of the memory that follows the activity.
        private double follow() {
            return switch (plan.archetype()) {
                case WEB -> 0.16;
                case DATABASE -> 0.05;
                case BATCH -> 0.22;
                case CACHE -> 0.04;
                case ANALYTICS -> 0.16;
                case DEVTEST -> 0.18;
            };
        }

        private double[] memoryGrowth() {
            double[] factors = new double[calendar.days()];
            Arrays.setAll(factors, d -> plan.memoryGrowth().at((d - spec.days()) / 365.25));
            return factors;
        }

        /// Disk or network: follows the activity, limited by what the machine of the time can do.
        private double[] flow(
                ResourceKind kind, double[] activity, double[] growth, double spread, SplittableGenerator split) {
            Noise own = new Noise(split, 0.7, spread * Math.min(noise, 1.3));
            double[] raw = new double[activity.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = activity[i] * growth[i / 24] * StrictMath.exp(own.next());
            }
            double capacity = plan.current().capacity(kind);
            double scale = scale(raw, plan.target(kind) / 100 * capacity);
            for (int i = 0; i < raw.length; i++) {
                raw[i] = Math.min(raw[i] * scale, spanAt(i).capacity(kind));
            }
            return raw;
        }

        /// What brings the reference level of a raw metric to its target.
        private double scale(double[] raw, double target) {
            return target / DailyReduction.medianP95(raw, reference);
        }

        /// How much fuller the machine of that hour was than today's would be.
        private double capacityRatio(ResourceKind kind, int hour) {
            return plan.current().capacity(kind) / spanAt(hour).capacity(kind);
        }

        private SizedSpan spanAt(int hour) {
            int found = 0;
            while (found + 1 < spanStarts.length && spanStarts[found + 1] <= hour) {
                found++;
            }
            return plan.spans().get(found);
        }

        private int hourOf(Instant instant) {
            LocalDate first = spec.firstDay();
            return Math.toIntExact(
                    ChronoUnit.HOURS.between(first.atStartOfDay(ZoneOffset.UTC).toInstant(), instant));
        }
    }

    /// Above the knee work queues up, so that 100 % is approached but not passed.
    private static double soft(double percent) {
        double room = 100 - KNEE;
        return percent <= KNEE ? percent : KNEE + room * (1 - StrictMath.exp(-(percent - KNEE) / room));
    }

    /// Removes what was not measured and rounds the rest to two decimals.
    private static void finish(double[] values, double[] present, SplittableGenerator random) {
        for (int i = 0; i < values.length; i++) {
            boolean dropped = random.nextDouble() < MissingHours.SINGLE_VALUE;
            boolean lost = dropped || present[i] == 0 || Double.isNaN(values[i]);
            values[i] = lost ? Double.NaN : Math.round(Math.max(0, values[i]) * 100) / 100.0;
        }
    }
}
