package dev.headroom.charts.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChartFontsTest {
    /// The instances of a variable font round each advance to the em grid: a few grid units, a fiftieth of a pixel at
    /// 12 px, which no column of figures can show.
    private static final double FEW_GRID_UNITS = 0.02;

    @Test
    void everyWeightHasItsOwnFamilyInAwtAndInJavaFx() {
        for (FontFace face : FontFace.values()) {
            Font awt = ChartFonts.awt(face, 13);

            assertThat(awt.getFamily()).isEqualTo(face.family());
            assertThat(awt.getSize2D()).isEqualTo(13);
        }
    }

    @Test
    void allFiguresHaveTheSameWidth() {
        for (FontFace face : FontFace.values()) {
            double zero = ChartFonts.width(face, 12, "0");
            for (char figure = '1'; figure <= '9'; figure++) {
                assertThat(ChartFonts.width(face, 12, String.valueOf(figure))).isCloseTo(zero, within(FEW_GRID_UNITS));
            }
        }
    }

    @Test
    void everyWeightShowsTheSignsTheProductWrites() {
        for (FontFace face : FontFace.values()) {
            assertThat(ChartFonts.awt(face, 12).canDisplayUpTo("äöüß€£−–…≥<>% \u00a0·→"))
                    .isEqualTo(-1);
        }
    }

    @Test
    void theTypefaceCanBeEmbedded() throws IOException {
        try (InputStream in = ChartFonts.open(FontFace.MEDIUM)) {
            assertThat(in.readNBytes(4)).containsExactly(0, 1, 0, 0);
        }
    }

    @Test
    void theStandInForSystemFontsNamesEveryLogicalFamily() throws IOException {
        Properties properties = new Properties();
        properties.load(new java.io.StringReader(SystemFonts.configuration(Path.of("/fonts/a.ttf"))));

        assertThat(properties).containsKeys("dialog.plain.latin-1", "monospaced.bolditalic.latin-1");
        assertThat(properties).containsValue("/fonts/a.ttf");
        assertThat(properties).hasSize(23);
    }
}
