package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ReservedPrice;
import dev.headroom.storage.source.price.ShippedRates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rates of commitments that a workspace knows: those of reservations from the price lists that were
/// pulled, and the shipped assumptions for what the lists do not say.
///
/// A rate counts for a family in all regions, so that of several the smallest discount is taken. Where there
/// are pulled reservations of a provider, none of its reservations is assumed.
final class KnownRates {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    private KnownRates() {}

    private record Offer(String provider, String family, CommitmentTerm term, Payment payment)
            implements Comparable<Offer> {
        @Override
        public int compareTo(Offer other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return String.join("|", provider, family, term.code(), payment.code());
        }
    }

    static List<CommitmentRate> of(PriceBook book) {
        List<CommitmentRate> pulled = pulled(book.latest(PriceScope.MACHINES));
        List<CommitmentRate> all = new ArrayList<>(pulled);
        ShippedRates.load().stream()
                .filter(rate -> rate.kind() != CommitmentKind.STANDARD_RESERVATION
                        || pulled.stream().noneMatch(known -> known.provider().equals(rate.provider())))
                .forEach(all::add);
        return all;
    }

    /// True for a rate that a pulled price list states; false for an assumption.
    static boolean isFromList(CommitmentRate rate) {
        return rate.source().equals(AwsPrices.SOURCE);
    }

    private static List<CommitmentRate> pulled(List<PriceBook.Dated> lists) {
        Map<Offer, CommitmentRate> smallest = new TreeMap<>();
        for (PriceBook.Dated dated : lists) {
            Map<String, InstanceShape> shapes = new HashMap<>();
            dated.list().shapes().forEach(shape -> shapes.put(shape.instanceType(), shape));
            for (ReservedPrice price : dated.list().reservations()) {
                Optional.ofNullable(shapes.get(price.instanceType()))
                        .flatMap(shape -> rate(dated, shape, price))
                        .ifPresent(rate -> smallest.merge(
                                new Offer(rate.provider(), rate.family(), rate.term(), rate.payment()),
                                rate,
                                (one, other) ->
                                        one.discountPercent().compareTo(other.discountPercent()) <= 0 ? one : other));
            }
        }
        return List.copyOf(smallest.values());
    }

    /// Empty without a price on demand, and where the reservation is no cheaper.
    private static Optional<CommitmentRate> rate(PriceBook.Dated dated, InstanceShape shape, ReservedPrice price) {
        return shape.onDemandHour()
                .map(hour -> discount(hour.amount(), price.effectiveHour()))
                .filter(percent -> percent.signum() > 0 && percent.compareTo(HUNDRED) < 0)
                .map(percent -> new CommitmentRate(
                        dated.version().provider(),
                        CommitmentKind.STANDARD_RESERVATION,
                        shape.family(),
                        price.term(),
                        price.payment(),
                        percent,
                        LocalDate.ofInstant(dated.version().confirmed(), ZoneOffset.UTC),
                        dated.version().source()));
    }

    private static BigDecimal discount(BigDecimal onDemand, BigDecimal reserved) {
        return onDemand.signum() <= 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE
                        .subtract(reserved.divide(onDemand, MathContext.DECIMAL64))
                        .multiply(HUNDRED)
                        .setScale(DIGITS, RoundingMode.FLOOR);
    }
}
