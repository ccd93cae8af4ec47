package dev.headroom.storage.ingest;

import java.nio.file.Path;

/// Follows an import and can end it. Called on the importing thread, often; must return at once.
public interface IngestProgress {
    /// @param file the file that is being read
    /// @param rows how many of its rows have been read
    /// @param fraction the part of its bytes that has been read, 0 to 1
    void advanced(Path file, long rows, double fraction);

    /// True when the import should end. The file that is being read is then taken back; earlier files stay.
    boolean cancelled();

    /// Follows nothing and never cancels.
    static IngestProgress none() {
        return new IngestProgress() {
            @Override
            public void advanced(Path file, long rows, double fraction) {
                // nothing to show
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
