package dev.headroom.app.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Registers Inter with tabular figures, one family name a weight. It reads the shipped files itself, so that the first
/// picture of the window does not wait for AWT.
final class Typeface {
    private static final List<String> FILES =
            List.of("InterTabular-Regular.ttf", "InterTabular-Medium.ttf", "InterTabular-SemiBold.ttf");
    private static boolean loaded;

    private Typeface() {}

    static synchronized void load() {
        if (loaded) {
            return;
        }
        for (String file : FILES) {
            try (InputStream in = Typeface.class.getResourceAsStream("/dev/headroom/charts/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("font file (" + file + ") is missing or damaged.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("font file (" + file + ") cannot be read.", e);
            }
        }
        loaded = true;
    }
}
