package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.PriceOrigin;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ShippedPrices;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The machine shapes and list prices: those that ship with the product, and those that were pulled.
public final class Shapes {
    /// What the list inside the product is called.
    static final String SHIPPED = "shipped";

    private Shapes() {}

    public static ShapeCatalog shipped() {
        PriceOrigin origin = new PriceOrigin(SHIPPED, priceDate());
        List<InstanceShape> shapes = ShippedPrices.load();
        Map<InstanceShape, PriceOrigin> origins = new HashMap<>();
        shapes.forEach(shape -> origins.put(shape, origin));
        return new ShapeCatalog(shapes, origins);
    }

    /// What a workspace knows: the prices that were pulled where they have the type and region, else the
    /// shipped ones.
    public static ShapeCatalog known(OpenWorkspace workspace) throws UseCaseException {
        return known(workspace, shipped());
    }

    /// @param otherwise for the types and regions that were not pulled
    public static ShapeCatalog known(OpenWorkspace workspace, ShapeCatalog otherwise) throws UseCaseException {
        try {
            List<PriceBook.Dated> pulled = workspace.storage().prices().latest(PriceScope.MACHINES);
            if (pulled.isEmpty()) {
                return otherwise;
            }
            Map<Place, InstanceShape> shapes = new LinkedHashMap<>();
            Map<InstanceShape, PriceOrigin> origins = new HashMap<>();
            for (InstanceShape shape : otherwise.shapes()) {
                shapes.put(Place.of(shape), shape);
                otherwise.origin(shape.instanceType(), shape.region()).ifPresent(from -> origins.put(shape, from));
            }
            for (PriceBook.Dated dated : pulled) {
                PriceOrigin origin = origin(dated.version());
                for (InstanceShape shape : dated.list().shapes()) {
                    shapes.put(Place.of(shape), shape);
                    origins.put(shape, origin);
                }
            }
            return new ShapeCatalog(new ArrayList<>(shapes.values()), origins);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private record Place(String type, String region) {
        static Place of(InstanceShape shape) {
            return new Place(shape.instanceType(), shape.region());
        }
    }

    /// Prices are those of the day on which they were pulled last.
    static PriceOrigin origin(PriceBook.Version version) {
        return new PriceOrigin(version.source(), LocalDate.ofInstant(version.confirmed(), ZoneOffset.UTC));
    }

    /// The day of the shipped prices.
    public static LocalDate priceDate() {
        return ShippedPrices.priceDate();
    }
}
