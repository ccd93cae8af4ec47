package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.Growth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a fitted additive model says about itself.
final class AdditiveWords {
    private AdditiveWords() {}

    static String describe(Design design, List<TrendBend> bends, Remainder remainder) {
        String parts = design.terms().stream().map(Term::name).collect(Collectors.joining(", "));
        String joined = parts.isEmpty() ? "no seasonal part" : parts;
        return trend(design, bends) + (design.multiplies() ? " times " : " plus ") + joined + ". "
                + (remainder.fading() > 0.5
                        ? "Deviations last, so the latest one fades slowly into the forecast."
                        : "Deviations are short-lived.");
    }

    private static String trend(Design design, List<TrendBend> bends) {
        String changes = switch (bends.size()) {
            case 0 -> "no change of slope";
            case 1 -> "one change of slope";
            default -> bends.size() + " changes of slope";
        };
        return switch (design.growth()) {
            case Growth.Linear _ -> "A trend with " + changes;
            case Growth.Flat _ -> "A level without trend";
            case Growth.Logistic logistic ->
                "Logistic growth from " + bound(logistic.floor()) + " to " + bound(logistic.capacity()) + " with "
                        + changes;
        };
    }

    private static String bound(Growth.Bound bound) {
        return switch (bound) {
            case Growth.Always always -> String.format(Locale.ROOT, "%.6g", always.value());
            case Growth.ByStep step -> step.column().name();
        };
    }

    /// Why a future point cannot be forecast.
    static String unknown(Design design, int index) {
        Curve.Point point = design.point(index);
        for (int i = 0; i < design.terms().size(); i++) {
            if (Double.isNaN(point.row()[design.offset(i)])) {
                return missing("regressor " + design.terms().get(i).name(), design, index);
            }
        }
        return missing(Double.isNaN(point.floor()) ? "floor" : "capacity", design, index);
    }

    private static String missing(String what, Design design, int index) {
        return what + " has no value at " + design.grid().at(index) + ", step "
                + (index - design.grid().length() + 1) + " of the forecast.\nMaybe its column ends before the forecast"
                + " does.";
    }
}
