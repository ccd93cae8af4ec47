package dev.headroom.app.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How well a text fits a query whose letters appear in it in order, blanks of the query counting for nothing.
///
/// @param score higher is better; runs of neighbours and beginnings of words count more than scattered letters
/// @param positions the indexes in the text of the letters that matched, increasing
public record FuzzyMatch(int score, int[] positions) {
    private static final int RUN = 6;
    private static final int WORD = 8;
    private static final int START = 4;

    public FuzzyMatch {
        positions = positions.clone();
    }

    @Override
    public int[] positions() {
        return positions.clone();
    }

    /// The best of the greedy matches from each possible first letter; empty when some letter is missing.
    public static Optional<FuzzyMatch> of(String query, String text) {
        String wanted = query.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String given = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(new FuzzyMatch(0, new int[0]));
        }
        Optional<FuzzyMatch> best = Optional.empty();
        for (int start = given.indexOf(wanted.charAt(0));
                start >= 0;
                start = given.indexOf(wanted.charAt(0), start + 1)) {
            Optional<FuzzyMatch> match = from(wanted, given, start);
            if (match.isPresent()
                    && (best.isEmpty() || match.get().score() > best.get().score())) {
                best = match;
            }
        }
        return best;
    }

    private static Optional<FuzzyMatch> from(String wanted, String given, int start) {
        int[] found = new int[wanted.length()];
        int at = start;
        int score = start == 0 ? START : 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = i == 0 ? start : given.indexOf(wanted.charAt(i), at + 1);
            if (at < 0) {
                return Optional.empty();
            }
            found[i] = at;
            boolean run = i > 0 && found[i - 1] == at - 1;
            boolean word = at == 0 || !Character.isLetterOrDigit(given.charAt(at - 1));
            score += 1 + (run ? RUN : 0) + (word ? WORD : 0);
        }
        return Optional.of(new FuzzyMatch(score * 4 - given.length(), found));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FuzzyMatch match && match.score == score && Arrays.equals(match.positions, positions);
    }

    @Override
    public int hashCode() {
        return 31 * score + Arrays.hashCode(positions);
    }

    @Override
    public String toString() {
        return "FuzzyMatch[" + score + ", " + Arrays.toString(positions) + "]";
    }
}
