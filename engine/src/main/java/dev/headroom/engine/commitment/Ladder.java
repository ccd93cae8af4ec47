package dev.headroom.engine.commitment;

import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A commitment bought in parts on several days, so that the parts also end on several days. Each part is
/// bought only on the paths on which the usage still carries it: where the usage of the sixty days before, at
/// the quantile that the discount asks for, reaches what is then committed. Both ways are looked at over the
/// term of the first part.
///
/// @param parts in order
/// @param expectedSaving the mean over the paths, over the term of the first part
/// @param badCaseSaving the 5 % quantile over the paths
/// @param unusedShare the share of what is committed that is unused on average
public record Ladder(
        CommitmentRate rate, List<Part> parts, Money expectedSaving, Money badCaseSaving, double unusedShare) {
    private static final int LOOKBACK = 60;

    public Ladder {
        parts = List.copyOf(parts);
    }

    /// One purchase.
    ///
    /// @param ends the day after its last one
    /// @param probability the share of the paths on which it is bought
    public record Part(LocalDate bought, LocalDate ends, Money commitmentHour, double probability) {}

    /// @param level on-demand cost an hour that all parts together pay for
    /// @param count of the parts, 1 or more
    /// @param spacingDays between them
    static Ladder of(PoolForecast forecast, CommitmentRate rate, double level, int count, int spacingDays) {
        UsagePaths usage = forecast.usage();
        int term = rate.term().days();
        double[] savings = new double[usage.count()];
        double[] bought = new double[count];
        double paid = 0;
        double cost = 0;
        for (int path = 0; path < usage.count(); path++) {
            double committed = 0;
            double pathPaid = 0;
            double pathCost = 0;
            for (int part = 0; part < count; part++) {
                int from = part * spacingDays;
                if (part == 0 || carries(usage, path, from, rate.discount(), committed + level / count)) {
                    committed += level / count;
                    bought[part]++;
                }
                int to = part + 1 < count ? Math.min(term, from + spacingDays) : term;
                pathPaid += paid(usage, path, from, to, committed);
                pathCost += committed * (1 - rate.discount()) * Math.max(0, to - from) * HourShape.HOURS;
            }
            savings[path] = pathPaid - pathCost;
            paid += pathPaid;
            cost += pathCost;
        }
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            LocalDate day = usage.start().plusDays((long) part * spacingDays);
            parts.add(new Part(
                    day,
                    rate.term().endOf(day),
                    PurchaseOption.money(level / count * (1 - rate.discount()), forecast.pool(), 4),
                    bought[part] / usage.count()));
        }
        Arrays.sort(savings);
        return new Ladder(
                rate,
                parts,
                PurchaseOption.money(Arrays.stream(savings).average().orElse(0), forecast.pool(), 2),
                PurchaseOption.money(
                        OrderStatistics.quantileOfSorted(savings, CommitmentSizer.BAD_CASE), forecast.pool(), 2),
                cost == 0 ? 0 : Math.max(0, 1 - paid * (1 - rate.discount()) / cost));
    }

    private static boolean carries(UsagePaths usage, int path, int day, double discount, double level) {
        double[] lately = usage.leftByDay(path, Math.max(0, day - LOOKBACK), day);
        Arrays.sort(lately);
        return OrderStatistics.quantileOfSorted(lately, discount) >= level;
    }

    private static double paid(UsagePaths usage, int path, int from, int to, double level) {
        double paid = 0;
        for (int day = from; day < to; day++) {
            for (int hour = 0; hour < usage.hoursADay(); hour++) {
                paid += Math.min(level, usage.left(path, day, hour));
            }
        }
        return paid * HourShape.HOURS / usage.hoursADay();
    }
}
