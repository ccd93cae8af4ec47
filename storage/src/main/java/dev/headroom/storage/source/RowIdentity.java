package dev.headroom.storage.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A hash of everything that a row says, with its columns in the order of their names. The same row has the
/// same identity in every file with the same columns, whatever their order, the delimiter or the encoding.
///
/// It combines the hash of the columns by which bill rows are grouped ([GroupColumns#texts]) with that of all
/// other columns, so that a scan can compute the second for each row and the first once a group. The first is
/// half of the MD5 of the names and values of those that have a value, each name followed by the character 31
/// and each value by the character 30; the second that of the values, with the character 30 between them. Rows
/// are not told apart by it against an attacker, who could write any bill anyway.
public record RowIdentity(long hash) {
    public static final char AFTER_NAME = 31;
    public static final char AFTER_VALUE = 30;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// The columns in the order in which they are hashed.
    public static int[] order(List<String> header) {
        List<String> names = header.stream().map(RowIdentity::normal).toList();
        return IntStream.range(0, header.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The name of a column as it is hashed.
    public static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static long combine(long group, long rest) {
        return (group * MIX) ^ rest;
    }

    /// Hashes some of the columns under one header.
    private static final class Part {
        private final byte[][] names;
        private final int[] order;
        private final boolean named;
        private final MessageDigest digest;

        Part(List<String> header, Set<Integer> columns, boolean named) {
            order = Arrays.stream(order(header)).filter(columns::contains).toArray();
            names = header.stream()
                    .map(name -> (normal(name) + AFTER_NAME).getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            this.named = named;
            try {
                digest = MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("MD5 must be available.", missing);
            }
        }

        long of(SourceRow row) {
            for (int i = 0; i < order.length; i++) {
                String text = row.text(order[i]);
                if (named && !text.isEmpty()) {
                    digest.update(names[order[i]]);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) AFTER_VALUE);
                } else if (!named) {
                    if (i > 0) {
                        digest.update((byte) AFTER_VALUE);
                    }
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                }
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest()).order(ByteOrder.LITTLE_ENDIAN);
            return hash.getLong(Long.BYTES) >>> 1;
        }
    }

    /// Computes identities for the rows under one header.
    public static final class Hasher {
        private final Part group;
        private final Part rest;

        /// For a format whose rows are not grouped.
        public Hasher(List<String> header) {
            this(header, Optional.empty());
        }

        /// @param groups how the format groups its rows
        public Hasher(List<String> header, Optional<GroupColumns> groups) {
            Set<Integer> texts = new HashSet<>(groups.map(GroupColumns::texts).orElse(List.of()));
            Set<Integer> others =
                    new HashSet<>(IntStream.range(0, header.size()).boxed().toList());
            others.removeAll(texts);
            group = new Part(header, texts, true);
            rest = new Part(header, others, false);
        }

        public RowIdentity of(SourceRow row) {
            return new RowIdentity(combine(group.of(row), rest.of(row)));
        }
    }

    /// Completes the hashes of the rows of a group, which a scan has computed over the columns that are not
    /// texts.
    public static final class Groups {
        private final Part group;

        public Groups(List<String> header, List<Integer> texts) {
            group = new Part(header, new HashSet<>(texts), true);
        }

        /// The hashes of the rows of one group.
        ///
        /// @param fields of any of its rows
        /// @param rest what the scan has computed, one a row
        public long[] of(String[] fields, long[] rest) {
            long key = group.of(new SourceRow(0, fields));
            return Arrays.stream(rest).map(one -> combine(key, one)).toArray();
        }
    }
}
