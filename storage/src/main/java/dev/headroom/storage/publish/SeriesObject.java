package dev.headroom.storage.publish;

import dev.headroom.engine.series.Step;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;

/// One file of series: what a metric of an account showed in a month, at one step. The folders are partitions
/// as Hive names them.
///
/// @param account empty where the inventory knows none
record SeriesObject(String metric, String account, YearMonth month, Step step) implements Comparable<SeriesObject> {
    /// What Hive calls a partition without a value.
    private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

    private static final Comparator<SeriesObject> ORDER = Comparator.comparing(SeriesObject::month)
            .thenComparing(SeriesObject::metric)
            .thenComparing(SeriesObject::account)
            .thenComparing(object -> object.step().code());

    /// Such as `series/metric=cpu/account=111122223333/month=2026-03/PT1H.parquet`.
    String key() {
        return "series/metric=" + escaped(metric) + "/account=" + (account.isEmpty() ? NONE : escaped(account))
                + "/month=" + month + "/" + escaped(step.code()) + ".parquet";
    }

    /// All but letters, digits, dot, dash and underscore as `%XX`, each byte of UTF-8.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= '0' && one <= '9'
                    || one >= 'A' && one <= 'Z'
                    || one >= 'a' && one <= 'z'
                    || one == '.'
                    || one == '-'
                    || one == '_';
            escaped.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
        }
        return escaped.toString();
    }

    @Override
    public int compareTo(SeriesObject other) {
        return ORDER.compare(this, other);
    }
}
