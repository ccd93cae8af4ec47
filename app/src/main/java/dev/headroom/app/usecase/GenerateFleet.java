package dev.headroom.app.usecase;

import dev.headroom.app.fleet.FleetGenerator;
import dev.headroom.app.fleet.FleetSpec;
import dev.headroom.app.fleet.GenerateReport;
import dev.headroom.app.fleet.GenerationListener;
import dev.headroom.storage.source.price.ShippedPrices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Generates a server fleet with metrics, inventory and bill, whose truth is known.
public final class GenerateFleet {
    private static final Set<String> OURS = Set.of(
            "utilization", "billing", "inventory", "truth.csv", "truth-assets.csv", "README.md", "manifest.json");

    private final int threads;

    /// Uses all processors.
    public GenerateFleet() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads how many servers are drawn at once; the files do not depend on it
    public GenerateFleet(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads + ") must be positive.");
        }
        this.threads = threads;
    }

    /// Writes the fleet below `folder`, which is made when it does not exist. A folder that holds anything else than an
    /// earlier fleet is left alone.
    public GenerateReport run(FleetSpec spec, Path folder, Progress progress) throws UseCaseException {
        try {
            makeRoom(folder);
            return new FleetGenerator(ShippedPrices.load(), threads).generate(spec, folder, listener(progress));
        } catch (CancellationException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.CANCELLED,
                    "HR-3001",
                    "The generation was stopped; " + folder + " is unfinished.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UseCaseException(
                    UseCaseException.Kind.CANCELLED,
                    "HR-3001",
                    "The generation was stopped; " + folder + " is unfinished.",
                    e);
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-3101",
                    "The fleet cannot be written to " + folder
                            + "; check that the folder is writable and the disk has room.",
                    e);
        }
    }

    private static void makeRoom(Path folder) throws IOException, UseCaseException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> names =
                    entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
            boolean earlierFleet = names.contains("utilization") && OURS.containsAll(names);
            if (!names.isEmpty() && !earlierFleet) {
                throw new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-3102",
                        "The folder " + folder + " holds other files; choose an empty one for the generated fleet.");
            }
        }
        for (String part : new String[] {"utilization", "billing", "inventory"}) {
            removeTables(folder.resolve(part));
        }
    }

    /// Tables of an earlier run would otherwise mix with those of this one.
    private static void removeTables(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(GenerateFleet::isTable).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isTable(Path file) {
        String name = file.toString();
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    private static GenerationListener listener(Progress progress) {
        return new GenerationListener() {
            @Override
            public void report(String what, long done, long total) {
                progress.report(what, done, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
