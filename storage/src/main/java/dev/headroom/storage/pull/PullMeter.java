package dev.headroom.storage.pull;

import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.source.aws.CallMeter;
import java.time.Instant;

/// Keeps what AWS was asked and what that has cost, for the sum of the month.
public final class PullMeter {
    private PullMeter() {}

    public static void note(PullLedger ledger, CallMeter meter, Instant at) {
        ledger.meter(meter.usage().entrySet().stream()
                .map(entry -> new PullLedger.Meter(
                        at,
                        entry.getKey(),
                        entry.getValue().calls(),
                        entry.getValue().units(),
                        entry.getValue().bytes(),
                        entry.getValue().usd()))
                .toList());
    }
}
