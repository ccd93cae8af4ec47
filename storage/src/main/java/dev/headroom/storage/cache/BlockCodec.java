package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The packed form of the observations of one calendar month.
///
/// Input and output are values in grid order, NaN = missing; the round trip gives back the same bits, except
/// that every NaN comes back as the same NaN. Layout: version byte, encoding byte (bit 0: decimal or raw; bit
/// 1: deflated), number of values (varint), body, CRC-32C of all bytes before it.
///
/// The *decimal* body multiplies by the smallest power of ten (byte) that makes every value whole, and keeps
/// the differences of neighbours as zig-zag varints plus one; 0 marks a missing value. It is taken only when
/// every value comes back exactly. Values of full precision are kept as 8 bytes each. Either body is deflated
/// when that is smaller.
final class BlockCodec {
    private static final byte VERSION = 1;
    private static final int RAW = 1;
    private static final int DEFLATED = 2;
    private static final int MAX_DECIMALS = 9;
    private static final double MAX_WHOLE = 1L << 50;
    private static final int CHECK_BYTES = 4;
    private static final double[] POWERS = powers();

    private BlockCodec() {}

    private static double[] powers() {
        double[] powers = new double[MAX_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    static byte[] encode(double[] values) {
        int decimals = decimals(values);
        byte[] body = decimals < 0 ? rawBody(values) : decimalBody(values, decimals);
        int encoding = decimals < 0 ? RAW : 0;
        byte[] deflated = deflate(body);
        if (deflated.length < body.length) {
            body = deflated;
            encoding |= DEFLATED;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 16);
        out.write(VERSION);
        out.write(encoding);
        writeVarint(out, values.length);
        out.writeBytes(body);
        byte[] content = out.toByteArray();
        ByteBuffer block = ByteBuffer.allocate(content.length + CHECK_BYTES);
        block.put(content);
        block.putInt(checksum(content, content.length));
        return block.array();
    }

    /// Reads a block back.
    ///
    /// @throws CacheException when the checksum or the layout is wrong
    static double[] decode(byte[] block) {
        int end = block.length - CHECK_BYTES;
        if (end < 3 || ByteBuffer.wrap(block).getInt(end) != checksum(block, end)) {
            throw damaged("its checksum is wrong");
        }
        if (block[0] != VERSION) {
            throw damaged("it has the unknown version " + block[0]);
        }
        ByteBuffer in = ByteBuffer.wrap(block, 2, end - 2);
        double[] values = new double[Math.toIntExact(readVarint(in))];
        boolean raw = (block[1] & RAW) != 0;
        if ((block[1] & DEFLATED) != 0) {
            // The largest body: eight bytes raw, or ten bytes of varint; one more byte for the decimals.
            in = inflate(in, values.length * 10 + 1);
        }
        if (raw) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.getDouble();
            }
        } else {
            readDecimals(in, values);
        }
        return values;
    }

    private static CacheException damaged(String how) {
        return new CacheException(
                ErrorCode.WORKSPACE_DAMAGED,
                "A block of observations is damaged: " + how + "; import the files of that period again.");
    }

    /// The number of decimals that keeps every value exactly, or -1 when there is none.
    private static int decimals(double[] values) {
        int decimals = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                continue;
            }
            while (!isExact(value, POWERS[decimals])) {
                if (++decimals > MAX_DECIMALS) {
                    return -1;
                }
            }
        }
        for (double value : values) {
            // A later value can need more decimals, with which an earlier one no longer comes back.
            if (!Double.isNaN(value) && !isExact(value, POWERS[decimals])) {
                return -1;
            }
        }
        return decimals;
    }

    private static boolean isExact(double value, double power) {
        double whole = Math.rint(value * power);
        return Math.abs(whole) <= MAX_WHOLE
                && Double.doubleToRawLongBits((long) whole / power) == Double.doubleToRawLongBits(value);
    }

    private static byte[] decimalBody(double[] values, int decimals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(values.length * 2 + 1);
        out.write(decimals);
        double power = POWERS[decimals];
        long before = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                out.write(0);
            } else {
                long whole = (long) Math.rint(value * power);
                long difference = whole - before;
                writeVarint(out, ((difference << 1) ^ (difference >> 63)) + 1);
                before = whole;
            }
        }
        return out.toByteArray();
    }

    private static void readDecimals(ByteBuffer in, double[] values) {
        double power = POWERS[in.get()];
        long whole = 0;
        for (int i = 0; i < values.length; i++) {
            long token = readVarint(in);
            if (token == 0) {
                values[i] = Double.NaN;
            } else {
                long zigzag = token - 1;
                whole += (zigzag >>> 1) ^ -(zigzag & 1);
                values[i] = whole / power;
            }
        }
    }

    private static byte[] rawBody(double[] values) {
        ByteBuffer body = ByteBuffer.allocate(values.length * Double.BYTES);
        for (double value : values) {
            body.putDouble(value);
        }
        return body.array();
    }

    private static byte[] deflate(byte[] body) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(body);
            deflater.finish();
            byte[] buffer = new byte[body.length];
            int length = deflater.deflate(buffer);
            return deflater.finished() ? Arrays.copyOf(buffer, length) : body;
        } finally {
            deflater.end();
        }
    }

    private static ByteBuffer inflate(ByteBuffer in, int atMost) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(in);
            byte[] buffer = new byte[atMost];
            int length = inflater.inflate(buffer);
            return ByteBuffer.wrap(buffer, 0, length);
        } catch (DataFormatException broken) {
            throw damaged("it cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] content, int length) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long readVarint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = in.get();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw damaged("a number in it does not end");
    }
}
