package dev.headroom.storage.source.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// The content of a gzip file of one or more members, as RFC 1952 describes it. A member that is cut off, whose
/// check sum or length is wrong, or that is followed by anything but another member or zeros is an error: the
/// Java runtime takes such a rest for the end of the file and would lose rows without a word.
final class GzipMembers extends InputStream {
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] single = new byte[1];
    private int position;
    private int filled;
    private boolean ended;

    /// @throws EOFException when the first header is cut off
    GzipMembers(InputStream in) throws IOException {
        this.in = in;
        header(next());
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int read = inflate(target, offset, length);
            if (read > 0) {
                sum.update(target, offset, read);
                return read;
            }
            if (inflater.finished()) {
                trailer();
                nextMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("A dictionary is needed.");
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            if (position == filled) {
                fill();
            }
            inflater.setInput(buffer, position, filled - position);
        }
        try {
            int read = inflater.inflate(target, offset, length);
            position = filled - inflater.getRemaining();
            return read;
        } catch (DataFormatException damaged) {
            throw (ZipException) new ZipException("The compressed data are damaged.").initCause(damaged);
        }
    }

    private void trailer() throws IOException {
        long expected = number();
        long size = number();
        if (expected != sum.getValue()) {
            throw new ZipException("The check sum is wrong.");
        }
        if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("The length is wrong.");
        }
    }

    private void nextMember() throws IOException {
        int first = nextOrEnd();
        while (first == 0) {
            first = nextOrEnd();
        }
        if (first < 0) {
            ended = true;
            return;
        }
        header(first);
        inflater.reset();
        sum.reset();
    }

    private void header(int first) throws IOException {
        if (first != 0x1f || next() != 0x8b || next() != 8) {
            throw new ZipException("Something that is not gzip follows.");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int read = next();
        while (read != 0) {
            read = next();
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int read = nextOrEnd();
        if (read < 0) {
            throw new EOFException("The file ends within a gzip member.");
        }
        return read;
    }

    private int nextOrEnd() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(buffer));
            position = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        position = 0;
        if (filled == 0) {
            throw new EOFException("The file ends within a gzip member.");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
