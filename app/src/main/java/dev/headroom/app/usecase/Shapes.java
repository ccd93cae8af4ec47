package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.storage.source.price.ShippedPrices;
import java.time.LocalDate;

/// The machine shapes and list prices that ship with the product.
public final class Shapes {
    private Shapes() {}

    public static ShapeCatalog shipped() {
        return new ShapeCatalog(ShippedPrices.load());
    }

    /// The day of the shipped prices.
    public static LocalDate priceDate() {
        return ShippedPrices.priceDate();
    }
}
