package dev.headroom.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where things are when nobody says otherwise.
public final class DefaultFolders {
    private DefaultFolders() {}

    /// The workspace in the user's application-data folder, by the custom of the system.
    public static Path workspace() {
        return workspace(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path workspace(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "Headroom", "workspace");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Headroom", "workspace");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("headroom/workspace");
    }
}
