package dev.headroom.storage.source.delivery;

import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Divides a folder into deliveries. Where a manifest lies, exactly the files that it lists are read, together;
/// of several deliveries of the same report and period, the current one. What else lies in the folders of a
/// manifest is left out and named in a note. Files that no manifest concerns are each their own delivery.
public final class DeliveryFolder {
    private static final int NAMED = 5;
    private final Path root;
    private final List<Path> tables;
    private final List<Manifest> manifests = new ArrayList<>();

    private DeliveryFolder(Path root, List<Path> tables) {
        this.root = root;
        this.tables = tables;
    }

    /// The deliveries of a folder and its subfolders, those with a manifest first.
    ///
    /// @param isTable tells the files that can be imported by their names
    public static List<Delivery> deliveries(Path folder, Predicate<Path> isTable) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Set<Path> read = new HashSet<>();
        List<Manifest> manifests = new ArrayList<>();
        for (Path file : files) {
            if (Manifest.isName(file)) {
                Manifest.read(file).ifPresent(manifest -> {
                    manifests.add(manifest);
                    read.add(file);
                });
            }
        }
        DeliveryFolder divided = new DeliveryFolder(
                folder,
                files.stream()
                        .filter(isTable)
                        .filter(file -> !read.contains(file))
                        .toList());
        divided.manifests.addAll(manifests);
        return divided.divide();
    }

    /// The delivery of a single manifest; empty when the file is none.
    public static Optional<Delivery> ofManifest(Path file) {
        if (!Manifest.isName(file) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Manifest.read(file).map(manifest -> {
            Path folder = Manifest.folder(file);
            Path data = dataFolder(folder);
            Path root = data.equals(folder) ? folder : common(folder, data);
            return delivery(root, manifest, List.of());
        });
    }

    /// The delivery of a single manifest, whose files lie below a folder; empty when the file is none.
    public static Optional<Delivery> ofManifest(Path file, Path root) {
        return Manifest.read(file).map(manifest -> delivery(root, manifest, List.of()));
    }

    /// The places of the files that a manifest lists, as it names them; empty when the file is no manifest.
    public static Optional<List<String>> listed(Path manifest) {
        return Manifest.read(manifest)
                .map(read -> read.entries().stream().map(Manifest.Entry::key).toList());
    }

    private List<Delivery> divide() {
        Map<String, List<Manifest>> reports = new LinkedHashMap<>();
        manifests.forEach(manifest -> reports.computeIfAbsent(manifest.report(), _ -> new ArrayList<>())
                .add(manifest));
        Set<Path> listed = new HashSet<>();
        Map<Manifest, List<Manifest>> chosen = new LinkedHashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (List<Manifest> versions : reports.values()) {
            Optional<Manifest> current = current(versions);
            if (current.isEmpty()) {
                deliveries.add(Delivery.refused(
                        versions.getFirst().path(),
                        LocalFiles.refused(
                                versions.getFirst(),
                                "is one of " + versions.size() + " for the same report and period, and nothing says"
                                        + " which is current; import the folder of one of them")));
            } else {
                chosen.put(current.get(), versions);
                listed.addAll(delivery(root, current.get(), List.of()).files());
            }
        }
        Set<Path> governed = new HashSet<>();
        reports.values().forEach(versions -> governed.addAll(governed(versions)));
        chosen.forEach((manifest, versions) -> {
            List<Path> left = governed(versions).stream()
                    .filter(file -> !listed.contains(file.toAbsolutePath().normalize()))
                    .toList();
            deliveries.add(delivery(root, manifest, left.isEmpty() ? List.of() : List.of(note(manifest, left))));
        });
        tables.stream()
                .filter(file -> !governed.contains(file)
                        && !listed.contains(file.toAbsolutePath().normalize()))
                .map(Delivery::of)
                .forEach(deliveries::add);
        return deliveries;
    }

    private static Delivery delivery(Path root, Manifest manifest, List<String> notes) {
        try {
            return new Delivery(
                    new LocalFiles(root).of(manifest), Optional.of(manifest.path()), notes, Optional.empty());
        } catch (SourceException refused) {
            return Delivery.refused(manifest.path(), refused);
        }
    }

    /// Of several versions the one that the manifests call current or the latest; of equal ones the uppermost.
    private static Optional<Manifest> current(List<Manifest> versions) {
        List<Manifest> candidates = versions.stream()
                .filter(manifest -> manifest.order().isPresent())
                .toList();
        if (candidates.isEmpty()) {
            candidates = versions;
        }
        String last = candidates.stream()
                .map(manifest -> manifest.order().orElse(""))
                .max(Comparator.naturalOrder())
                .orElse("");
        List<Manifest> latest = candidates.stream()
                .filter(manifest -> manifest.order().orElse("").equals(last))
                .toList();
        long different = latest.stream().map(Manifest::version).distinct().count();
        return different > 1
                ? Optional.empty()
                : latest.stream()
                        .min(Comparator.comparingInt(manifest -> manifest.path().getNameCount()));
    }

    /// The tables in the folders that the manifests speak for: their own, and beside `metadata` the same in `data`.
    private List<Path> governed(List<Manifest> versions) {
        return tables.stream()
                .filter(file -> versions.stream().anyMatch(manifest -> speaksFor(manifest, file)))
                .toList();
    }

    private static boolean speaksFor(Manifest manifest, Path file) {
        Path folder = Manifest.folder(manifest.path());
        Path place = file.toAbsolutePath().normalize();
        return place.startsWith(folder) || place.startsWith(dataFolder(Manifest.partition(folder)));
    }

    private static Path dataFolder(Path folder) {
        for (int i = folder.getNameCount() - 1; i >= 0; i--) {
            if (folder.getName(i).toString().equals("metadata")) {
                Path data = folder.getRoot().resolve(folder.subpath(0, i + 1)).resolveSibling("data");
                return i + 1 < folder.getNameCount()
                        ? data.resolve(folder.subpath(i + 1, folder.getNameCount()))
                        : data;
            }
        }
        return folder;
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common)) {
            common = Manifest.folder(common);
        }
        return common;
    }

    private String note(Manifest manifest, List<Path> left) {
        String names = String.join(
                ", ",
                left.stream()
                        .limit(NAMED)
                        .map(file -> root.relativize(file).toString())
                        .toList());
        String more = left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "";
        return "The manifest " + root.relativize(manifest.path())
                + " does not list these files, so they were left out: " + names + more + ".";
    }
}
