package dev.headroom.storage.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "5", "a \"quoted\" value", "with (brackets)", "ends in: colon:", "two\nlines"})
    void theSentenceTellsTheWholeFinding(String value) {
        Finding finding =
                new Finding("allowed-value", "tags/user:team", 12_345, 7, value, "One of A (or B): see there");
        assertThat(Finding.ofSentence(finding.sentence())).contains(finding);
    }

    @Test
    void oneRowIsRead() {
        Finding finding = new Finding("mandatory-column", "BilledCost", 1, 1, "", "The column is missing");
        assertThat(Finding.ofSentence(finding.sentence())).contains(finding);
    }

    @Test
    void anyOtherNoteIsNoFinding() {
        assertThat(Finding.ofSentence("The file has no billing currency: amounts are of unknown currency."))
                .isEmpty();
        assertThat(Finding.ofSentence("")).isEmpty();
    }
}
