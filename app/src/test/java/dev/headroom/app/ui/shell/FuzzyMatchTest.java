package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void lettersMustAppearInOrder() {
        assertThat(FuzzyMatch.of("db eu 0", "db-eu-07")).isPresent();
        assertThat(FuzzyMatch.of("0 eu", "db-eu-07")).isEmpty();
    }

    @Test
    void positionsPointAtTheMatchedLetters() {
        assertThat(FuzzyMatch.of("dbeu0", "db-eu-07"))
                .hasValueSatisfying(match -> assertThat(match.positions()).containsExactly(0, 1, 3, 4, 6));
    }

    @Test
    void runsAndWordBeginningsWin() {
        assertThat(score("fore", "Forecast")).isGreaterThan(score("fore", "Find or remove"));
        assertThat(score("db eu 0", "db-eu-07")).isGreaterThan(score("db eu 0", "db-eu-10"));
    }

    @Test
    void anEmptyQueryFitsEverything() {
        assertThat(FuzzyMatch.of(" ", "Risk"))
                .hasValueSatisfying(match -> assertThat(match.positions()).isEmpty());
    }

    private static int score(String query, String text) {
        return FuzzyMatch.of(query, text).orElseThrow().score();
    }
}
