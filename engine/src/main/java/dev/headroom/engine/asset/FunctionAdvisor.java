package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.Statistic;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Recommends memory and processor architecture of functions of AWS Lambda.
///
/// The processor share of a function grows with its memory: 1,769 MB are one virtual processor. With less
/// memory a call takes between as long as now (it waits for others) and longer in the proportion of the
/// memory (it computes). Only one memory size was seen, so that the saving is an interval between the two;
/// its middle is expected.
///
/// A pure function: the same arguments give the same advice.
public final class FunctionAdvisor {
    private FunctionAdvisor() {}

    public static Advice advise(AssetUsage usage, PriceSheet prices, SizingPolicy policy) {
        Asset asset = usage.asset();
        String from = words(asset);
        Optional<Money> nothing = prices.find(asset.region(), PriceItem.FUNCTION_MILLION_CALLS)
                .map(price -> Money.zero(price.currency()));
        Optional<Advice> idle = IdleFinder.function(usage, from, nothing);
        if (idle.isPresent()) {
            return idle.get();
        }
        OptionalDouble memory = asset.number(AssetFact.MEMORY_MB);
        if (memory.isEmpty()) {
            return new Advice.Undecided(asset, from, "The inventory does not say the memory (memory_mb).");
        }
        int days = policy.lookbackDays();
        Optional<Readings> calls = usage.exactly(AssetMetric.INVOCATIONS, Statistic.SUM, days);
        Optional<Readings> duration = usage.exactly(AssetMetric.DURATION, Statistic.MEAN, days);
        if (calls.isEmpty() || duration.isEmpty() || calls.get().days() < policy.minimumDays()) {
            return new Advice.Undecided(
                    asset,
                    from,
                    "Calls (invocations, sum) and their mean duration are not measured for " + policy.minimumDays()
                            + " days; without them the cost is not known.");
        }
        FunctionCost cost = new FunctionCost(calls.get(), duration.get(), prices, asset.region());
        Optional<Money> month = cost.month(memory.getAsDouble(), isArm(asset), 1);
        return month.isEmpty()
                ? new Advice.Undecided(
                        asset,
                        from,
                        "The price of functions in "
                                + (asset.region().isBlank() ? "an unnamed region" : asset.region())
                                + " is not in the price list.")
                : new FunctionCandidates(usage, memory.getAsDouble(), cost, month.get(), policy).advice(from);
    }

    static boolean isArm(Asset asset) {
        return asset.text(AssetFact.ARCHITECTURE).map("arm64"::equals).orElse(false);
    }

    static String words(Asset asset) {
        OptionalDouble memory = asset.number(AssetFact.MEMORY_MB);
        return memory.isEmpty() ? "function" : words(memory.getAsDouble(), isArm(asset));
    }

    static String words(double memoryMb, boolean arm) {
        return String.format(Locale.ROOT, "%,.0f MB, %s", memoryMb, arm ? "arm64" : "x86_64");
    }
}
