package dev.headroom.storage.publish;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.workspace.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads all series once and tells which files they make, and what is in them as a hash.
final class SeriesSurvey {
    /// The way in which files are written; another one makes all hashes others.
    private static final String FORMAT = "1";

    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*", Pattern.DOTALL);

    private final Map<String, String> accounts = new HashMap<>();
    private final SortedMap<SeriesObject, Growing> objects = new TreeMap<>();

    private SeriesSurvey() {}

    /// A file.
    ///
    /// @param series what is in it, in this order
    /// @param hash SHA-256 of all its rows
    record Found(SeriesObject object, List<SeriesInfo> series, long rows, String hash) {}

    private static final class Growing {
        private final MessageDigest digest = ContentDigest.sha256();
        private final List<SeriesInfo> series = new ArrayList<>();
        private long rows;

        void begin(SeriesInfo info) {
            if (series.isEmpty() || !series.getLast().equals(info)) {
                series.add(info);
                String head = String.join(
                        "\n",
                        FORMAT,
                        info.key().resource(),
                        info.key().statistic().code(),
                        info.unit().symbol(),
                        "");
                digest.update(head.getBytes(StandardCharsets.UTF_8));
            }
        }

        void add(Instant at, double value) {
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(at.toEpochMilli())
                    .putLong(Double.doubleToLongBits(value))
                    .array());
            rows++;
        }
    }

    /// Oldest month first.
    ///
    /// @param since the day whose month is the first; empty for all
    static List<Found> of(Workspace workspace, Optional<LocalDate> since, PublishListener listener)
            throws InterruptedException {
        SeriesSurvey survey = new SeriesSurvey();
        for (Server server : workspace.inventory().servers()) {
            survey.accounts.put(server.id(), server.account());
        }
        for (Asset asset : workspace.assets().all()) {
            survey.accounts.put(asset.id(), asset.account());
        }
        Instant from = since.map(day -> YearMonth.from(day)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .orElse(Instant.MIN);
        List<SeriesInfo> catalog = workspace.series().catalog();
        for (int i = 0; i < catalog.size(); i++) {
            listener.advanced("Looking at series", i, catalog.size());
            if (listener.cancelled()) {
                throw new InterruptedException("asked to stop");
            }
            SeriesInfo info = catalog.get(i);
            workspace
                    .series()
                    .read(info.key(), info.step(), from, Instant.MAX)
                    .ifPresent(series -> survey.add(info, series));
        }
        List<Found> found = new ArrayList<>();
        survey.objects.forEach((object, grown) ->
                found.add(new Found(object, List.copyOf(grown.series), grown.rows, ContentDigest.hex(grown.digest))));
        return found;
    }

    private void add(SeriesInfo info, TimeSeries series) {
        String account = account(info.key().resource());
        double[] values = series.values();
        Instant until = Instant.MIN;
        Growing current = new Growing();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            Instant at = series.grid().at(i);
            if (!at.isBefore(until)) {
                YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
                until = end(month);
                current = objects.computeIfAbsent(
                        new SeriesObject(info.key().metric(), account, month, info.step()), _ -> new Growing());
                current.begin(info);
            }
            current.add(at, values[i]);
        }
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// That of the inventory, else the one in the name of the resource; empty when neither tells.
    private String account(String resource) {
        String known = accounts.getOrDefault(resource, "");
        Matcher named = ARN.matcher(resource);
        return known.isEmpty() && named.matches() ? named.group(1) : known;
    }
}
