package dev.headroom.storage.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// A growing run of bytes with whole numbers of varying length, as the packed blocks use them.
final class Bytes {
    private byte[] content;
    private int length;

    Bytes(int capacity) {
        content = new byte[capacity];
    }

    int length() {
        return length;
    }

    void write(int value) {
        room(1);
        content[length++] = (byte) value;
    }

    void write(byte[] values) {
        room(values.length);
        System.arraycopy(values, 0, content, length, values.length);
        length += values.length;
    }

    /// Seven bits a byte, the lowest first; a negative number takes ten bytes.
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        write((int) rest);
    }

    /// Numbers near 0 of either sign are short.
    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void room(int more) {
        if (length + more > content.length) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
        }
    }

    /// What was written, with its CRC-32C in four bytes at the end.
    byte[] withChecksum() {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, length);
        return ByteBuffer.allocate(length + Integer.BYTES)
                .put(content, 0, length)
                .putInt((int) crc.getValue())
                .array();
    }

    /// Reads what was written.
    static final class Reader {
        private final byte[] content;
        private int position;

        Reader(byte[] content, int position) {
            this.content = content;
            this.position = position;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = content[position++];
                value |= (long) (part & 0x7F) << shift;
                if (part >= 0) {
                    return value;
                }
            }
        }

        long zigzag() {
            long value = varint();
            return (value >>> 1) ^ -(value & 1);
        }

        byte[] bytes(int count) {
            position += count;
            return Arrays.copyOfRange(content, position - count, position);
        }
    }
}
