package dev.headroom.storage.source.aws;

import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/// Reads the list prices of a region: machines with Linux in shared tenancy, on demand and reserved, and block
/// storage. What the types are comes from EC2, what they cost from the Price List. Both are free.
public final class AwsPrices implements AwsPriceList {
    /// Where the prices come from, in words.
    public static final String SOURCE = "AWS Price List";

    private static final int PAGE = 100;
    private static final String SERVICE = "AmazonEC2";
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
    private final PriceProducts products;
    private final String region;
    private final Asking asking;

    AwsPrices(Ec2Client ec2, PriceProducts products, String region, Asking asking) {
        this.ec2 = ec2;
        this.products = products;
        this.region = region;
        this.asking = asking;
    }

    @Override
    public PriceScope scope() {
        return PriceScope.MACHINES;
    }

    @Override
    public PriceList read() throws AwsFailureException {
        Map<String, Product> machines = new TreeMap<>();
        List<Product> all = new ArrayList<>();
        for (Product product : products.of(SERVICE, MACHINES)) {
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
        return PriceList.machines(
                AwsEntries.PROVIDER,
                region,
                CurrencyCode.USD,
                SOURCE,
                PriceProducts.published(all),
                shapes,
                reservations,
                storage());
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
            for (Product product : products.of(SERVICE, Map.of(PriceProducts.FAMILY, family))) {
                VolumePrices.put(product, items);
            }
        }
        return items;
    }
}
