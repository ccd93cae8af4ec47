package dev.headroom.app.ui.adapter;

import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.layer.WaterfallLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The way from an invoice to the bills as a waterfall.
public final class BridgePlots {
    /// More parts than this are drawn as one for the smallest.
    private static final int PARTS = 5;

    private BridgePlots() {}

    public static String words(BridgePart part) {
        return switch (part) {
            case TAX -> "Tax";
            case CREDITS -> "Credits and refunds";
            case PURCHASES -> "Upfront and other fees";
            case OTHER_PERIODS -> "Other periods";
            case ADJUSTMENTS -> "Adjustments";
            case SPLIT_ROWS -> "Container split rows";
            case MISSING_DAYS -> "Missing days";
            case ONLY_IN_LEDGER -> "Only on the bill";
            case ONLY_ON_INVOICE -> "Only on the invoice";
            case ROUNDING -> "Rounding";
            case UNEXPLAINED -> "Not explained";
        };
    }

    private static String shortWords(BridgePart part) {
        return switch (part) {
            case CREDITS -> "Credits";
            case PURCHASES -> "Fees";
            case SPLIT_ROWS -> "Split rows";
            case ONLY_IN_LEDGER -> "Only on bill";
            case ONLY_ON_INVOICE -> "Only on invoice";
            default -> words(part);
        };
    }

    /// Invoice, parts of the difference, bill.
    public static WaterfallLayer layer(InvoiceCheck check, VarianceBridge bridge) {
        return WaterfallLayer.of(
                "Invoice",
                check.invoiced().doubleValue(),
                steps(bridge),
                "Bill in workspace",
                PlotPoints.money(check.currency()));
    }

    private static List<WaterfallLayer.Step> steps(VarianceBridge bridge) {
        List<VarianceBridge.Step> all = bridge.steps();
        if (all.size() <= PARTS) {
            return all.stream()
                    .map(step -> step(shortWords(step.part()), step.amount()))
                    .toList();
        }
        List<BridgePart> large = all.stream()
                .sorted(Comparator.comparing(
                                (VarianceBridge.Step step) -> step.amount().abs())
                        .reversed())
                .limit(PARTS - 1L)
                .map(VarianceBridge.Step::part)
                .toList();
        List<WaterfallLayer.Step> steps = new ArrayList<>();
        BigDecimal rest = BigDecimal.ZERO;
        for (VarianceBridge.Step step : all) {
            if (large.contains(step.part())) {
                steps.add(step(shortWords(step.part()), step.amount()));
            } else {
                rest = rest.add(step.amount());
            }
        }
        steps.add(step("Other parts", rest));
        return steps;
    }

    private static WaterfallLayer.Step step(String name, BigDecimal amount) {
        return new WaterfallLayer.Step(name, amount.doubleValue());
    }

    public static Plot bridge(WaterfallLayer layer) {
        return Plot.builder(
                        ValueAxis.fixed(
                                ValueFormat.names(List.of()), -0.5, layer.bars().size() - 0.5, 1),
                        ValueAxis.fitted(layer.format()))
                .add(layer)
                .legend(Plot.Legend.NONE)
                .build();
    }
}
