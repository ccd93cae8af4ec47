package dev.headroom.storage.source.delivery;

import dev.headroom.storage.source.SourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files that belong together: those that one manifest lists, or one file without any.
///
/// @param files in the order of the manifest; empty when the delivery is refused
/// @param manifest the manifest that lists them
/// @param notes what the user should know about the choice of the files, one sentence each
/// @param refused why none of the files may be read
public record Delivery(
        List<Path> files, Optional<Path> manifest, List<String> notes, Optional<SourceException> refused) {
    public Delivery {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /// A file that no manifest lists.
    public static Delivery of(Path file) {
        return new Delivery(List.of(file), Optional.empty(), List.of(), Optional.empty());
    }

    static Delivery refused(Path manifest, SourceException why) {
        return new Delivery(List.of(), Optional.of(manifest), List.of(), Optional.of(why));
    }
}
