package dev.headroom.storage.cache;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A version of a bill that holds, as an import meets it: which of its rows the new file has, too.
final class KeptBill {
    private final long version;
    private final long batch;
    private final long charges;
    private final Bag rows;
    private long met;

    KeptBill(long version, long batch, long charges, Bag rows) {
        this.version = version;
        this.batch = batch;
        this.charges = charges;
        this.rows = rows;
    }

    long version() {
        return version;
    }

    /// The number of the batch that brought it.
    long batch() {
        return batch;
    }

    long charges() {
        return charges;
    }

    /// True when each of its rows has been met in the new file.
    boolean isMetWhole() {
        return met == charges;
    }

    /// True when at least half of its rows have been met in the new file.
    boolean isMetMostly() {
        return 2 * met >= charges;
    }

    /// Takes a row out of the bag of rows that have not been met.
    ///
    /// @return false when there is no such row left
    boolean meet(long hash) {
        boolean found = rows.take(hash);
        met += found ? 1 : 0;
        return found;
    }

    /// Begins a file whose rows can be put back.
    void mark() {
        rows.mark();
    }

    /// Puts the rows back that were met since the mark.
    void putBack() {
        met -= rows.putBack();
    }

    /// The hashes of kept rows, each of which can be taken as often as it is kept.
    static final class Bag {
        private final long[] sorted;
        private final Map<Integer, Integer> taken = new HashMap<>();
        private boolean marked;
        private int[] sinceMark = new int[0];
        private int count;

        /// @param sorted in ascending order
        Bag(long[] sorted) {
            this.sorted = sorted;
        }

        boolean take(long hash) {
            int first = first(hash);
            if (first < 0) {
                return false;
            }
            int before = taken.getOrDefault(first, 0);
            int next = first + before;
            if (next >= sorted.length || sorted[next] != hash) {
                return false;
            }
            taken.put(first, before + 1);
            if (marked) {
                if (count == sinceMark.length) {
                    sinceMark = Arrays.copyOf(sinceMark, Math.max(16, 2 * count));
                }
                sinceMark[count++] = first;
            }
            return true;
        }

        void mark() {
            marked = true;
            count = 0;
        }

        /// @return how many rows were put back
        int putBack() {
            for (int i = 0; i < count; i++) {
                taken.merge(sinceMark[i], -1, Integer::sum);
            }
            int back = count;
            count = 0;
            return back;
        }

        private int first(long hash) {
            int found = Arrays.binarySearch(sorted, hash);
            while (found > 0 && sorted[found - 1] == hash) {
                int lower = Arrays.binarySearch(sorted, 0, found, hash);
                found = lower >= 0 ? lower : found;
            }
            return found;
        }
    }
}
