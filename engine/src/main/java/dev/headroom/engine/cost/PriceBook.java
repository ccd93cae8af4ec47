package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/// List prices of instance types by region, with the day they were valid on. A type, region or price that is
/// not in the book is unknown, never free.
///
/// @param priceDate the day of the prices, shown wherever they are used
public record PriceBook(ShapeCatalog shapes, LocalDate priceDate) {
    public PriceBook {
        Objects.requireNonNull(shapes, "shapes");
        Objects.requireNonNull(priceDate, "priceDate");
    }

    /// The on-demand price of one hour.
    public Optional<Money> hour(String instanceType, String region) {
        return shapes.find(instanceType, region).flatMap(InstanceShape::onDemandHour);
    }

    /// The on-demand price of a month of 730 hours, unrounded.
    public Optional<Money> month(String instanceType, String region) {
        return shapes.find(instanceType, region).flatMap(InstanceShape::onDemandMonth);
    }

    /// How many days old the prices are; negative when `today` is before the price date.
    public long ageDays(LocalDate today) {
        return ChronoUnit.DAYS.between(priceDate, today);
    }
}
