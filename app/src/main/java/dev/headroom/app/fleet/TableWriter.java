package dev.headroom.app.fleet;

import dev.headroom.app.csv.CellText;
import dev.headroom.engine.digest.ContentDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Writes CSV rows in UTF-8 with `\n`, quickly and without a byte that depends on the machine.
final class TableWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int ROOM = 1 << 13;

    private final OutputStream out;
    private final Finished finished;
    private final MessageDigest digest;
    private byte[] buffer = new byte[BUFFER];
    private int used;
    private boolean cellBefore;
    private long lines;

    /// Called once after closing.
    interface Finished {
        void closed(long dataRows, String contentSha256) throws IOException;
    }

    TableWriter(OutputStream out, Finished finished) {
        this.out = out;
        this.finished = finished;
        this.digest = ContentDigest.sha256();
    }

    /// Writes a cell, quoted when it needs to be and never a formula.
    void cell(String text) {
        bytes(CellText.quoted(CellText.harmless(text)).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a cell that needs no quotes.
    void bytes(byte[] text) {
        separate(text.length);
        System.arraycopy(text, 0, buffer, used, text.length);
        used += text.length;
    }

    /// Writes a value that is not negative with its decimals as far as they are not 0, at most two; NaN is empty.
    void number(double value) {
        separate(24);
        if (Double.isNaN(value)) {
            return;
        }
        long hundredths = Math.round(value * 100);
        digits(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            buffer[used++] = '.';
            buffer[used++] = (byte) ('0' + rest / 10);
            if (rest % 10 != 0) {
                buffer[used++] = (byte) ('0' + rest % 10);
            }
        }
    }

    void endRow() throws IOException {
        buffer[used++] = '\n';
        cellBefore = false;
        lines++;
        if (used > BUFFER - ROOM) {
            flush();
        }
    }

    /// Writes text as it is; for files that are no tables.
    void text(String text) throws IOException {
        flush();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
        finished.closed(Math.max(0, lines - 1), ContentDigest.hex(digest));
    }

    private void separate(int length) {
        if (used + length + 2 > buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length + length + ROOM);
        }
        if (cellBefore) {
            buffer[used++] = ',';
        }
        cellBefore = true;
    }

    private void digits(long value) {
        if (value >= 10) {
            digits(value / 10);
        }
        buffer[used++] = (byte) ('0' + value % 10);
    }

    private void flush() throws IOException {
        digest.update(buffer, 0, used);
        out.write(buffer, 0, used);
        used = 0;
    }
}
