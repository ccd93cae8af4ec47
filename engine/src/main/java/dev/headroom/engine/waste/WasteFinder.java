package dev.headroom.engine.waste;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds waste in the charges of some days, one charge at a time.
///
/// It goes by the usage types of AWS, as they stand on its own reports and in FOCUS exports, and says nothing
/// of other charges. A thing is judged by all its charges of the days: hours of a load balancer without any
/// capacity units or bytes, hours of a NAT gateway with less than 1 GB, storage of a resource that has no
/// running hours. A bill cannot show everything that is unused: an unattached volume looks like an attached
/// one, unless both carry the id of their server.
///
/// Source: the price lists of AWS for what is charged by the hour and what by use; gp3 costs a fifth less
/// than gp2 in every region that states both.
public final class WasteFinder {
    private static final BigDecimal GP3_SAVES = new BigDecimal("0.2");
    private static final double IDLE_GATEWAY_GB = 1;

    private final TreeMap<Key, Thing> things = new TreeMap<>(
            Comparator.comparing(Key::account).thenComparing(Key::resource).thenComparing(Key::currency));

    private record Key(String account, String resource, CurrencyCode currency) {}

    /// The charges of one resource.
    private static final class Thing {
        private final ChargeLine line;
        private final TreeMap<WasteKind, BigDecimal> costs = new TreeMap<>();
        private final Set<LocalDate> days = new HashSet<>();
        private boolean runs;
        private boolean balances;
        private double gatewayGigabytes;

        Thing(ChargeLine line) {
            this.line = line;
        }

        void cost(WasteKind kind, BigDecimal amount) {
            costs.merge(kind, amount, BigDecimal::add);
        }
    }

    /// Charges without a resource, and those that are not usage, are passed over.
    public void add(ChargeRecord charge) {
        ChargeLine line = charge.line();
        if (line.resource().isBlank() || line.category() != ChargeCategory.USAGE || line.correction()) {
            return;
        }
        Thing thing = things.computeIfAbsent(
                new Key(line.subAccount(), line.resource(), line.currency()), key -> new Thing(line));
        thing.days.add(charge.start().atZone(ZoneOffset.UTC).toLocalDate());
        BigDecimal amount = charge.amounts().list().orElse(charge.amounts().billed());
        String type = line.usageType().toLowerCase(Locale.ROOT);
        if (type.contains("idleaddress")) {
            thing.cost(WasteKind.IDLE_ADDRESS, amount);
        } else if (type.contains("extendedsupport")) {
            thing.cost(WasteKind.EXTENDED_SUPPORT, amount);
        } else if (type.contains("loadbalancerusage")) {
            thing.cost(WasteKind.IDLE_LOAD_BALANCER, amount);
        } else if (type.contains("lcuusage") || type.contains("dataprocessing-bytes")) {
            thing.balances |= used(charge);
        } else if (type.contains("natgateway-hours")) {
            thing.cost(WasteKind.IDLE_NAT_GATEWAY, amount);
        } else if (type.contains("natgateway-bytes")) {
            // A quantity that is not known counts as use.
            thing.gatewayGigabytes +=
                    charge.quantity().map(BigDecimal::doubleValue).orElse(IDLE_GATEWAY_GB);
        } else if (type.contains("volumeusage.gp2")) {
            thing.cost(WasteKind.OLD_VOLUME_TYPE, amount);
            thing.cost(WasteKind.STORAGE_WITHOUT_SERVER, amount);
        } else if (type.contains("volumeusage")) {
            thing.cost(WasteKind.STORAGE_WITHOUT_SERVER, amount);
        } else {
            thing.runs = true;
        }
    }

    /// @param servers ids of machines: storage under one of them that has no running hours is waste. Storage
    ///     under any
    ///     other id says nothing about its server
    /// @return the largest saving first
    public List<Waste> found(Set<String> servers) {
        List<Waste> all = new ArrayList<>();
        things.values()
                .forEach(thing -> thing.costs.forEach((kind, cost) -> saving(thing, kind, cost, servers)
                        .filter(saving -> saving.signum() > 0)
                        .ifPresent(saving -> all.add(new Waste(
                                kind,
                                thing.line.subAccount(),
                                thing.line.region(),
                                thing.line.service(),
                                thing.line.resource(),
                                new Money(cost, thing.line.currency()),
                                new Money(saving, thing.line.currency()),
                                thing.days.size())))));
        all.sort(Comparator.comparing((Waste waste) -> waste.saving().amount())
                .reversed()
                .thenComparing(Waste::resource));
        return all;
    }

    private static Optional<BigDecimal> saving(Thing thing, WasteKind kind, BigDecimal cost, Set<String> servers) {
        boolean abandoned = servers.contains(thing.line.resource()) && !thing.runs;
        return switch (kind) {
            case IDLE_ADDRESS, EXTENDED_SUPPORT -> Optional.of(cost);
            case IDLE_LOAD_BALANCER -> thing.balances ? Optional.empty() : Optional.of(cost);
            case IDLE_NAT_GATEWAY -> thing.gatewayGigabytes < IDLE_GATEWAY_GB ? Optional.of(cost) : Optional.empty();
            // What is to be deleted needs no other type.
            case OLD_VOLUME_TYPE -> abandoned ? Optional.empty() : Optional.of(cost.multiply(GP3_SAVES));
            case STORAGE_WITHOUT_SERVER -> abandoned ? Optional.of(cost) : Optional.empty();
            // A bill alone cannot show these.
            case UNATTACHED_VOLUME, IDLE_VOLUME, ORPHANED_SNAPSHOT, IDLE_DATABASE, UNUSED_FUNCTION -> Optional.empty();
        };
    }

    private static boolean used(ChargeRecord charge) {
        return charge.quantity().map(quantity -> quantity.signum() > 0).orElse(true);
    }
}
