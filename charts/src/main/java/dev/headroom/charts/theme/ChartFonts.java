package dev.headroom.charts.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The one place that loads the shipped typeface, for AWT, for JavaFX and for PDF files.
///
/// Text is measured with one fixed render context, so that a layout is the same on screen, in PNG, SVG and PDF.
public final class ChartFonts {
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final Map<FontFace, Font> AWT = new EnumMap<>(FontFace.class);
    private static final Map<SizedFace, Font> SIZED = new ConcurrentHashMap<>();
    private static final Map<Measured, Double> WIDTHS = new ConcurrentHashMap<>();
    private static final int WIDTH_CACHE_LIMIT = 20_000;

    static {
        for (FontFace face : FontFace.values()) {
            AWT.put(face, load(face));
        }
    }

    private record SizedFace(FontFace face, double size) {}

    private record Measured(FontFace face, double size, String text) {}

    private ChartFonts() {}

    /// The AWT font of a weight at a size in pixels.
    public static Font awt(FontFace face, double size) {
        return SIZED.computeIfAbsent(new SizedFace(face, size), key -> {
            Font base = AWT.get(key.face());
            if (base == null) {
                throw new IllegalStateException("font (" + key.face() + ") is not loaded.");
            }
            return base.deriveFont((float) key.size());
        });
    }

    /// The JavaFX font of a weight at a size in pixels; registers the typeface with JavaFX on first use.
    public static javafx.scene.text.Font fx(FontFace face, double size) {
        FxFonts.register();
        return javafx.scene.text.Font.font(face.family(), size);
    }

    /// Makes every weight known to JavaFX, so that style sheets can name the families.
    public static void registerWithJavaFx() {
        FxFonts.register();
    }

    /// The TrueType file of a weight, for embedding; the caller closes it.
    public static InputStream open(FontFace face) {
        InputStream in = ChartFonts.class.getResourceAsStream("/dev/headroom/charts/fonts/" + face.file());
        if (in == null) {
            throw new IllegalStateException("font file (" + face.file() + ") is missing from the module.");
        }
        return in;
    }

    /// The width of a text in pixels, the same on every medium.
    public static double width(FontFace face, double size, String text) {
        if (WIDTHS.size() > WIDTH_CACHE_LIMIT) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(
                new Measured(face, size, text),
                key -> awt(key.face(), key.size())
                        .getStringBounds(key.text(), METRICS)
                        .getWidth());
    }

    /// The outline of a text whose baseline starts at the origin.
    public static Shape outline(FontFace face, double size, String text) {
        return awt(face, size).createGlyphVector(METRICS, text).getOutline();
    }

    /// The height of a capital letter in pixels: what optical centring of one line of text needs.
    public static double capHeight(double size) {
        return 0.727 * size;
    }

    private static Font load(FontFace face) {
        try {
            return create(face);
        } catch (IOException | RuntimeException first) {
            return loadWithoutSystemFonts(face, first);
        }
    }

    /// The second try, after telling AWT that the shipped typeface is all there is.
    private static Font loadWithoutSystemFonts(FontFace face, Exception first) {
        try {
            if (SystemFonts.declare()) {
                return create(face);
            }
        } catch (IOException | RuntimeException second) {
            first.addSuppressed(second);
        }
        throw new IllegalStateException("font file (" + face.file() + ") cannot be read.", first);
    }

    private static Font create(FontFace face) throws IOException {
        try (InputStream in = open(face)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font file (" + face.file() + ") is damaged.", e);
        }
    }

    /// Holder, so that a program without JavaFX never touches it.
    private static final class FxFonts {
        static {
            for (FontFace face : FontFace.values()) {
                try (InputStream in = open(face)) {
                    javafx.scene.text.Font.loadFont(in, 12);
                } catch (IOException e) {
                    throw new UncheckedIOException("font file (" + face.file() + ") cannot be read.", e);
                }
            }
        }

        private FxFonts() {}

        static void register() {
            // Running the class initialiser is all there is to do.
        }
    }
}
