package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/// The rows of what a server needs beside its machine: a volume and data transfer.
final class SideBill {
    private static final BigDecimal GIGABYTES_PER_MEGABIT_DAY = new BigDecimal("10.8");

    private SideBill() {}

    /// The server's volume, by the hours that it existed on the day.
    static Optional<FocusRow> volume(ServerPlan plan, LocalDate day) {
        Site site = plan.account().site();
        long hours = hours(plan, day);
        if (hours == 0) {
            return Optional.empty();
        }
        BigDecimal price = new BigDecimal(site == Site.US ? "0.08" : "0.096");
        BigDecimal quantity = BigDecimal.valueOf(volumeGib(plan) * hours)
                .divide(BigDecimal.valueOf(24L * day.lengthOfMonth()), 8, RoundingMode.HALF_UP);
        BigDecimal cost = quantity.multiply(price);
        String sku = "VolumeUsage.gp3:" + site.region();
        return Optional.of(described(plan, day)
                .charge("Usage", "Usage-Based", "$" + price + " per GB-month of gp3 storage")
                .service("Amazon Elastic Block Store", "Storage")
                .resource("vol-" + HexFormat.of().toHexDigits(plan.stream()), plan.id() + " volume", "volume")
                .sku(sku, sku + ":OnDemand")
                .priced("Standard", quantity, "GB-Months", price)
                .consumed(quantity, "GB-Months")
                .costs(cost, cost, cost));
    }

    /// What leaves the server: of a web server a small part goes to the internet, of the others to other zones.
    ///
    /// @param megabits mean network throughput of the day in Mbit/s
    static Optional<FocusRow> transfer(ServerPlan plan, LocalDate day, double megabits) {
        Site site = plan.account().site();
        boolean internet = plan.archetype() == Archetype.WEB;
        BigDecimal quantity = new BigDecimal(megabits)
                .multiply(GIGABYTES_PER_MEGABIT_DAY)
                .multiply(new BigDecimal(internet ? "0.015" : "0.04"))
                .setScale(4, RoundingMode.HALF_UP);
        if (hours(plan, day) == 0 || quantity.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = new BigDecimal(!internet ? "0.01" : site == Site.US ? "0.09" : "0.155");
        BigDecimal cost = quantity.multiply(price);
        String sku = (internet ? "DataTransfer-Out-Bytes:" : "DataTransfer-Regional-Bytes:") + site.region();
        String what = internet ? "data transfer out" : "regional data transfer";
        return Optional.of(described(plan, day)
                .charge("Usage", "Usage-Based", "$" + price + " per GB " + what)
                .service("AWS Data Transfer", "Networking")
                .resource(plan.id(), plan.id(), "instance")
                .sku(sku, sku + ":OnDemand")
                .priced("Standard", quantity, "GB", price)
                .consumed(quantity, "GB")
                .costs(cost, cost, cost));
    }

    private static FocusRow described(ServerPlan plan, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new FocusRow(YearMonth.from(day))
                .during(start, start.plus(Duration.ofDays(1)))
                .account(plan.account())
                .region(plan.account().site())
                .tags(plan.tags());
    }

    private static long hours(ServerPlan plan, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Math.clamp(Duration.between(plan.launched(), end).toHours(), 0, 24);
    }

    /// Larger machines have larger volumes.
    private static long volumeGib(ServerPlan plan) {
        double vcpu = plan.current().capacity(ResourceKind.CPU);
        long perCpu = switch (plan.archetype()) {
            case WEB -> 25;
            case DATABASE -> 120;
            case BATCH -> 60;
            case CACHE -> 20;
            case ANALYTICS -> 150;
            case DEVTEST -> 30;
        };
        long steps = 2 + Math.floorMod(plan.stream(), 4L);
        return Math.round(vcpu * perCpu * steps / 4.0);
    }
}
