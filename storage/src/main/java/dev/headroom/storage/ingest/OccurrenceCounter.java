package dev.headroom.storage.ingest;

import dev.headroom.storage.source.RowIdentity;

/// Counts equal rows within one file in little memory: an open hash table of 64-bit keys, at most 24 bytes a
/// row.
final class OccurrenceCounter {
    private long[] keys = new long[1 << 12];
    private int[] counts = new int[keys.length];
    private int size;

    /// The number of this row among its equals so far, from 1.
    int next(RowIdentity identity) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slot(identity.high());
        if (counts[slot] == 0) {
            keys[slot] = identity.high();
            size++;
        }
        return ++counts[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
