package dev.headroom.storage.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What stands in a backup about itself.
///
/// @param schemaVersion the format of the database in it
/// @param bytes the size of the database in it
/// @param sha256 of the database in it, in hexadecimal
/// @param encrypted whether it needs the password that the workspace had
public record BackupFacts(int schemaVersion, Instant madeAt, long bytes, String sha256, boolean encrypted) {
    private static final String FORMAT = "1";

    String text() {
        return "format=" + FORMAT + "\nschema=" + schemaVersion + "\nmade=" + madeAt + "\nbytes=" + bytes + "\nsha256="
                + sha256 + "\nencrypted=" + encrypted + "\n";
    }

    /// Empty when the text is not one that this program wrote.
    static Optional<BackupFacts> parse(String text) {
        Map<String, String> fields = new TreeMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                fields.put(line.substring(0, at), line.substring(at + 1));
            }
        });
        if (!FORMAT.equals(fields.get("format"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BackupFacts(
                    Integer.parseInt(fields.getOrDefault("schema", "")),
                    Instant.parse(fields.getOrDefault("made", "")),
                    Long.parseLong(fields.getOrDefault("bytes", "")),
                    fields.getOrDefault("sha256", ""),
                    Boolean.parseBoolean(fields.get("encrypted"))));
        } catch (NumberFormatException | DateTimeException changed) {
            return Optional.empty();
        }
    }
}
