package dev.headroom.storage.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a manifest says: the files of one delivery of a report for a period.
///
/// @param path of the manifest
/// @param report what it is a delivery of; manifests of different deliveries of the same agree in it
/// @param version which delivery it is
/// @param order later deliveries of a report come later in it; empty when the manifest does not say
/// @param entries the files
record Manifest(Path path, String report, String version, Optional<String> order, List<Entry> entries) {
    private static final long LONGEST = 16L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    Manifest {
        entries = List.copyOf(entries);
    }

    /// A file of the delivery.
    ///
    /// @param key where the provider put it: a path in a bucket or a container, or its address
    /// @param size in bytes, where the manifest states the size of the file as it is stored
    /// @param hash SHA-256 or MD5 as hexadecimal text, where the manifest states one
    record Entry(String key, OptionalLong size, Optional<String> hash) {}

    /// True for names that manifests have.
    static boolean isName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith("manifest.json");
    }

    /// Reads a manifest of the legacy AWS report, of AWS Data Exports or of an Azure export; empty when the file
    /// is none of these.
    static Optional<Manifest> read(Path path) {
        try {
            if (Files.size(path) > LONGEST) {
                return Optional.empty();
            }
            JsonNode root = JSON.readTree(path.toFile());
            if (root == null || !root.isObject()) {
                return Optional.empty();
            }
            if (root.path("reportKeys").isArray()) {
                return Optional.of(legacy(path, root));
            }
            if (root.path("dataFiles").isArray()) {
                return Optional.of(dataExport(path, root));
            }
            return root.path("blobs").isArray() ? Optional.of(azure(path, root)) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /// The manifest of the current version also lies above the folders of the versions, each of which has its own.
    private static Manifest legacy(Path path, JsonNode root) {
        String assembly = root.path("assemblyId").asText("");
        boolean current = !String.valueOf(folder(path).getFileName()).equals(assembly);
        return new Manifest(
                path,
                "legacy " + root.path("account").asText("") + " "
                        + root.path("reportName").asText("") + " "
                        + root.path("billingPeriod").path("start").asText(""),
                assembly,
                current ? Optional.of("current") : Optional.empty(),
                entries(root.path("reportKeys"), Sizes.STATED));
    }

    /// A delivery that keeps the earlier ones has a folder whose name begins with its time; one that replaces
    /// them has none.
    private static Manifest dataExport(Path path, JsonNode root) {
        Path folder = folder(path);
        Path partition = partition(folder);
        boolean own = !partition.equals(folder);
        return new Manifest(
                path,
                "export " + partition,
                root.path("executionId").asText(String.valueOf(folder.getFileName())),
                Optional.of(own ? String.valueOf(folder.getFileName()) : "~"),
                entries(root.path("dataFiles"), Sizes.STATED));
    }

    /// The folder of the billing period that a folder of one of its deliveries is in; else the folder itself.
    static Path partition(Path folder) {
        return !isPartition(folder) && isPartition(folder(folder)) ? folder(folder) : folder;
    }

    private static boolean isPartition(Path folder) {
        return String.valueOf(folder.getFileName()).toUpperCase(Locale.ROOT).startsWith("BILLING_PERIOD=");
    }

    /// The size of a blob is that of the file only where the export is not compressed.
    private static Manifest azure(Path path, JsonNode root) {
        JsonNode export = root.path("exportConfig");
        JsonNode run = root.path("runInfo");
        String packed = root.path("deliveryConfig").path("compressionMode").asText("none");
        String submitted = run.path("submittedTime").asText("");
        String name = export.path("exportName").asText("");
        return new Manifest(
                path,
                name.isEmpty()
                        ? "azure " + path
                        : "azure " + export.path("resourceId").asText("") + " " + name + " "
                                + export.path("type").asText("") + " "
                                + run.path("startDate").asText(""),
                run.path("runId").asText(submitted),
                submitted.isEmpty() ? Optional.empty() : Optional.of(submitted),
                entries(root.path("blobs"), packed.equalsIgnoreCase("none") ? Sizes.STATED : Sizes.OF_CONTENT));
    }

    /// The folder in which a file or a folder lies, as an absolute path.
    static Path folder(Path path) {
        Path place = path.toAbsolutePath().normalize();
        Path parent = place.getParent();
        return parent == null ? place : parent;
    }

    private enum Sizes {
        STATED,
        OF_CONTENT
    }

    private static List<Entry> entries(JsonNode list, Sizes sizes) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode file : list) {
            if (file.isTextual()) {
                entries.add(new Entry(file.asText(), OptionalLong.empty(), Optional.empty()));
                continue;
            }
            Optional<JsonNode> size = member(file, "byteCount", "size", "fileSize", "contentLength")
                    .filter(number -> sizes == Sizes.STATED && number.isIntegralNumber());
            entries.add(new Entry(
                    member(file, "blobName", "key", "path", "uri", "url", "name")
                            .map(JsonNode::asText)
                            .orElse(""),
                    size.isPresent() ? OptionalLong.of(size.get().asLong()) : OptionalLong.empty(),
                    member(file, "sha256", "md5").map(JsonNode::asText)));
        }
        return entries;
    }

    private static Optional<JsonNode> member(JsonNode object, String... names) {
        for (String name : names) {
            if (object.hasNonNull(name)) {
                return Optional.of(object.get(name));
            }
        }
        return Optional.empty();
    }
}
