package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Deals out archetypes and roles so that their counts follow the planned shares exactly.
final class RoleCast {
    private RoleCast() {}

    /// One server's part.
    record Part(Archetype archetype, Role role, ResourceKind driver) {}

    /// The parts of a fleet, grouped by archetype.
    static List<Part> deal(int servers, RandomGenerator random) {
        List<Archetype> archetypes = archetypes(servers);
        List<Role> roles = new ArrayList<>(Collections.nCopies(servers, Role.STEADY));
        List<Integer> order = shuffled(servers, random);
        for (Role role : Role.values()) {
            Set<Archetype> had = EnumSet.noneOf(Archetype.class);
            for (int n = count(role, servers); n > 0; n--) {
                pick(role, archetypes, roles, order, had).ifPresent(i -> roles.set(i, role));
            }
        }
        List<Part> parts = new ArrayList<>();
        int[] turn = new int[Archetype.values().length];
        for (int i = 0; i < servers; i++) {
            Archetype archetype = archetypes.get(i);
            Role role = roles.get(i);
            boolean full = role == Role.SOON_FULL || role == Role.NEAR_LIMIT;
            int next = full ? turn[archetype.ordinal()]++ : 0;
            parts.add(new Part(archetype, role, driver(archetype, next)));
        }
        return parts;
    }

    /// A free server for a role, if there is one; each archetype in turn.
    private static Optional<Integer> pick(
            Role role, List<Archetype> archetypes, List<Role> roles, List<Integer> order, Set<Archetype> had) {
        List<Integer> free = order.stream()
                .filter(i -> roles.get(i) == Role.STEADY && suits(role, archetypes.get(i)))
                .toList();
        Optional<Integer> fresh =
                free.stream().filter(i -> !had.contains(archetypes.get(i))).findFirst();
        if (fresh.isEmpty()) {
            had.clear();
        }
        Optional<Integer> found = fresh.isPresent() ? fresh : free.stream().findFirst();
        found.ifPresent(i -> had.add(archetypes.get(i)));
        return found;
    }

    /// Largest remainders: every archetype gets its share up to one server.
    private static List<Archetype> archetypes(int servers) {
        Archetype[] all = Archetype.values();
        int[] counts =
                Arrays.stream(all).mapToInt(a -> (int) (a.share() * servers)).toArray();
        List<Archetype> byRemainder = new ArrayList<>(List.of(all));
        byRemainder.sort((a, b) -> Double.compare(b.share() * servers % 1, a.share() * servers % 1));
        int left = servers - Arrays.stream(counts).sum();
        for (int i = 0; i < left; i++) {
            counts[byRemainder.get(i % all.length).ordinal()]++;
        }
        List<Archetype> dealt = new ArrayList<>();
        for (Archetype archetype : all) {
            dealt.addAll(Collections.nCopies(counts[archetype.ordinal()], archetype));
        }
        return dealt;
    }

    private static List<Integer> shuffled(int count, RandomGenerator random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static int count(Role role, int servers) {
        double share = switch (role) {
            case STEADY -> 0;
            case SOON_FULL -> 0.09;
            case NEAR_LIMIT -> 0.12;
            case SATURATED -> 0.02;
            case DECLINING -> 0.08;
            case IDLE -> 0.06;
            case OVERSIZED -> 0.24;
        };
        return (int) Math.round(share * servers);
    }

    private static boolean suits(Role role, Archetype archetype) {
        return switch (role) {
            case STEADY, OVERSIZED -> true;
            case SOON_FULL, NEAR_LIMIT -> archetype != Archetype.DEVTEST;
            case SATURATED -> archetype == Archetype.BATCH || archetype == Archetype.ANALYTICS;
            case DECLINING -> archetype != Archetype.CACHE;
            case IDLE -> archetype == Archetype.DEVTEST || archetype == Archetype.WEB || archetype == Archetype.BATCH;
        };
    }

    /// The resource that runs out first, taking turns within an archetype.
    private static ResourceKind driver(Archetype archetype, int turn) {
        List<ResourceKind> kinds = switch (archetype) {
            case WEB -> List.of(ResourceKind.CPU, ResourceKind.NETWORK);
            case DATABASE -> List.of(ResourceKind.DISK_IO, ResourceKind.CPU, ResourceKind.MEMORY);
            case BATCH, DEVTEST -> List.of(ResourceKind.CPU);
            case CACHE -> List.of(ResourceKind.MEMORY, ResourceKind.NETWORK);
            case ANALYTICS -> List.of(ResourceKind.CPU, ResourceKind.MEMORY);
        };
        return kinds.get(turn % kinds.size());
    }
}
