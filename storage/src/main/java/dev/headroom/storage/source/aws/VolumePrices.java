package dev.headroom.storage.source.aws;

import dev.headroom.engine.asset.PriceItem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/// Which entries of the Price List are prices of volumes and snapshots, by their type of usage without the
/// region before it.
///
/// AWS writes GB where it means 2^30 bytes for block storage.
final class VolumePrices {
    private static final String MONTH = "GB-Mo";
    private static final String OPERATIONS = "IOPS-Mo";
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1_024);
    private static final String MARK = "EBS:";
    private static final Map<String, Item> ITEMS = Map.ofEntries(
            Map.entry("VolumeUsage.gp2", new Item(PriceItem.VOLUME_GP2_GIB, MONTH)),
            Map.entry("VolumeUsage.gp3", new Item(PriceItem.VOLUME_GP3_GIB, MONTH)),
            Map.entry("VolumeUsage.piops", new Item(PriceItem.VOLUME_IO1_GIB, MONTH)),
            Map.entry("VolumeUsage.io2", new Item(PriceItem.VOLUME_IO2_GIB, MONTH)),
            Map.entry("VolumeUsage.st1", new Item(PriceItem.VOLUME_ST1_GIB, MONTH)),
            Map.entry("VolumeUsage.sc1", new Item(PriceItem.VOLUME_SC1_GIB, MONTH)),
            Map.entry("VolumeP-IOPS.gp3", new Item(PriceItem.VOLUME_GP3_IOPS, OPERATIONS)),
            Map.entry("VolumeP-IOPS.piops", new Item(PriceItem.VOLUME_IO1_IOPS, OPERATIONS)),
            Map.entry("VolumeP-IOPS.io2", new Item(PriceItem.VOLUME_IO2_IOPS, OPERATIONS)),
            Map.entry("VolumeP-Throughput.gp3", new Item(PriceItem.VOLUME_GP3_MIBPS, "MiBps-Mo")),
            Map.entry("SnapshotUsage", new Item(PriceItem.SNAPSHOT_GIB, MONTH)));

    private record Item(PriceItem item, String unit) {}

    private VolumePrices() {}

    /// Notes the price of a product that is one of these.
    static void put(Product product, Map<PriceItem, BigDecimal> prices) {
        String usage = product.attribute("usagetype");
        int mark = usage.indexOf(MARK);
        Item item = mark < 0 ? null : ITEMS.get(usage.substring(mark + MARK.length()));
        if (item != null) {
            price(product, item).ifPresent(price -> prices.put(item.item(), price));
        }
    }

    private static Optional<BigDecimal> price(Product product, Item item) {
        Optional<BigDecimal> price = product.onDemand(item.unit());
        return item.item() == PriceItem.VOLUME_GP3_MIBPS
                ? price.or(() ->
                        product.onDemand("GiBps-Mo").map(gibps -> gibps.divide(MIB_PER_GIB, MathContext.DECIMAL64)))
                : price;
    }
}
