package dev.headroom.app.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the window's settings as a small JSON file in the user's configuration folder. A file that cannot be read
/// counts as missing: settings are a comfort, never a reason not to start.
public final class SettingsFile {
    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The file of this user on this system.
    public static SettingsFile ofUser() {
        return new SettingsFile(configFolder(System.getProperty("os.name", ""), System.getenv(), home())
                .resolve("window.json"));
    }

    static Path configFolder(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Headroom");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Headroom");
        }
        String config = environment.get("XDG_CONFIG_HOME");
        return (config == null || config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("headroom");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }

    public WindowSettings read() {
        WindowSettings first = WindowSettings.first();
        if (!Files.isReadable(file)) {
            return first;
        }
        try {
            return SettingsJson.read(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Settings file (" + file + ") cannot be read; starting with the first settings.", e);
            return first;
        }
    }

    /// Writes beside the old file and swaps, so that a crash leaves one of the two.
    public void write(WindowSettings settings) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(SettingsJson.write(settings)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Settings file (" + file + ") cannot be written.", e);
        }
    }
}
