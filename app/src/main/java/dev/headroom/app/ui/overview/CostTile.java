package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ScopeWords;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.charts.control.BulletView;
import java.util.Optional;
import java.util.stream.Collectors;

/// The expected cost of the running month beside the month before.
///
/// @param bands 2.5, 10, 25, 50, 75, 90 and 97.5 percent of the possible totals
/// @param reference the total of the month before; NaN when it is not complete
public record CostTile(
        String heading,
        String value,
        String range,
        String difference,
        Tone tone,
        String caption,
        double[] bands,
        double reference,
        String currency) {
    public CostTile {
        bands = bands.clone();
    }

    @Override
    public double[] bands() {
        return bands.clone();
    }

    /// What the bullet shows; empty when days of the month are unknown.
    Optional<BulletView.Amounts> amounts() {
        return Double.isNaN(bands[3])
                ? Optional.empty()
                : Optional.of(new BulletView.Amounts(
                        bands[0], bands[1], bands[2], bands[3], bands[4], bands[5], bands[6], reference));
    }

    /// The tile of the currency with the largest total. Its caption names the cost basis, other currencies and what is
    /// not known.
    static CostTile of(FleetCost cost, Formats formats) {
        CostTile tile = of(cost.outlooks().getFirst(), formats);
        return new CostTile(
                tile.heading,
                tile.value,
                tile.range,
                tile.difference,
                tile.tone,
                caption(cost, formats),
                tile.bands,
                tile.reference,
                tile.currency);
    }

    /// The tile of one currency.
    static CostTile of(CostOutlook outlook, Formats formats) {
        String currency = outlook.currency().value();
        CostOutlook.MonthEnd end = outlook.monthEnd();
        double before = outlook.previousMonthTotal();
        String month = formats.month(outlook.month().atDay(1));
        String earlier = formats.month(outlook.month().minusMonths(1).atDay(1));
        double change = end.median() - before;
        boolean known = !Double.isNaN(change);
        return new CostTile(
                known ? month + " forecast against " + earlier : month + " cost, forecast",
                formats.money(end.median(), currency, 0),
                Double.isNaN(end.median())
                        ? "days of this month are unknown"
                        : "80\u00a0%: " + range(end.low80(), end.high80(), currency, formats),
                known
                        ? formats.signedMoney(change, currency) + ", " + formats.signedPercent(100 * change / before, 1)
                        : "",
                !known || change <= 0 ? Tone.NEUTRAL : Tone.WATCH,
                ScopeWords.basis(outlook.query().basis()),
                new double[] {
                    end.low95(), end.low80(), end.low50(), end.median(), end.high50(), end.high80(), end.high95()
                },
                before,
                currency);
    }

    /// In thousands, unless both ends would then look the same.
    private static String range(double low, double high, String currency, Formats formats) {
        String from = formats.shortMoney(low, currency);
        String to = formats.shortMoney(high, currency);
        return from.equals(to)
                ? formats.money(low, currency, 0) + " – " + formats.money(high, currency, 0)
                : from + " – " + to;
    }

    private static String caption(FleetCost cost, Formats formats) {
        String others = cost.outlooks().stream()
                .skip(1)
                .map(other -> formats.money(
                        other.monthEnd().median(), other.currency().value(), 0))
                .collect(Collectors.joining(", "));
        String unknown = cost.unknown() == 0 ? "" : ", unknown for " + formats.count(cost.unknown()) + " charges";
        return ScopeWords.basis(cost.query().basis()) + (others.isEmpty() ? "" : ", and " + others) + unknown;
    }
}
