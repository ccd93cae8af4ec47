package dev.headroom.app;

import dev.headroom.app.cli.HeadroomCommand;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts the window, or one command of the command line.
public final class Main {
    /// Held here, because a logger that nobody holds forgets its level.
    private static final Logger CLUSTERING = Logger.getLogger("smile");

    private Main() {}

    public static void main(String[] arguments) {
        // It tells every iteration, which belongs on nobody's terminal.
        CLUSTERING.setLevel(Level.WARNING);
        boolean folderOnly = arguments.length == 2 && arguments[0].equals("--workspace");
        if ((arguments.length == 0 || folderOnly) && hasDisplay()) {
            HeadroomApplication.launchWindow(folderOnly ? Optional.of(Path.of(arguments[1])) : Optional.empty());
            return;
        }
        AtomicReference<@Nullable Path> open = new AtomicReference<>();
        int exit = HeadroomCommand.run(
                Wiring.demo(), open::set, arguments.length == 0 ? new String[] {"--help"} : arguments);
        Path demo = open.get();
        if (demo != null && hasDisplay()) {
            HeadroomApplication.launchWindow(Optional.of(demo));
            return;
        }
        System.exit(exit);
    }

    /// X11 and Wayland announce themselves; Windows and macOS always have a display.
    private static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }
}
