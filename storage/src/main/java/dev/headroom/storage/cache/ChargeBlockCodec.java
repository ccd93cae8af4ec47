package dev.headroom.storage.cache;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32C;

/// The packed form of the days of one line in one version of a bill.
///
/// Layout: version byte, number of days (varint), then by day in order: days since the day before (the first:
/// since 1970), charges, start and end of the period in seconds from the start of the day, and five sums
/// (billed, effective, list, contracted, quantity), each as the number of charges that give it and, when that
/// is not 0, its exact decimal as scale (zig-zag varint), length and bytes of the unscaled value. Last, the
/// CRC-32C of all bytes before it. All whole numbers are varints.
final class ChargeBlockCodec {
    private static final byte VERSION = 1;
    private static final int CHECK_BYTES = 4;

    private ChargeBlockCodec() {}

    /// @param cells in the order of their days
    static byte[] encode(Collection<ChargeCell> cells) {
        Bytes out = new Bytes(32 + cells.size() * 48);
        out.write(VERSION);
        out.varint(cells.size());
        int before = 0;
        for (ChargeCell cell : cells) {
            long midnight = cell.day * ChargeCell.DAY_SECONDS;
            out.zigzag(cell.day - before);
            out.varint(cell.charges);
            out.zigzag(cell.from - midnight);
            out.zigzag(cell.to - midnight);
            for (CostBasis basis : CostBasis.values()) {
                part(out, cell.part(basis));
            }
            part(out, cell.quantity);
            before = cell.day;
        }
        return out.withChecksum();
    }

    private static void part(Bytes out, PartSum part) {
        out.varint(part.known());
        if (part.known() > 0) {
            byte[] unscaled = part.sum().unscaledValue().toByteArray();
            out.zigzag(part.sum().scale());
            out.varint(unscaled.length);
            out.write(unscaled);
        }
    }

    /// @throws CacheException when the checksum or the layout is wrong
    static List<ChargeCell> decode(byte[] block) {
        int end = block.length - CHECK_BYTES;
        if (end < 2 || ByteBuffer.wrap(block).getInt(end) != checksum(block, end)) {
            throw damaged("its checksum is wrong");
        }
        if (block[0] != VERSION) {
            throw damaged("it has the unknown version " + block[0]);
        }
        Bytes.Reader in = new Bytes.Reader(block, 1);
        int count = (int) in.varint();
        List<ChargeCell> cells = new ArrayList<>(count);
        int day = 0;
        for (int i = 0; i < count; i++) {
            day += (int) in.zigzag();
            ChargeCell cell = new ChargeCell(day);
            long midnight = day * ChargeCell.DAY_SECONDS;
            cell.charges = in.varint();
            cell.from = midnight + in.zigzag();
            cell.to = midnight + in.zigzag();
            for (CostBasis basis : CostBasis.values()) {
                read(in, cell.part(basis));
            }
            read(in, cell.quantity);
            cells.add(cell);
        }
        return cells;
    }

    private static void read(Bytes.Reader in, PartSum part) {
        long known = in.varint();
        if (known > 0) {
            int scale = (int) in.zigzag();
            byte[] unscaled = in.bytes((int) in.varint());
            part.add(new PartSum(new BigDecimal(new BigInteger(unscaled), scale), known));
        }
    }

    private static int checksum(byte[] content, int length) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    private static CacheException damaged(String how) {
        return new CacheException(
                ErrorCode.WORKSPACE_DAMAGED,
                "A block of charges is damaged: " + how + "; restore the workspace from a backup.");
    }
}
