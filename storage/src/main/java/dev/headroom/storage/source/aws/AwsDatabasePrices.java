package dev.headroom.storage.source.aws;

import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the list prices of Amazon RDS of a region: classes of the engines that the advice knows, in one zone and with
/// a standby in another, and their storage.
///
/// Engines with licences and Aurora are left out: their storage, parameters and licences are others, so that no advice
/// could be given. So are classes with disks of their own, whose use is not measured, clusters of three, and what runs
/// outside the region. Of two prices of the same the higher one is taken.
public final class AwsDatabasePrices implements AwsPriceList {
    private static final String SERVICE = "AmazonRDS";
    private static final String CLASSES = "Database Instance";
    private static final String CLASS = "instanceType";
    private static final String ENGINE = "databaseEngine";
    private static final String DEPLOYMENT = "deploymentOption";
    private static final String ONE_ZONE = "Single-AZ";
    private static final String TWO_ZONES = "Multi-AZ";
    private static final String ANY = "Any";
    private static final Map<String, String> HERE =
            Map.of("locationType", "AWS Region", "licenseModel", "No license required");
    private static final Map<String, String> ENGINES =
            Map.of("MySQL", "mysql", "MariaDB", "mariadb", "PostgreSQL", "postgres");
    private static final List<String> STORAGE = List.of("Database Storage", "Provisioned IOPS");
    private static final String MARK = "RDS:";
    private static final String MONTH = "GB-Mo";
    private static final String OPERATIONS = "IOPS-Mo";
    private static final Map<String, Item> ITEMS = Map.of(
            "GP2-Storage", new Item(PriceItem.DATABASE_GP2_GIB, MONTH),
            "GP3-Storage", new Item(PriceItem.DATABASE_GP3_GIB, MONTH),
            "GP3-PIOPS", new Item(PriceItem.DATABASE_GP3_IOPS, OPERATIONS),
            "PIOPS-Storage", new Item(PriceItem.DATABASE_IO1_GIB, MONTH),
            "PIOPS", new Item(PriceItem.DATABASE_IO1_IOPS, OPERATIONS));

    private final PriceProducts products;
    private final String region;

    AwsDatabasePrices(PriceProducts products, String region) {
        this.products = products;
        this.region = region;
    }

    private record Item(PriceItem item, String unit) {}

    @Override
    public PriceScope scope() {
        return PriceScope.DATABASES;
    }

    @Override
    public PriceList read() throws AwsFailureException {
        List<Product> all = new ArrayList<>();
        List<DatabaseClass> classes = new ArrayList<>();
        for (Map.Entry<String, String> engine : new TreeMap<>(ENGINES).entrySet()) {
            List<Product> told = products.of(SERVICE, Map.of(PriceProducts.FAMILY, CLASSES, ENGINE, engine.getKey()));
            all.addAll(told);
            classes.addAll(classes(engine.getKey(), engine.getValue(), told));
        }
        return PriceList.databases(
                AwsEntries.PROVIDER,
                region,
                CurrencyCode.USD,
                AwsPrices.SOURCE,
                PriceProducts.published(all),
                classes,
                storage());
    }

    private List<DatabaseClass> classes(String told, String engine, List<Product> entries) {
        Map<String, Product> alone = new TreeMap<>();
        Map<String, BigDecimal> oneZone = new TreeMap<>();
        Map<String, BigDecimal> twoZones = new TreeMap<>();
        for (Product entry : entries) {
            if (entry.attribute(ENGINE).equals(told) && isComparable(entry)) {
                String name = entry.attribute(CLASS);
                Optional<BigDecimal> hour = entry.onDemand("Hrs");
                String deployment = entry.attribute(DEPLOYMENT);
                if (deployment.equals(ONE_ZONE)) {
                    alone.putIfAbsent(name, entry);
                    hour.ifPresent(price -> oneZone.merge(name, price, BigDecimal::max));
                } else if (deployment.equals(TWO_ZONES)) {
                    hour.ifPresent(price -> twoZones.merge(name, price, BigDecimal::max));
                }
            }
        }
        List<DatabaseClass> classes = new ArrayList<>();
        alone.forEach((name, entry) -> Optional.ofNullable(oneZone.get(name))
                .flatMap(price -> classOf(
                        entry,
                        engine,
                        money(price),
                        Optional.ofNullable(twoZones.get(name)).map(AwsDatabasePrices::money)))
                .ifPresent(classes::add));
        return classes;
    }

    private static boolean isComparable(Product entry) {
        return entry.hasAll(HERE)
                && entry.attribute("deploymentModel").isEmpty()
                && !entry.attribute("storage").matches("\\d.*");
    }

    /// Empty when too little is told of it.
    private Optional<DatabaseClass> classOf(Product entry, String engine, Money hour, Optional<Money> twoZones) {
        String name = entry.attribute(CLASS);
        String[] parts = name.split("\\.");
        String processor = entry.attribute("physicalProcessor");
        Optional<BigDecimal> vcpu = number(entry.attribute("vcpu"));
        Optional<BigDecimal> memory = number(entry.attribute("memory").replace("GiB", ""));
        if (parts.length != 3 || processor.isEmpty() || vcpu.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseClass(
                name,
                parts[1],
                vcpu.get().doubleValue(),
                memory.get().doubleValue(),
                processor.contains("Graviton") ? "arm64" : "amd64",
                parts[1].startsWith("t"),
                entry.attribute("currentGeneration").equals("Yes"),
                engine,
                region,
                hour,
                twoZones));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(Told.number(text.replace(",", ""))).filter(number -> number.signum() > 0);
    }

    private static Money money(BigDecimal price) {
        return new Money(price, CurrencyCode.USD);
    }

    /// That of one zone; a standby has as much again.
    private Map<PriceItem, BigDecimal> storage() throws AwsFailureException {
        Map<PriceItem, BigDecimal> items = new EnumMap<>(PriceItem.class);
        for (String family : STORAGE) {
            for (Product entry : products.of(SERVICE, Map.of(PriceProducts.FAMILY, family, DEPLOYMENT, ONE_ZONE))) {
                String engine = entry.attribute(ENGINE);
                if (entry.attribute(DEPLOYMENT).equals(ONE_ZONE)
                        && (engine.equals(ANY) || ENGINES.containsKey(engine))) {
                    put(entry, items);
                }
            }
        }
        return items;
    }

    private static void put(Product entry, Map<PriceItem, BigDecimal> items) {
        String usage = entry.attribute("usagetype");
        int mark = usage.indexOf(MARK);
        Item item = mark < 0 ? null : ITEMS.get(usage.substring(mark + MARK.length()));
        if (item != null) {
            entry.onDemand(item.unit()).ifPresent(price -> items.merge(item.item(), price, BigDecimal::max));
        }
    }
}
