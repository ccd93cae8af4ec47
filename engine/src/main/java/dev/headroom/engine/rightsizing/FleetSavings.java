package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What all recommendations of a fleet add up to, one total a currency; nothing is converted.
///
/// @param undecided servers without a recommendation; their saving is unknown and not in the totals
public record FleetSavings(SortedMap<CurrencyCode, Totals> totals, int keep, int resize, int stop, int undecided) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    public FleetSavings {
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }

    public static FleetSavings of(List<Recommendation> recommendations) {
        return of(recommendations, recommendation -> true);
    }

    /// @param followed whether the advice is to be followed; a server of which it is not counts as kept
    public static FleetSavings of(List<Recommendation> recommendations, Predicate<Recommendation> followed) {
        SortedMap<CurrencyCode, Totals> totals = new TreeMap<>();
        int[] counts = new int[4];
        for (Recommendation recommendation : recommendations) {
            boolean counted = recommendation.saving().isEmpty() || followed.test(recommendation);
            counts[counted ? index(recommendation) : 0]++;
            recommendation
                    .monthlyCost()
                    .ifPresent(cost -> totals.merge(
                            cost.currency(),
                            counted ? Totals.of(cost, recommendation) : Totals.kept(cost),
                            Totals::plus));
        }
        return new FleetSavings(totals, counts[0], counts[1], counts[2], counts[3]);
    }

    /// The totals of a currency, all zero when nothing is priced in it.
    public Totals in(CurrencyCode currency) {
        Totals known = totals.get(currency);
        return known == null ? Totals.kept(Money.zero(currency)) : known;
    }

    private static int index(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Keep keep -> 0;
            case Recommendation.Resize resize -> 1;
            case Recommendation.Stop stop -> 2;
            case Recommendation.Undecided undecided -> 3;
        };
    }

    /// The totals of one currency, a month.
    ///
    /// @param cost the present cost of all servers with a known price
    /// @param saving gross saving of the actions that save
    /// @param extraCost what the actions that relieve a shortage cost more; 0 or more
    /// @param net saving less stranded commitments, of the actions that save and whose cover is known
    /// @param stranded commitment cost that these leave unused
    /// @param netUnknown actions that save and whose net saving is not known
    public record Totals(Money cost, Money saving, Money extraCost, Money net, Money stranded, int netUnknown) {
        static Totals of(Money cost, Recommendation recommendation) {
            Optional<SavingEstimate> estimate = recommendation.saving();
            if (estimate.isEmpty()) {
                return kept(cost);
            }
            Money zero = Money.zero(cost.currency());
            Money gross = estimate.get().gross();
            if (gross.amount().signum() < 0) {
                return new Totals(cost, zero, zero.minus(gross), zero, zero, 0);
            }
            Optional<Money> net = estimate.get().net();
            return new Totals(
                    cost,
                    gross,
                    zero,
                    net.orElse(zero),
                    estimate.get().stranded().orElse(zero),
                    net.isPresent() ? 0 : 1);
        }

        static Totals kept(Money cost) {
            Money zero = Money.zero(cost.currency());
            return new Totals(cost, zero, zero, zero, zero, 0);
        }

        Totals plus(Totals other) {
            return new Totals(
                    cost.plus(other.cost),
                    saving.plus(other.saving),
                    extraCost.plus(other.extraCost),
                    net.plus(other.net),
                    stranded.plus(other.stranded),
                    netUnknown + other.netUnknown);
        }

        public Money savingYear() {
            return saving.times(MONTHS);
        }

        /// The net saving of all actions that save; empty while one of them is not known.
        public Optional<Money> netWhenComplete() {
            return netUnknown == 0 ? Optional.of(net) : Optional.empty();
        }

        /// The gross saving in percent of the present cost; 0 when there is no cost.
        public double savingPercent() {
            double whole = cost.amount().doubleValue();
            return whole == 0 ? 0 : 100 * saving.amount().doubleValue() / whole;
        }
    }
}
