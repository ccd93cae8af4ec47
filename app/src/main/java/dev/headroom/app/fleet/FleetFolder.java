package dev.headroom.app.fleet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The output folder of a generated fleet: opens its tables and remembers what was written. Safe for several threads.
final class FleetFolder {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final FleetSpec.Packing packing;
    private final SortedMap<String, GeneratedFile> files = new TreeMap<>();

    FleetFolder(Path folder, FleetSpec.Packing packing) {
        this.folder = folder;
        this.packing = packing;
    }

    /// Opens a table for writing.
    ///
    /// @param name path below the folder without `.csv`
    TableWriter table(String name) throws IOException {
        String full = switch (packing) {
            case GZIP -> name + ".csv.gz";
            case PLAIN -> name + ".csv";
        };
        return open(full);
    }

    /// Opens a file that is never compressed.
    TableWriter open(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.resolveSibling("."));
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw, BUFFER) : raw;
        return new TableWriter(out, (rows, hash) -> register(name, path, rows, hash));
    }

    private synchronized void register(String name, Path path, long rows, String hash) throws IOException {
        files.put(name, new GeneratedFile(name, rows, Files.size(path), hash));
    }

    /// What has been written and closed so far, by name.
    synchronized List<GeneratedFile> files() {
        return new ArrayList<>(files.values());
    }
}
