package dev.headroom.storage.source.aws;

import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;

/// Reads the list prices of a region: machines with Linux in shared tenancy, on demand and reserved, and block
/// storage. What the types are comes from EC2, what they cost from the Price List. Both are free.
///
/// Savings plans are not in the Price List of services and not read.
public final class AwsPrices {
    /// The most pages that a region takes, at a hundred entries a page: about 900 types and as many products.
    public static final int PAGES = 40;
    /// The most bytes of an answer for a region.
    public static final long BYTES = 30_000_000;
    /// Where the prices come from, in words.
    public static final String SOURCE = "AWS Price List";

    private static final int PAGE = 100;
    private static final String SERVICE = "AmazonEC2";
    private static final String FAMILY = "productFamily";
    private static final Map<String, String> MACHINES = Map.of(
            "operatingSystem", "Linux",
            "tenancy", "Shared",
            "preInstalledSw", "NA",
            "capacitystatus", "Used",
            "licenseModel", "No License required",
            "marketoption", "OnDemand");
    private static final List<String> STORAGE =
            List.of("Storage", "System Operation", "Provisioned Throughput", "Storage Snapshot");

    private final Ec2Client ec2;
    private final PricingClient pricing;
    private final String region;
    private final Asking asking;

    AwsPrices(Ec2Client ec2, PricingClient pricing, String region, Asking asking) {
        this.ec2 = ec2;
        this.pricing = pricing;
        this.region = region;
        this.asking = asking;
    }

    /// True for regions whose logins the Price List knows. It is not answered in other partitions, such as
    /// those of governments and of China, whose logins are not known where it is.
    public static boolean isToldFor(String region) {
        return Partitions.of(region).equals(Partitions.USUAL);
    }

    /// All pages of the region.
    public PriceList read() throws AwsFailureException {
        Map<String, Product> machines = new TreeMap<>();
        List<Product> all = new ArrayList<>();
        for (Product product : products(MACHINES)) {
            if (product.hasAll(MACHINES) && product.onDemand("Hrs").isPresent()) {
                machines.put(product.attribute("instanceType"), product);
                all.add(product);
            }
        }
        List<InstanceShape> shapes = new ArrayList<>();
        List<ReservedPrice> reservations = new ArrayList<>();
        for (InstanceTypeInfo type : types()) {
            Product product = machines.get(type.instanceTypeAsString());
            if (product != null) {
                Optional<InstanceShape> shape = product.onDemand("Hrs")
                        .flatMap(price -> InstanceTypes.shape(type, region, new Money(price, CurrencyCode.USD)));
                shape.ifPresent(known -> {
                    shapes.add(known);
                    reservations.addAll(product.reservations(known.instanceType()));
                });
            }
        }
        return new PriceList(
                AwsEntries.PROVIDER, region, CurrencyCode.USD, SOURCE, published(all), shapes, reservations, storage());
    }

    private List<InstanceTypeInfo> types() throws AwsFailureException {
        return asking.asked(
                AwsAction.INSTANCE_TYPES.iam(),
                () -> ec2.describeInstanceTypesPaginator(ask -> ask.maxResults(PAGE)).instanceTypes().stream()
                        .toList());
    }

    private Map<PriceItem, BigDecimal> storage() throws AwsFailureException {
        Map<PriceItem, BigDecimal> items = new EnumMap<>(PriceItem.class);
        for (String family : STORAGE) {
            for (Product product : products(Map.of(FAMILY, family))) {
                VolumePrices.put(product, items);
            }
        }
        return items;
    }

    private List<Product> products(Map<String, String> wanted) throws AwsFailureException {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter("regionCode", region));
        new TreeMap<>(wanted).forEach((field, value) -> filters.add(filter(field, value)));
        return asking.asked(
                AwsAction.PRICES.iam(),
                () ->
                        pricing
                                .getProductsPaginator(ask -> ask.serviceCode(SERVICE)
                                        .filters(filters)
                                        .maxResults(PAGE))
                                .stream()
                                .flatMap(page -> page.priceList().stream())
                                .flatMap(text -> Product.of(text).stream())
                                .filter(product ->
                                        product.attribute("regionCode").equals(region))
                                .toList());
    }

    private static Filter filter(String field, String value) {
        return Filter.builder()
                .type(FilterType.TERM_MATCH)
                .field(field)
                .value(value)
                .build();
    }

    private static Optional<Instant> published(List<Product> products) {
        return products.stream()
                .flatMap(product -> product.published().stream())
                .max(Instant::compareTo);
    }
}
