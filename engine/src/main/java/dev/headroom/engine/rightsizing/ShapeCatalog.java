package dev.headroom.engine.rightsizing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The instance types that are known, by type and region. One type has at most one shape in a region.
public final class ShapeCatalog {
    private static final Comparator<InstanceShape> BY_SIZE = Comparator.comparingDouble(InstanceShape::vcpu)
            .thenComparingDouble(InstanceShape::memoryGib)
            .thenComparing(InstanceShape::instanceType);

    private final List<InstanceShape> shapes;
    private final Map<Place, InstanceShape> byPlace;
    private final Map<String, List<InstanceShape>> byRegion;
    private final Map<InstanceShape, PriceOrigin> origins;

    /// @param shapes in any order
    /// @throws IllegalArgumentException when a type is given twice for one region
    public ShapeCatalog(List<InstanceShape> shapes) {
        this(shapes, Map.of());
    }

    /// @param shapes in any order
    /// @param origins where the prices of shapes come from, where that is known
    /// @throws IllegalArgumentException when a type is given twice for one region
    public ShapeCatalog(List<InstanceShape> shapes, Map<InstanceShape, PriceOrigin> origins) {
        this.origins = Map.copyOf(origins);
        this.shapes = List.copyOf(shapes);
        this.byPlace = this.shapes.stream()
                .collect(Collectors.toUnmodifiableMap(
                        shape -> new Place(shape.instanceType(), shape.region()),
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalArgumentException("instanceType (" + first.instanceType()
                                    + ") is given twice for region (" + first.region() + ").");
                        }));
        this.byRegion = this.shapes.stream()
                .sorted(BY_SIZE)
                .collect(Collectors.groupingBy(InstanceShape::region, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    public List<InstanceShape> shapes() {
        return shapes;
    }

    public Optional<InstanceShape> find(String instanceType, String region) {
        return Optional.ofNullable(byPlace.get(new Place(instanceType, region)));
    }

    /// Where the price of a type in a region comes from; empty when that is not known.
    public Optional<PriceOrigin> origin(String instanceType, String region) {
        return find(instanceType, region).map(origins::get);
    }

    /// All shapes of a region, smallest first: by vCPU, then memory, then name.
    public List<InstanceShape> in(String region) {
        return byRegion.getOrDefault(region, List.of());
    }

    /// The sizes of one family in a region, smallest first.
    public List<InstanceShape> family(String family, String region) {
        return in(region).stream()
                .filter(shape -> shape.family().equals(family))
                .toList();
    }

    /// The shapes of a region that the provider still recommends, of one architecture, smallest first.
    public List<InstanceShape> currentGeneration(String architecture, String region) {
        return in(region).stream()
                .filter(shape ->
                        shape.currentGeneration() && shape.architecture().equals(architecture))
                .toList();
    }

    public List<String> regions() {
        return List.copyOf(byRegion.keySet());
    }

    private record Place(String instanceType, String region) {}
}
