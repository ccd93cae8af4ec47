package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.rightsizing.Recommendation.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much can be saved at how much risk: the saving recommendations of one currency in the order in which
/// they bring most saving for their risk, added up one by one.
///
/// Risk is the expected months of the next twelve in which a ceiling is passed, added over the servers.
/// Actions with extra cost are left out: they are bought for safety, not for saving.
///
/// @param points one a recommendation; saving and risk never fall from one to the next
/// @param unknown recommendations whose saving on this basis is not known
public record SavingsFrontier(CurrencyCode currency, Basis basis, List<Point> points, int unknown) {
    private static final double NEGLIGIBLE_RISK = 1e-3;

    public SavingsFrontier {
        points = List.copyOf(points);
    }

    public static SavingsFrontier of(List<Recommendation> recommendations, CurrencyCode currency, Basis basis) {
        int unknown = 0;
        List<Recommendation> saving = new ArrayList<>();
        for (Recommendation recommendation : recommendations) {
            boolean acts = recommendation instanceof Resize || recommendation instanceof Stop;
            Optional<Money> gross = recommendation.monthlySavingGross();
            if (!acts || gross.isEmpty() || !gross.get().currency().equals(currency)) {
                continue;
            }
            Optional<Money> amount = amount(recommendation, basis);
            if (amount.isEmpty()) {
                unknown++;
            } else if (amount.get().amount().signum() > 0) {
                saving.add(recommendation);
            }
        }
        saving.sort(Comparator.comparingDouble((Recommendation r) -> -worth(r, basis))
                .thenComparing(r -> r.server().id()));
        return new SavingsFrontier(currency, basis, points(saving, currency, basis), unknown);
    }

    private static List<Point> points(List<Recommendation> sorted, CurrencyCode currency, Basis basis) {
        List<Point> points = new ArrayList<>();
        Money total = Money.zero(currency);
        double risk = 0;
        for (Recommendation recommendation : sorted) {
            total = total.plus(amount(recommendation, basis).orElseThrow());
            risk += risk(recommendation);
            points.add(new Point(recommendation, total, risk));
        }
        return points;
    }

    private static double worth(Recommendation recommendation, Basis basis) {
        double saving = amount(recommendation, basis).orElseThrow().amount().doubleValue();
        return saving / Math.max(NEGLIGIBLE_RISK, risk(recommendation));
    }

    private static double risk(Recommendation recommendation) {
        return recommendation.risk().map(SizingRisk::expectedBreaches).orElse(0.0);
    }

    private static Optional<Money> amount(Recommendation recommendation, Basis basis) {
        return switch (basis) {
            case GROSS -> recommendation.monthlySavingGross();
            case NET -> recommendation.monthlySavingNet();
        };
    }

    /// Which saving is added up.
    public enum Basis {
        GROSS,
        NET
    }

    /// @param recommendation the action that is added at this point
    /// @param cumulativeSaving monthly saving of all actions up to here
    /// @param cumulativeBreaches their expected months above a ceiling in the next twelve
    public record Point(Recommendation recommendation, Money cumulativeSaving, double cumulativeBreaches) {}
}
