package dev.headroom.charts.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the measured numbers of the palettes: contrast to read by, and distance to tell categories apart.
class PaletteTest {
    /// The printed numbers are rounded to one decimal.
    private static final double ROUNDING = 0.051;

    @ParameterizedTest
    @CsvSource({
        "TEXT, SURFACE, 16.0, 14.3",
        "TEXT, APP, 14.6, 15.5",
        "MUTED, SURFACE, 7.1, 7.7",
        "MUTED, APP, 6.5, 8.3",
        "SUBTLE, SURFACE, 5.2, 5.8",
        "SUBTLE, APP, 4.7, 6.2",
        "ACCENT, SURFACE, 6.2, 7.3",
        "ACCENT, ACCENT_SOFT, 5.3, 5.9",
        "ON_ACCENT, ACCENT, 6.2, 7.9",
        "MUTED, ACCENT_SOFT, 6.1, 6.3",
        "SUCCESS, SUCCESS_SOFT, 5.1, 6.4",
        "SUCCESS, SURFACE, 5.8, 7.8",
        "WARNING, WARNING_SOFT, 5.1, 6.9",
        "WARNING, SURFACE, 5.7, 8.2",
        "DANGER, DANGER_SOFT, 5.2, 6.0",
        "DANGER, SURFACE, 6.0, 7.0",
        "CONTROL, SURFACE, 3.3, 3.8",
        "ACCENT, BAND_50, 3.1, 3.2",
        "DANGER, BAND_50, 3.0, 3.1",
    })
    void contrastIsWhatTheSpecificationPrints(ThemeColor front, ThemeColor ground, double light, double dark) {
        assertThat(contrast(PlotTheme.light(), front, ground)).isCloseTo(light, within(ROUNDING));
        assertThat(contrast(PlotTheme.dark(), front, ground)).isCloseTo(dark, within(ROUNDING));
    }

    @Test
    void everyTextIsAtLeastFourAndAHalfToOneAndEveryMarkThree() {
        for (PlotTheme theme : List.of(PlotTheme.light(), PlotTheme.dark())) {
            for (ThemeColor text : List.of(
                    ThemeColor.TEXT, ThemeColor.MUTED, ThemeColor.SUBTLE, ThemeColor.ACCENT, ThemeColor.DANGER)) {
                assertThat(contrast(theme, text, ThemeColor.SURFACE)).isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(theme, text, ThemeColor.RAISED)).isGreaterThanOrEqualTo(4.5);
            }
            for (ThemeColor mark : List.of(ThemeColor.HISTORY, ThemeColor.CONTROL, ThemeColor.FOCUS_RING)) {
                assertThat(contrast(theme, mark, ThemeColor.SURFACE)).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void figuresOnHeatmapFillsAreLegible() {
        for (PlotTheme theme : List.of(PlotTheme.light(), PlotTheme.dark())) {
            for (ProbabilityClass probability : ProbabilityClass.values()) {
                double contrast = ColourScience.contrast(theme.figure(probability), theme.fill(probability));
                assertThat(contrast).as("%s %s", theme.name(), probability).isGreaterThanOrEqualTo(5.3);
            }
        }
    }

    @Test
    void fillsOfRisingProbabilityAreOrderedByLuminanceSoThatGreyPrintingKeepsThem() {
        for (int i = 1; i < ProbabilityClass.values().length; i++) {
            ProbabilityClass lower = ProbabilityClass.values()[i - 1];
            ProbabilityClass higher = ProbabilityClass.values()[i];
            assertThat(ColourScience.luminance(PlotTheme.light().fill(higher)))
                    .isLessThan(ColourScience.luminance(PlotTheme.light().fill(lower)));
            assertThat(ColourScience.luminance(PlotTheme.dark().fill(higher)))
                    .isGreaterThan(ColourScience.luminance(PlotTheme.dark().fill(lower)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light, NORMAL, 20.7",
        "light, DEUTERANOPIA, 15.4",
        "light, PROTANOPIA, 15.5",
        "light, TRITANOPIA, 13.9",
        "dark, NORMAL, 21.8",
        "dark, DEUTERANOPIA, 15.5",
        "dark, PROTANOPIA, 15.3",
        "dark, TRITANOPIA, 12.1",
    })
    void theClosestTwoCategoriesAreAsFarApartAsThePaletteWasChosenFor(
            String name, ColourScience.Vision vision, double wanted) {
        List<Color> categories = categories(theme(name));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < categories.size(); i++) {
            for (int j = i + 1; j < categories.size(); j++) {
                least = Math.min(least, ColourScience.distance(categories.get(i), categories.get(j), vision));
            }
        }
        assertThat(least).isCloseTo(wanted, within(ROUNDING));
    }

    @Test
    void neighbouringProbabilitiesStayApartForEveryVision() {
        for (PlotTheme theme : List.of(PlotTheme.light(), PlotTheme.dark())) {
            for (ColourScience.Vision vision : ColourScience.Vision.values()) {
                for (int i = 1; i < ProbabilityClass.values().length; i++) {
                    double distance = ColourScience.distance(
                            theme.fill(ProbabilityClass.values()[i - 1]),
                            theme.fill(ProbabilityClass.values()[i]),
                            vision);
                    assertThat(distance).as("%s %s %d", theme.name(), vision, i).isGreaterThanOrEqualTo(11);
                }
            }
        }
    }

    @Test
    void everyCategoryStandsOutFromTheSurface() {
        assertThat(leastContrast(PlotTheme.light())).isGreaterThanOrEqualTo(3.1 - ROUNDING);
        assertThat(leastContrast(PlotTheme.dark())).isGreaterThanOrEqualTo(3.8 - ROUNDING);
    }

    @Test
    void theColourDistanceAgreesWithThePublishedTestData() {
        // Sharma, Wu and Dalal (2005), The CIEDE2000 color-difference formula, table 1, pairs 1, 7, 17 and 25.
        assertThat(ColourScience.ciede2000(new double[] {50, 2.6772, -79.7751}, new double[] {50, 0, -82.7485}))
                .isCloseTo(2.0425, within(1e-4));
        assertThat(ColourScience.ciede2000(new double[] {50, 0, 0}, new double[] {50, -1, 2}))
                .isCloseTo(2.3669, within(1e-4));
        assertThat(ColourScience.ciede2000(new double[] {50, 2.5, 0}, new double[] {73, 25, -18}))
                .isCloseTo(27.1492, within(1e-4));
        assertThat(ColourScience.ciede2000(
                        new double[] {60.2574, -34.0099, 36.2677}, new double[] {60.4626, -34.1751, 39.4387}))
                .isCloseTo(1.2644, within(1e-4));
    }

    @Test
    void theNinthCategoryIsTheGreyOfOther() {
        assertThat(PlotTheme.light().category(8)).isEqualTo(PlotTheme.light().color(ThemeColor.CONTROL));
        assertThat(PlotTheme.light().hex(ThemeColor.ACCENT)).isEqualTo("#2456d6");
    }

    private static double leastContrast(PlotTheme theme) {
        return categories(theme).stream()
                .mapToDouble(color -> ColourScience.contrast(color, theme.color(ThemeColor.SURFACE)))
                .min()
                .orElseThrow();
    }

    private static List<Color> categories(PlotTheme theme) {
        return new ArrayList<>(IntStream.range(0, theme.categoryCount())
                .mapToObj(theme::category)
                .toList());
    }

    private static PlotTheme theme(String name) {
        return name.equals("light") ? PlotTheme.light() : PlotTheme.dark();
    }

    private static double contrast(PlotTheme theme, ThemeColor front, ThemeColor ground) {
        return ColourScience.contrast(theme.color(front), theme.color(ground));
    }
}
