package dev.headroom.app.fleet;

import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Chooses the instance type of a server among the shapes of the price list.
final class MachineChoice {
    private final Map<String, InstanceShape> byPlace;
    private final List<InstanceShape> shapes;

    MachineChoice(List<InstanceShape> shapes) {
        this.shapes = shapes.stream()
                .filter(shape -> shape.onDemandHour().isPresent()
                        && shape.networkMbps().isPresent()
                        && shape.diskMbps().isPresent())
                .toList();
        this.byPlace = this.shapes.stream()
                .collect(Collectors.toMap(
                        shape -> key(shape.instanceType(), shape.region()),
                        Function.identity(),
                        (first, again) -> first));
    }

    /// A type that is usual for the work; oversized servers get one of the larger sizes.
    InstanceShape draw(Archetype archetype, Role role, String region, RandomGenerator random) {
        List<String> sizes = sizes(archetype);
        List<String> families = families(archetype).stream()
                .filter(family ->
                        sizes.stream().allMatch(size -> byPlace.containsKey(key(family + "." + size, region))))
                .toList();
        String family = families.get(random.nextInt(families.size()));
        int size = role == Role.OVERSIZED
                ? sizes.size() - 1 - random.nextInt(Math.min(2, sizes.size()))
                : random.nextInt(sizes.size());
        return find(family + "." + sizes.get(size), region);
    }

    InstanceShape find(String type, String region) {
        return Optional.ofNullable(byPlace.get(key(type, region)))
                .orElseThrow(() -> new IllegalStateException("No price for " + type + " in " + region + "."));
    }

    /// The type of the same family that has `factor` times the processors, if there is one.
    Optional<InstanceShape> scaled(InstanceShape shape, double factor) {
        return shapes.stream()
                .filter(other -> other.family().equals(shape.family())
                        && other.region().equals(shape.region())
                        && other.vcpu() == shape.vcpu() * factor
                        && other.memoryGib() == shape.memoryGib() * factor)
                .min(Comparator.comparing(InstanceShape::instanceType));
    }

    private static List<String> families(Archetype archetype) {
        return switch (archetype) {
            case WEB -> List.of("c6a", "c6a", "c6i", "m6a", "c5a");
            case DATABASE -> List.of("r6a", "r5a", "r6i", "r5a");
            case BATCH -> List.of("c6a", "c5a", "m5a", "c5");
            case CACHE -> List.of("r6g", "r6g", "r7g");
            case ANALYTICS -> List.of("r6a", "m6a", "m5a", "r5");
            case DEVTEST -> List.of("t3a", "t3a", "t3");
        };
    }

    private static List<String> sizes(Archetype archetype) {
        return switch (archetype) {
            case WEB -> List.of("large", "xlarge", "xlarge", "2xlarge");
            case DATABASE, BATCH -> List.of("xlarge", "2xlarge", "2xlarge", "4xlarge");
            case CACHE -> List.of("large", "xlarge", "2xlarge");
            case ANALYTICS -> List.of("2xlarge", "2xlarge", "4xlarge");
            case DEVTEST -> List.of("medium", "large", "large", "xlarge");
        };
    }

    private static String key(String type, String region) {
        return type + "@" + region;
    }
}
