package dev.headroom.app.usecase;

import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.PriceOrigin;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ShippedServicePrices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The prices of what is no server: those of block storage and of databases from the lists that were pulled,
/// where there are such, else and of everything else those that ship with the product. Where classes of
/// databases were pulled, none of the shipped ones of that region is left among them.
///
/// @param pulled the origin of what was pulled, by scope and region
record KnownServicePrices(PriceSheet sheet, Map<PriceScope, Map<String, PriceOrigin>> pulled) {
    static KnownServicePrices of(PriceBook book) {
        PriceSheet shipped = ShippedServicePrices.load();
        Map<String, Map<PriceItem, Money>> prices = new HashMap<>(shipped.prices());
        Map<PriceScope, Map<String, PriceOrigin>> pulled = new EnumMap<>(PriceScope.class);
        List<DatabaseClass> classes = new ArrayList<>();
        for (PriceBook.Dated dated : book.latest(PriceScope.MACHINES)) {
            if (!dated.list().items().isEmpty()) {
                merge(dated, prices, pulled);
            }
        }
        for (PriceBook.Dated dated : book.latest(PriceScope.DATABASES)) {
            if (!dated.list().databases().isEmpty()) {
                merge(dated, prices, pulled);
                classes.addAll(dated.list().databases());
            }
        }
        Map<String, PriceOrigin> databases = pulled.getOrDefault(PriceScope.DATABASES, Map.of());
        shipped.databases().stream()
                .filter(one -> !databases.containsKey(one.region()))
                .forEach(classes::add);
        return new KnownServicePrices(new PriceSheet(prices, classes), pulled);
    }

    private static void merge(
            PriceBook.Dated dated,
            Map<String, Map<PriceItem, Money>> prices,
            Map<PriceScope, Map<String, PriceOrigin>> pulled) {
        String region = dated.version().region();
        Map<PriceItem, Money> items = new EnumMap<>(PriceItem.class);
        items.putAll(prices.getOrDefault(region, Map.of()));
        dated.list()
                .items()
                .forEach((item, price) ->
                        items.put(item, new Money(price, dated.version().currency())));
        prices.put(region, items);
        pulled.computeIfAbsent(dated.version().scope(), _ -> new HashMap<>())
                .put(region, Shapes.origin(dated.version()));
    }

    /// Where the prices of some assets come from.
    PriceBasis basis(Collection<Asset> assets) {
        SortedMap<PriceOrigin, SortedSet<String>> regions = new TreeMap<>();
        Map<String, String> sources = new HashMap<>();
        for (Asset asset : assets) {
            PriceOrigin origin = origin(asset);
            regions.computeIfAbsent(origin, _ -> new TreeSet<>()).add(asset.region());
            sources.put(asset.id(), PriceBasis.source(origin, asset.region()));
        }
        return regions.isEmpty() ? PriceBasis.shipped(shipped().date()) : new PriceBasis(regions, sources);
    }

    private PriceOrigin origin(Asset asset) {
        return scope(asset.kind())
                .map(scope -> pulled.getOrDefault(scope, Map.of()))
                .map(origins -> origins.get(asset.region()))
                .orElseGet(KnownServicePrices::shipped);
    }

    private static PriceOrigin shipped() {
        return new PriceOrigin(Shapes.SHIPPED, ShippedServicePrices.priceDate());
    }

    /// The lists that have prices of a kind; empty for what is not pulled.
    private static Optional<PriceScope> scope(AssetKind kind) {
        return switch (kind) {
            case VOLUME, SNAPSHOT -> Optional.of(PriceScope.MACHINES);
            case DATABASE -> Optional.of(PriceScope.DATABASES);
            case FUNCTION, ADDRESS, LOAD_BALANCER -> Optional.empty();
        };
    }
}
