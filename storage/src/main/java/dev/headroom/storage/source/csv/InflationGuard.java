package dev.headroom.storage.source.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Stops reading compressed content that grows as no honest file does, before it fills the disk or the day.
/// Bills and metrics shrink to a tenth or a thirtieth, so an export of ten gigabytes passes.
final class InflationGuard extends FilterInputStream {
    static final long FREE = 64L << 20;
    static final int MOST_RATIO = 200;
    static final long MOST = 512L << 30;
    private final LongSupplier compressed;
    private long inflated;

    /// @param in the inflated content
    /// @param compressed how many bytes of the file it was made of so far
    InflationGuard(InputStream in, LongSupplier compressed) {
        super(in);
        this.compressed = compressed;
    }

    /// The content grows beyond every limit.
    static final class InflationException extends IOException {
        private static final long serialVersionUID = 1L;

        InflationException() {
            super("The compressed content grows beyond " + MOST_RATIO + " times its size.");
        }
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int bytes) throws InflationException {
        inflated += bytes;
        if (inflated > MOST || inflated > FREE && inflated / MOST_RATIO > compressed.getAsLong()) {
            throw new InflationException();
        }
    }

    long inflated() {
        return inflated;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
