package dev.headroom.engine.commitment;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the term of a commitment out of the words that bills have for it.
final class TermWords {
    private static final Pattern THREE = Pattern.compile(
            "(?<![\\d.])(?:3|three)[ -]?(?:y|yr|yrs|year|years)\\b|\\bP3Y\\b|\\b36 ?months\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile(
            "(?<![\\d.])(?:1|one)[ -]?(?:y|yr|yrs|year|years)\\b|\\bP1Y\\b|\\b12 ?months\\b", Pattern.CASE_INSENSITIVE);

    private TermWords() {}

    /// Empty when no term is named, or more than one.
    static Optional<CommitmentTerm> find(String words) {
        boolean three = THREE.matcher(words).find();
        boolean one = ONE.matcher(words).find();
        if (one == three) {
            return Optional.empty();
        }
        return Optional.of(three ? CommitmentTerm.THREE_YEARS : CommitmentTerm.ONE_YEAR);
    }
}
