package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.feature.PeriodEndProfile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says in plain words what a combination consists of and why.
final class CombinationWords {
    private static final int NAMED = 3;

    private CombinationWords() {}

    static String describe(Combination combination, PeriodEndProfile ends) {
        return season(combination) + " " + calendar(ends) + members(combination);
    }

    private static String calendar(PeriodEndProfile ends) {
        if (ends.hasQuarterEnd()) {
            double peak = ends.quarterEndPeak();
            String size = ends.multiplies()
                    ? String.format(Locale.ROOT, "%+.0f %%", 100 * (peak - 1))
                    : String.format(Locale.ROOT, "%+.3g", peak);
            return "Quarter ends differ from other days by up to " + size + ". ";
        }
        return ends.hasMonthEnd() ? "Month ends differ from other days. " : "";
    }

    private static String season(Combination combination) {
        if (combination.season() < 2) {
            return "No season was given.";
        }
        if (!combination.seasonFound()) {
            return "No season of " + combination.season() + " steps was found.";
        }
        return combination.longSeason() > 0
                ? "Seasons of " + combination.season() + " and " + combination.longSeason() + " steps were found."
                : "A season of " + combination.season() + " steps was found.";
    }

    private static String members(Combination combination) {
        if (combination.shares().size() == 1) {
            return "The forecast is "
                    + combination.shares().getFirst().component().label() + ".";
        }
        List<ComponentShare> shares = combination.shares();
        if (combination.origins() == 0) {
            return "The series is too short to try the " + shares.size()
                    + " methods on its past, so each has the same weight.";
        }
        String centre = combination.frequency() == FrequencyClass.SUB_DAILY ? "weighted median" : "trimmed mean";
        String trials =
                combination.origins() == 1 ? "one earlier stretch" : combination.origins() + " earlier stretches";
        return "The forecast is the " + centre + " of " + shares.size() + " methods, weighted by their errors on "
                + trials + " of " + combination.trialSteps() + " steps; most weight: "
                + shares.stream().limit(NAMED).map(CombinationWords::share).collect(Collectors.joining("; ")) + ".";
    }

    private static String share(ComponentShare share) {
        String weight =
                String.format(Locale.ROOT, "%s %.0f %%", share.component().label(), 100 * share.weight());
        return share.relativeError().isPresent()
                ? weight
                        + String.format(
                                Locale.ROOT,
                                " (error %.2f times that of repeating the last season)",
                                share.relativeError().getAsDouble())
                : weight;
    }
}
