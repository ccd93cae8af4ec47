package dev.headroom.engine.model.regression;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Loads the native code of LightGBM, in a folder of its own.
///
/// The library unpacks itself under a fixed name in the folder for temporary files and writes over what is
/// there: a second program would change the code of the first one while it runs, and another user's file
/// would be loaded. So that folder is exchanged for a private one while it loads, and what was unpacked is
/// removed.
final class NativeCode {
    private static final String FOLDER = "java.io.tmpdir";
    // Held here, or its level would be forgotten. What matters of its messages is whether the code loaded.
    private static final Logger MESSAGES = Logger.getLogger("io.github.metarank.lightgbm4j.LGBMBooster");

    private NativeCode() {}

    /// True when the native code is there to be used.
    static boolean load() {
        MESSAGES.setLevel(Level.OFF);
        String shared = System.getProperty(FOLDER);
        try {
            Path own = Files.createTempDirectory("headroom-trees-");
            try {
                System.setProperty(FOLDER, own.toString());
                LGBMBooster.loadNative();
                return LGBMBooster.isNativeLoaded();
            } finally {
                System.setProperty(FOLDER, shared);
                remove(own);
            }
        } catch (IOException | LinkageError | RuntimeException e) {
            MESSAGES.log(Level.FINE, "LightGBM does not load here.", e);
            return false;
        }
    }

    /// Loaded code stays usable where a file in use can be removed; elsewhere the files go when the program ends.
    private static void remove(Path folder) {
        folder.toFile().deleteOnExit();
        File[] files = folder.toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (!file.delete()) {
                file.deleteOnExit();
            }
        }
    }
}
