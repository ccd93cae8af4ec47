package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.LoadProfiles.between;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// Decides what every server of a fleet is, from the seed alone.
final class FleetPlanner {
    static final String ALGORITHM = "L64X128MixRandom";
    private static final double YOUNG_SHARE = 0.12;
    private static final double RESIZED_SHARE = 0.17;
    private static final double RELEASE_SHARE = 0.15;
    /// A server below this level may once have had half of its size; a fuller one had twice its size.
    private static final double HALF_WAS_TOO_SMALL = 47;

    private final FleetSpec spec;
    private final MachineChoice machines;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Archetype, Integer> accountTurns = new EnumMap<>(Archetype.class);

    private FleetPlanner(FleetSpec spec, MachineChoice machines) {
        this.spec = spec;
        this.machines = machines;
    }

    /// The servers of a fleet, grouped by archetype.
    static List<ServerPlan> plan(FleetSpec spec, List<InstanceShape> shapes) {
        SplittableGenerator root =
                RandomGeneratorFactory.<SplittableGenerator>of(ALGORITHM).create(spec.seed());
        FleetPlanner planner = new FleetPlanner(spec, new MachineChoice(shapes));
        List<ServerPlan> plans = new ArrayList<>();
        for (RoleCast.Part part : RoleCast.deal(spec.servers(), root.split())) {
            plans.add(planner.plan(part, root.split()));
        }
        return List.copyOf(plans);
    }

    private ServerPlan plan(RoleCast.Part part, SplittableGenerator random) {
        Account account = account(part.archetype());
        LoadProfile profile = LoadProfiles.draw(part.archetype(), part.role(), random);
        Map<ResourceKind, Double> targets =
                TargetLevels.draw(part.archetype(), part.role(), part.driver(), profile, random);
        List<SizedSpan> spans = spans(part, account.site(), targets, random);
        boolean leaks = part.archetype() == Archetype.CACHE && part.role() == Role.STEADY && random.nextInt(3) > 0;
        return new ServerPlan(
                name(part.archetype(), account.site()),
                part.archetype(),
                part.role(),
                part.driver(),
                account,
                spans,
                tags(part.archetype(), account, random),
                targets,
                growth(part, random),
                memoryGrowth(part, random),
                profile,
                leaks ? 18 + random.nextInt(25) : 0,
                release(part.role(), random),
                random.nextLong());
    }

    private String name(Archetype archetype, Site site) {
        String stem = archetype.prefix() + "-" + site.label() + "-";
        int number = numbers.merge(stem, 1, Integer::sum);
        return stem + (number < 10 ? "0" : "") + number;
    }

    /// The accounts of an archetype in turn, so that also a small fleet has them in the right shares.
    private Account account(Archetype archetype) {
        List<Account> turns = switch (archetype) {
            case DEVTEST -> List.of(Account.DEVELOPMENT, Account.DEVELOPMENT, Account.STAGING, Account.DEVELOPMENT);
            case ANALYTICS -> List.of(Account.DATA_PLATFORM, Account.DATA_PLATFORM, Account.PROD_GOV);
            case BATCH -> List.of(Account.DATA_PLATFORM, Account.PROD_US, Account.DATA_PLATFORM, Account.PROD_GOV);
            case WEB, DATABASE, CACHE ->
                List.of(
                        Account.PROD_US,
                        Account.PROD_US,
                        Account.PROD_GOV,
                        Account.PROD_US,
                        Account.STAGING,
                        Account.PROD_US,
                        Account.PROD_GOV,
                        Account.PROD_US);
        };
        return turns.get(accountTurns.merge(archetype, 1, Integer::sum) % turns.size());
    }

    /// From the launch on, with at most one resize. Most servers are older than the history.
    private List<SizedSpan> spans(
            RoleCast.Part part, Site site, Map<ResourceKind, Double> targets, RandomGenerator random) {
        InstanceShape shape = machines.draw(part.archetype(), part.role(), site.region(), random);
        LocalDate first = spec.firstDay();
        int span = spec.days();
        boolean young = random.nextDouble() < YOUNG_SHARE && part.role() != Role.SOON_FULL;
        if (young && span > 300) {
            int age = 150 + random.nextInt(Math.min(750, span - 200));
            return List.of(new SizedSpan(at(spec.lastDay().minusDays(age), random), shape));
        }
        SizedSpan now = new SizedSpan(at(first.minusDays(20 + random.nextInt(500)), random), shape);
        boolean fits = part.role() == Role.STEADY || part.role() == Role.NEAR_LIMIT || part.role() == Role.OVERSIZED;
        boolean resized = random.nextDouble() < RESIZED_SHARE;
        int daysAgo = 120 + random.nextInt(Math.clamp(span - 240L, 1, 800));
        Instant when = at(spec.lastDay().minusDays(daysAgo), random);
        double fullest =
                Math.max(targets.getOrDefault(ResourceKind.CPU, 0.0), targets.getOrDefault(ResourceKind.MEMORY, 0.0));
        Optional<InstanceShape> before = machines.scaled(shape, fullest < HALF_WAS_TOO_SMALL ? 0.5 : 2);
        if (!fits || !resized || before.isEmpty() || daysAgo >= span) {
            return List.of(now);
        }
        return List.of(new SizedSpan(now.from(), before.get()), new SizedSpan(when, shape));
    }

    /// A full hour of the working day.
    private static Instant at(LocalDate day, RandomGenerator random) {
        return day.atTime(13 + random.nextInt(8), 0).toInstant(ZoneOffset.UTC);
    }

    private static Growth growth(RoleCast.Part part, RandomGenerator random) {
        double bend = between(random, 0.8, 2);
        double early = between(random, 0, 0.14);
        boolean fromMemory = part.driver() == ResourceKind.MEMORY;
        return switch (part.role()) {
            case SOON_FULL ->
                fromMemory
                        ? new Growth.Bent(between(random, 0.02, 0.08), early, bend)
                        : new Growth.Bent(between(random, 0.36, 0.5), 0.07, between(random, 0.8, 1.2));
            case NEAR_LIMIT -> new Growth.Bent(between(random, 0.03, 0.1), early, bend);
            case SATURATED -> new Growth.Bent(0.12, early, bend);
            case DECLINING -> new Growth.Bent(-between(random, 0.25, 0.5), -0.05, bend);
            case IDLE -> new Growth.Bent(0, 0, 1);
            case STEADY, OVERSIZED ->
                random.nextInt(8) == 0
                        ? new Growth.Saturating(between(random, 0.45, 0.65), between(random, 1.4, 2.2))
                        : new Growth.Bent(between(random, -0.04, 0.1), early, bend);
        };
    }

    private static Growth memoryGrowth(RoleCast.Part part, RandomGenerator random) {
        double bend = between(random, 0.8, 2);
        boolean driven = part.driver() == ResourceKind.MEMORY;
        return switch (part.role()) {
            case SOON_FULL -> new Growth.Bent(driven ? between(random, 0.3, 0.5) : 0.03, 0.04, between(random, 0.7, 1));
            case DECLINING -> new Growth.Bent(-0.06, 0, bend);
            case IDLE -> new Growth.Bent(0, 0, 1);
            case STEADY, NEAR_LIMIT, SATURATED, OVERSIZED ->
                new Growth.Bent(between(random, -0.01, 0.05), between(random, 0, 0.08), bend);
        };
    }

    private ServerPlan.Release release(Role role, RandomGenerator random) {
        boolean calm = role == Role.STEADY || role == Role.OVERSIZED;
        double years = between(random, 0.35, Math.max(0.4, 0.8 * spec.years()));
        double factor = random.nextInt(3) == 0 ? between(random, 0.7, 0.85) : between(random, 1.2, 1.5);
        return calm && random.nextDouble() < RELEASE_SHARE
                ? new ServerPlan.Release(years, factor)
                : ServerPlan.Release.NONE;
    }

    /// The tags as people set them: some are missing.
    private static Map<String, String> tags(Archetype archetype, Account account, RandomGenerator random) {
        List<String> projects = switch (archetype) {
            case WEB -> List.of("storefront", "checkout", "partner-portal", "identity");
            case DATABASE -> List.of("checkout", "ledger", "identity", "catalogue");
            case BATCH -> List.of("billing-run", "ledger", "catalogue");
            case CACHE -> List.of("storefront", "identity", "catalogue");
            case ANALYTICS -> List.of("reporting", "demand-planning");
            case DEVTEST -> List.of("storefront", "ledger", "reporting");
        };
        String project = projects.get(random.nextInt(projects.size()));
        Map<String, String> tags = new LinkedHashMap<>();
        if (random.nextDouble() > 0.08) {
            tags.put("cost-centre", costCentre(project));
        }
        if (random.nextDouble() > 0.1) {
            tags.put("project", project);
        }
        if (random.nextDouble() > 0.14) {
            tags.put("team", team(project));
        }
        if (random.nextDouble() > 0.04) {
            tags.put("environment", account.environment());
        }
        return tags;
    }

    private static String costCentre(String project) {
        return switch (project) {
            case "storefront", "catalogue", "partner-portal" -> "CC-4100";
            case "checkout", "ledger", "billing-run" -> "CC-4200";
            case "identity" -> "CC-5300";
            default -> "CC-6100";
        };
    }

    private static String team(String project) {
        return switch (project) {
            case "storefront", "partner-portal" -> "web-experience";
            case "catalogue" -> "merchandise";
            case "checkout", "ledger", "billing-run" -> "payments";
            case "identity" -> "platform";
            default -> "data";
        };
    }
}
