package dev.headroom.engine.plan;

import dev.headroom.engine.commitment.UsagePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What is left to be paid on demand over the term when actions and a new commitment together take a constant
/// amount off every hour: a convex falling function of that amount, because what is taken off an hour that is
/// covered already saves nothing. Its tangents bound it from below.
final class RemainingCost {
    private static final int TANGENTS = 24;
    private static final double SAME = 1e-9;

    private final UsagePaths usage;
    private final int days;
    private final TreeMap<Double, Tangent> tangents = new TreeMap<>();

    /// `value + slope · (amount − at)` is at most the remaining cost.
    record Tangent(double at, double value, double slope) {
        double at(double amount) {
            return value + slope * (amount - at);
        }
    }

    RemainingCost(UsagePaths usage, int days) {
        this.usage = usage;
        this.days = days;
        double most = usage.most(days);
        for (int i = 0; i <= TANGENTS; i++) {
            touch(most * i / TANGENTS);
        }
    }

    double hours() {
        return 24.0 * days;
    }

    double most() {
        return tangents.lastKey();
    }

    /// On average over the paths, on-demand cost over the term.
    ///
    /// @param amount an hour
    double at(double amount) {
        return touch(amount).value();
    }

    /// Adds the tangent at an amount.
    Tangent touch(double amount) {
        return tangents.computeIfAbsent(amount, at -> {
            UsagePaths left = usage.held(at, 0, days);
            return new Tangent(at, left.meanTotal(days), -left.meanHoursLeft(days));
        });
    }

    /// One of each line: tangents that touch a straight part of the function are the same.
    List<Tangent> tangents() {
        List<Tangent> lines = new ArrayList<>();
        double scale = Math.max(1, tangents.firstEntry().getValue().value());
        for (Tangent tangent : tangents.values()) {
            if (lines.isEmpty()
                    || Math.abs(lines.getLast().at(tangent.at()) - tangent.value()) > SAME * scale
                    || Math.abs(lines.getLast().slope() - tangent.slope()) > SAME * hours()) {
                lines.add(tangent);
            }
        }
        return lines;
    }
}
