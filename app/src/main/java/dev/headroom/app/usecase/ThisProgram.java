package dev.headroom.app.usecase;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.storage.cache.ComputedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// What computes the numbers of this process: the engine by the content of its classes, and the Java machine.
///
/// The version of a release does not tell two builds of the engine apart, the content of its classes does:
/// the same classes compute the same numbers.
final class ThisProgram {
    private static final String POM = "/META-INF/maven/dev.headroom/headroom-engine/pom.properties";
    private static final int SHOWN = 12;

    private ThisProgram() {}

    /// Computed once, when it is first needed.
    static ComputedBy computedBy() {
        return Once.VALUE;
    }

    private static final class Once {
        private static final ComputedBy VALUE = new ComputedBy(engine(), jvm());

        private Once() {}
    }

    private static String jvm() {
        return System.getProperty("java.vendor") + " " + Runtime.version() + " on " + System.getProperty("os.arch");
    }

    private static String engine() {
        CodeSource source = ModelCatalog.class.getProtectionDomain().getCodeSource();
        String release = release();
        if (source == null) {
            return release;
        }
        try {
            URI place = source.getLocation().toURI();
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                return release + "+" + hash(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return release + "+" + hash(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException | UncheckedIOException unreadable) {
            return release;
        }
    }

    /// The version that the build wrote into the archive; classes outside of one have none.
    private static String release() {
        try (InputStream in = ModelCatalog.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "development");
        } catch (IOException unreadable) {
            return "development";
        }
    }

    private static String hash(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            MessageDigest digest = ContentDigest.sha256();
            List<Path> classes = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted(Comparator.comparing(
                            file -> root.relativize(file).toString().replace('\\', '/')))
                    .toList();
            byte[] buffer = new byte[1 << 16];
            for (Path file : classes) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return ContentDigest.hex(digest).substring(0, SHOWN);
        }
    }
}
