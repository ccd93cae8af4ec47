package dev.headroom.storage.source;

import java.io.IOException;

/// The data rows of one file, one after the other, below its header.
public interface RowSource extends AutoCloseable {
    /// Gives the next row, or the refusal of what stands in its place, to `taker`.
    ///
    /// @return false when there is no more
    boolean next(Taker taker) throws IOException;

    @Override
    void close() throws IOException;

    /// Takes rows in their order.
    interface Taker {
        void row(SourceRow row);

        /// @param line the line of the file that is no row
        void refused(long line, RowRefusedException why);
    }
}
