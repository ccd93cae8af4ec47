package dev.headroom.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ImportQuality.Facts;
import dev.headroom.engine.cost.ImportQuality.Reason;
import dev.headroom.engine.cost.ImportQuality.TagShare;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportQualityTest {
    @Test
    void aCleanFileScoresAHundredWithoutAReason() {
        ImportQuality quality = ImportQuality.of(rows(1_000, 0, 0, 0));
        assertThat(quality.score()).isEqualTo(100);
        assertThat(quality.reasons()).isEmpty();
    }

    @Test
    void threePointsGoForEachPerCentOfRefusedRowsAndSixtyAtMost() {
        assertThat(ImportQuality.of(rows(1_000, 50, 0, 0)).score()).isEqualTo(85);
        assertThat(words(ImportQuality.of(rows(1_000, 50, 0, 0))))
                .containsExactly("50 of 1,000 rows were refused (5.00 %).");
        assertThat(ImportQuality.of(rows(1_000, 900, 0, 0)).score()).isEqualTo(40);
    }

    @Test
    void duplicatesAreToldAndTakeNothingOff() {
        ImportQuality quality = ImportQuality.of(rows(1_000, 0, 1_000, 0));
        assertThat(quality.score()).isEqualTo(100);
        assertThat(words(quality)).containsExactly("1,000 of 1,000 rows were there before (100.0 %).");
    }

    @Test
    void brokenRulesTakeTwoToTwentyPointsOff() {
        assertThat(ImportQuality.of(rows(1_000, 0, 0, 1)).score()).isEqualTo(98);
        assertThat(ImportQuality.of(rows(1_000, 0, 0, 5_000)).score()).isEqualTo(80);
    }

    @Test
    void aRefusedFileScoresNothing() {
        Facts refused = new Facts(true, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
        assertThat(ImportQuality.of(refused).score()).isZero();
        assertThat(words(ImportQuality.of(refused))).containsExactly("The file was refused.");
    }

    @Test
    void aBillWithHolesOpenAmountsAndTagsNamesThemTheHeaviestFirst() {
        Facts bill = new Facts(
                false,
                100,
                0,
                0,
                0,
                30,
                6,
                100,
                50,
                List.of("EUR", "USD"),
                List.of(new TagShare("owner", 0.9), new TagShare("env", 0.4)));
        ImportQuality quality = ImportQuality.of(bill);
        assertThat(words(quality))
                .containsExactly(
                        "6 of 30 days have no charges.",
                        "The tag env covers 40.0 % of the cost of usage.",
                        "50 of 100 charges have no amortised amount.",
                        "The amounts are in 2 currencies: EUR, USD.");
        assertThat(quality.score()).isEqualTo(100 - 20 - 12 - 10 - 5);
        assertThat(quality.reasons())
                .allSatisfy(reason -> assertThat(reason.advice()).endsWith("."));
    }

    @Test
    void anUnknownCurrencyWeighsTwenty() {
        Facts bill = new Facts(false, 10, 0, 0, 0, 3, 0, 10, 0, List.of("unknown"), List.of());
        assertThat(ImportQuality.of(bill).score()).isEqualTo(80);
    }

    private static Facts rows(long rows, long rejected, long duplicates, long findings) {
        return new Facts(false, rows, rejected, duplicates, findings, 0, 0, 0, 0, List.of(), List.of());
    }

    private static List<String> words(ImportQuality quality) {
        return quality.reasons().stream().map(Reason::words).toList();
    }
}
