package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.price.PlanRate;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The discounts of commitments off the on-demand price of the same region, by the lists that were pulled. The sizes of
/// a family may differ by a rounding; the smallest discount counts for all of them.
///
/// A discount is as old as the older of the two prices.
final class PulledDiscounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    private final Map<String, CommitmentRate> smallest = new TreeMap<>();

    private PulledDiscounts() {}

    static PulledDiscounts of(PriceBook book) {
        PulledDiscounts discounts = new PulledDiscounts();
        Map<String, Machines> regions = new HashMap<>();
        for (PriceBook.Dated dated : book.latest(PriceScope.MACHINES)) {
            Machines machines = Machines.of(dated);
            regions.put(place(dated.version()), machines);
            for (ReservedPrice price : dated.list().reservations()) {
                discounts.note(
                        dated,
                        machines,
                        CommitmentKind.STANDARD_RESERVATION,
                        price.instanceType(),
                        price.term(),
                        price.payment(),
                        price.effectiveHour());
            }
        }
        for (PriceBook.Dated dated : book.latest(PriceScope.SAVINGS_PLANS)) {
            Machines machines = regions.get(place(dated.version()));
            if (machines != null) {
                for (PlanRate rate : dated.list().plans()) {
                    PlanRate.Offer offer = rate.offer();
                    discounts.note(
                            dated,
                            machines,
                            offer.kind(),
                            offer.instanceType(),
                            offer.term(),
                            offer.payment(),
                            rate.hourly());
                }
            }
        }
        return discounts;
    }

    /// One a kind, region, family, term and payment.
    Collection<CommitmentRate> rates() {
        return smallest.values();
    }

    private static String place(PriceBook.Version version) {
        return String.join(
                "|", version.provider(), version.region(), version.currency().value());
    }

    /// What machines cost on demand.
    private record Machines(LocalDate day, Map<String, InstanceShape> types) {
        static Machines of(PriceBook.Dated dated) {
            Map<String, InstanceShape> types = new HashMap<>();
            dated.list().shapes().forEach(shape -> types.put(shape.instanceType(), shape));
            return new Machines(confirmed(dated), types);
        }
    }

    private static LocalDate confirmed(PriceBook.Dated dated) {
        return LocalDate.ofInstant(dated.version().confirmed(), ZoneOffset.UTC);
    }

    /// Nothing for a type without a price on demand, and where the commitment is no cheaper.
    private void note(
            PriceBook.Dated dated,
            Machines machines,
            CommitmentKind kind,
            String type,
            CommitmentTerm term,
            Payment payment,
            BigDecimal hour) {
        InstanceShape shape = machines.types().get(type);
        if (shape == null || shape.onDemandHour().isEmpty()) {
            return;
        }
        BigDecimal percent = discount(shape.onDemandHour().get().amount(), hour);
        if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0) {
            return;
        }
        LocalDate day = confirmed(dated);
        CommitmentRate rate = new CommitmentRate(
                dated.version().provider(),
                kind,
                dated.version().region(),
                shape.family(),
                term,
                payment,
                percent,
                day.isBefore(machines.day()) ? day : machines.day(),
                dated.version().source());
        String key = String.join(
                "|", rate.provider(), kind.code(), rate.region(), rate.family(), term.code(), payment.code());
        smallest.merge(
                key, rate, (one, other) -> one.discountPercent().compareTo(other.discountPercent()) <= 0 ? one : other);
    }

    private static BigDecimal discount(BigDecimal onDemand, BigDecimal committed) {
        return onDemand.signum() <= 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE
                        .subtract(committed.divide(onDemand, MathContext.DECIMAL64))
                        .multiply(HUNDRED)
                        .setScale(DIGITS, RoundingMode.FLOOR);
    }
}
