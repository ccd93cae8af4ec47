package dev.headroom.storage.source.price;

import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The public list prices of one scope in one region, as a provider tells them.
///
/// @param source in words
/// @param published when the provider published them, where it says so
/// @param shapes all of the region; one a type
/// @param items prices of the region beside those of machines and of classes of databases
/// @param databases classes of the region, one a class and engine
/// @param plans rates of savings plans in the region
public record PriceList(
        PriceScope scope,
        String provider,
        String region,
        CurrencyCode currency,
        String source,
        Optional<Instant> published,
        List<InstanceShape> shapes,
        List<ReservedPrice> reservations,
        Map<PriceItem, BigDecimal> items,
        List<DatabaseClass> databases,
        List<PlanRate> plans) {
    private static final Comparator<ReservedPrice> BY_NAME = Comparator.comparing(ReservedPrice::instanceType)
            .thenComparing(ReservedPrice::term)
            .thenComparing(ReservedPrice::payment);

    public PriceList {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(published, "published");
        shapes = shapes.stream()
                .sorted(Comparator.comparing(InstanceShape::instanceType))
                .toList();
        reservations = reservations.stream().sorted(BY_NAME).toList();
        items = Map.copyOf(items);
        databases = databases.stream()
                .sorted(Comparator.comparing(DatabaseClass::name).thenComparing(DatabaseClass::engine))
                .toList();
        plans = plans.stream().sorted(Comparator.comparing(PlanRate::offer)).toList();
        for (InstanceShape shape : shapes) {
            boolean priced = shape.onDemandHour()
                    .map(price -> price.currency().equals(currency))
                    .orElse(true);
            if (!shape.region().equals(region) || !priced) {
                throw new IllegalArgumentException("shape (" + shape.instanceType() + ", " + shape.region()
                        + ") must be of region (" + region + ") and currency (" + currency + ").");
            }
        }
    }

    /// A list of machines, their reservations, and block storage.
    public static PriceList machines(
            String provider,
            String region,
            CurrencyCode currency,
            String source,
            Optional<Instant> published,
            List<InstanceShape> shapes,
            List<ReservedPrice> reservations,
            Map<PriceItem, BigDecimal> items) {
        return new PriceList(
                PriceScope.MACHINES,
                provider,
                region,
                currency,
                source,
                published,
                shapes,
                reservations,
                items,
                List.of(),
                List.of());
    }

    /// A list of the classes and the storage of databases.
    public static PriceList databases(
            String provider,
            String region,
            CurrencyCode currency,
            String source,
            Optional<Instant> published,
            List<DatabaseClass> databases,
            Map<PriceItem, BigDecimal> items) {
        return new PriceList(
                PriceScope.DATABASES,
                provider,
                region,
                currency,
                source,
                published,
                List.of(),
                List.of(),
                items,
                databases,
                List.of());
    }

    /// A list of what machines cost under savings plans.
    public static PriceList savingsPlans(
            String provider, String region, CurrencyCode currency, String source, List<PlanRate> plans) {
        return new PriceList(
                PriceScope.SAVINGS_PLANS,
                provider,
                region,
                currency,
                source,
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                plans);
    }

    /// How many prices are in it.
    public int size() {
        return shapes.size() + reservations.size() + items.size() + databases.size() + plans.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// The hash of all prices and shapes; the same for a list that differs in nothing but its date.
    public String digest() {
        StringBuilder text = new StringBuilder(currency + "\n");
        for (InstanceShape shape : shapes) {
            text.append(shape.instanceType())
                    .append('|')
                    .append(shape.vcpu())
                    .append('|')
                    .append(shape.memoryGib())
                    .append('|')
                    .append(shape.architecture())
                    .append('|')
                    .append(shape.networkMbps())
                    .append('|')
                    .append(shape.diskMbps())
                    .append('|')
                    .append(shape.burstable())
                    .append('|')
                    .append(shape.currentGeneration())
                    .append('|')
                    .append(shape.onDemandHour().map(PriceList::plain).orElse(""))
                    .append('\n');
        }
        for (ReservedPrice price : reservations) {
            text.append(String.join(
                            "|",
                            price.instanceType(),
                            price.term().code(),
                            price.payment().code(),
                            plain(price.upfront()),
                            plain(price.hourly())))
                    .append('\n');
        }
        new TreeMap<>(items)
                .forEach((item, price) -> text.append(item.code())
                        .append('|')
                        .append(plain(price))
                        .append('\n'));
        for (DatabaseClass one : databases) {
            text.append(String.join(
                            "|",
                            one.name(),
                            one.engine(),
                            Double.toString(one.vcpu()),
                            Double.toString(one.memoryGib()),
                            one.architecture(),
                            Boolean.toString(one.currentGeneration()),
                            plain(one.hour()),
                            one.twoZonesHour().map(PriceList::plain).orElse("")))
                    .append('\n');
        }
        for (PlanRate rate : plans) {
            text.append(String.join(
                            "|",
                            rate.offer().kind().code(),
                            rate.offer().instanceType(),
                            rate.offer().term().code(),
                            rate.offer().payment().code(),
                            plain(rate.hourly())))
                    .append('\n');
        }
        return ContentDigest.sha256(text.toString());
    }

    private static String plain(Money price) {
        return plain(price.amount());
    }

    private static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
