package dev.headroom.app.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourTokensTest {
    private static final Pattern TOKEN = Pattern.compile("-hr-([a-z0-9-]+):\\s*(#[0-9a-f]{6});");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void styleSheetAndChartsNameTheSameColours(Theme theme) throws IOException {
        Map<String, String> sheet = tokens(theme);
        for (ThemeColor token : ThemeColor.values()) {
            String name = token.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(sheet)
                    .as(theme + " " + name)
                    .containsEntry(name, PlotThemes.of(theme).hex(token));
        }
        for (int index = 1; index <= 3; index++) {
            Color colour = PlotThemes.of(theme).category(index);
            assertThat(sheet)
                    .as(theme + " category " + index)
                    .containsEntry("category-" + index, "#%06x".formatted(colour.getRGB() & 0xffffff));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnEveryGround(Theme theme) throws IOException {
        Map<String, String> sheet = tokens(theme);
        assertThat(contrast(sheet, "text", "surface")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "muted", "app")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "subtle", "surface")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "accent", "accent-soft")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "on-accent", "accent")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "success", "success-soft")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "warning", "warning-soft")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "danger", "danger-soft")).isGreaterThan(4.5);
        assertThat(contrast(sheet, "control", "surface")).isGreaterThan(3.0);
    }

    private static Map<String, String> tokens(Theme theme) throws IOException {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(theme.code() + ".css"))) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> tokens = new HashMap<>();
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2));
            }
            return tokens;
        }
    }

    /// WCAG 2 contrast of two tokens.
    private static double contrast(Map<String, String> sheet, String first, String second) {
        double a = luminance(Objects.requireNonNull(sheet.get(first)));
        double b = luminance(Objects.requireNonNull(sheet.get(second)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
