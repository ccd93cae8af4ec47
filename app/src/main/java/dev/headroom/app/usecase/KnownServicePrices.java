package dev.headroom.app.usecase;

import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.PriceOrigin;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.price.ShippedServicePrices;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The prices of what is no server: those of block storage from the lists that were pulled, where there are
/// such, else and of everything else those that ship with the product.
///
/// @param pulled the origin of what was pulled, by region
record KnownServicePrices(PriceSheet sheet, Map<String, PriceOrigin> pulled) {
    static KnownServicePrices of(PriceBook book) {
        PriceSheet shipped = ShippedServicePrices.load();
        Map<String, Map<PriceItem, Money>> prices = new HashMap<>(shipped.prices());
        Map<String, PriceOrigin> pulled = new HashMap<>();
        for (PriceBook.Dated dated : book.latest()) {
            if (dated.list().items().isEmpty()) {
                continue;
            }
            String region = dated.version().region();
            EnumMap<PriceItem, Money> items = new EnumMap<>(PriceItem.class);
            items.putAll(shipped.prices().getOrDefault(region, Map.of()));
            dated.list()
                    .items()
                    .forEach((item, price) ->
                            items.put(item, new Money(price, dated.version().currency())));
            prices.put(region, items);
            pulled.put(region, Shapes.origin(dated.version()));
        }
        return new KnownServicePrices(new PriceSheet(prices, shipped.databases()), pulled);
    }

    /// Where the prices of some assets come from.
    PriceBasis basis(Collection<Asset> assets) {
        PriceOrigin shipped = new PriceOrigin(Shapes.SHIPPED, ShippedServicePrices.priceDate());
        SortedMap<PriceOrigin, SortedSet<String>> regions = new TreeMap<>();
        for (Asset asset : assets) {
            PriceOrigin origin = isStorage(asset.kind()) ? pulled.getOrDefault(asset.region(), shipped) : shipped;
            regions.computeIfAbsent(origin, _ -> new TreeSet<>()).add(asset.region());
        }
        return regions.isEmpty() ? PriceBasis.shipped(shipped.date()) : new PriceBasis(regions);
    }

    private static boolean isStorage(AssetKind kind) {
        return switch (kind) {
            case VOLUME, SNAPSHOT -> true;
            case DATABASE, FUNCTION, ADDRESS, LOAD_BALANCER -> false;
        };
    }
}
