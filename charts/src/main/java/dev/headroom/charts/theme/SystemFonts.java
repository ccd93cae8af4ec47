package dev.headroom.charts.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A stand-in for the fonts of the system, for machines that have none.
///
/// AWT refuses to load any font, even one that is shipped along, until it knows a system font for its five logical
/// families; a bare container without fontconfig has none. There the shipped typeface is declared as all five.
final class SystemFonts {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final String NAME = "-misc-inter tabular-medium-r-normal--*-%d-*-*-p-*-iso8859-1";

    private SystemFonts() {}

    /// Declares the shipped typeface, unless somebody has already chosen a configuration; answers whether to try again.
    static boolean declare() throws IOException {
        if (System.getProperty(PROPERTY) != null) {
            return false;
        }
        Path folder = Files.createTempDirectory("headroom-fonts");
        Path typeface = folder.resolve(FontFace.REGULAR.file());
        try (InputStream in = ChartFonts.open(FontFace.REGULAR)) {
            Files.copy(in, typeface, StandardCopyOption.REPLACE_EXISTING);
        }
        Path configuration = folder.resolve("fontconfig.properties");
        Files.writeString(configuration, configuration(typeface));
        typeface.toFile().deleteOnExit();
        configuration.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        System.setProperty(PROPERTY, configuration.toString());
        return true;
    }

    /// The configuration file, in the format that the Java runtime reads.
    static String configuration(Path typeface) {
        StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
        for (String family : List.of("dialog", "dialoginput", "serif", "sansserif", "monospaced")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                text.append(family)
                        .append('.')
                        .append(style)
                        .append(".latin-1=")
                        .append(NAME)
                        .append('\n');
            }
        }
        text.append("filename.").append(NAME.replace(' ', '_')).append('=');
        return text.append(typeface.toString().replace("\\", "\\\\"))
                .append('\n')
                .toString();
    }
}
