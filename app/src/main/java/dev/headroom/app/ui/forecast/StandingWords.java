package dev.headroom.app.ui.forecast;

import dev.headroom.app.usecase.ModelScore;
import dev.headroom.engine.evaluation.Standing;
import java.util.List;

/// Says in one sentence which models of a leaderboard are as good as its best, and how little that may mean.
final class StandingWords {
    private StandingWords() {}

    /// Empty when nothing could be tested.
    static String of(List<ModelScore> scores) {
        List<String> asGood = names(scores, Standing.Verdict.AS_GOOD);
        List<String> worse = names(scores, Standing.Verdict.WORSE);
        if (asGood.isEmpty() && worse.isEmpty()) {
            return "";
        }
        String best = names(scores, Standing.Verdict.BEST).getFirst();
        if (asGood.isEmpty()) {
            return best + " is better than all others beyond chance.";
        }
        if (worse.isEmpty()) {
            return "Over " + origins(scores) + " no difference to " + best + " is more than chance.";
        }
        return "As good as the best, as far as " + origins(scores) + " can tell: " + listed(asGood) + ". Only "
                + listed(worse) + (worse.size() == 1 ? " is" : " are") + " worse beyond chance.";
    }

    private static String origins(List<ModelScore> scores) {
        int origins = scores.getFirst().origins();
        return origins == 1 ? "1 origin" : origins + " origins";
    }

    private static List<String> names(List<ModelScore> scores, Standing.Verdict verdict) {
        return scores.stream()
                .filter(score -> score.standing().verdict() == verdict)
                .map(score -> ModelNames.of(score.model()))
                .toList();
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
