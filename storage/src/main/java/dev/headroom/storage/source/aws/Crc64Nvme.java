package dev.headroom.storage.source.aws;

import java.util.zip.Checksum;

/// The CRC of 64 bits that S3 keeps with every new object.
///
/// Input: bytes. Output: the checksum as an unsigned number of 64 bits. Source: NVM Express, NVM Command
/// Set Specification 1.0, section 5.2.1.3.4: polynomial 0xAD93D23594C93659, bits reflected, all ones before
/// and after.
final class Crc64Nvme implements Checksum {
    private static final long REFLECTED = 0x9A6C9329AC4BC9B5L;
    private static final long[] TABLE = table();
    private long crc = -1;

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 1 ? value >>> 1 ^ REFLECTED : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    @Override
    public void update(int b) {
        crc = TABLE[(int) (crc ^ b) & 0xFF] ^ crc >>> 8;
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            update(bytes[i]);
        }
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = -1;
    }
}
