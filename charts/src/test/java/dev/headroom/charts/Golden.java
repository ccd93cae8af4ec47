package dev.headroom.charts;

import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Compares a picture with the reference that is committed under `src/test/resources/golden`.
///
/// A missing reference fails and writes the picture to `target/golden`; a mismatch fails and writes the picture and a
/// map of the differing pixels.
///
/// Tolerance: a channel may differ by 24 of 255 and 0.05 % of the pixels may differ by more. The Java rasteriser is
/// deterministic, but edges of glyphs and curves are antialiased with floating point whose last digits depend on the
/// processor; that moves single edge pixels by a few levels. A moved label or line changes thousands of pixels.
public final class Golden {
    private static final int CHANNEL = 24;
    private static final double SHARE = 0.0005;

    private Golden() {}

    /// Fails unless the picture looks like its reference.
    public static void assertMatches(String name, BufferedImage actual) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".png")) {
            if (in == null) {
                fail("Reference golden/%s.png is missing. Maybe %s is right and should be committed."
                        .formatted(name, write(name, "actual", actual)));
            } else {
                compare(name, actual, ImageIO.read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String name, BufferedImage actual, BufferedImage wanted) {
        if (actual.getWidth() != wanted.getWidth() || actual.getHeight() != wanted.getHeight()) {
            fail("%s is %d by %d, its reference %d by %d; see %s."
                    .formatted(
                            name,
                            actual.getWidth(),
                            actual.getHeight(),
                            wanted.getWidth(),
                            wanted.getHeight(),
                            write(name, "actual", actual)));
        }
        BufferedImage map = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        long different = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                int distance = distance(actual.getRGB(x, y), wanted.getRGB(x, y));
                different += distance > CHANNEL ? 1 : 0;
                map.setRGB(x, y, distance > CHANNEL ? 0xff0000 : 0x010101 * (255 - distance));
            }
        }
        long allowed = (long) (SHARE * actual.getWidth() * actual.getHeight());
        if (different > allowed) {
            fail("%s differs from its reference in %d pixels (%d allowed); see %s and %s."
                    .formatted(
                            name, different, allowed, write(name, "actual", actual), write(name, "difference", map)));
        }
    }

    static int distance(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return largest;
    }

    private static Path write(String name, String kind, BufferedImage image) {
        Path file = Path.of("target", "golden", name + "-" + kind + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
