package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One row of the event table as text, which is what its hash covers.
///
/// @param at milliseconds since 1970-01-01T00:00Z
/// @param contentHash the hash of the version that is registered; empty for other events
record ModelEventRow(
        long number,
        String resource,
        String metric,
        String statistic,
        String step,
        String event,
        int version,
        int replaced,
        String reason,
        long at,
        String contentHash) {
    static final String COLUMNS = "number, resource, metric, statistic, step, event, version, replaced, reason,"
            + " happened_at, content_hash, hash";

    static ModelEventRow of(
            long number,
            ModelScope scope,
            ModelEvent.Kind kind,
            int version,
            int replaced,
            String reason,
            Instant at,
            String contentHash) {
        return new ModelEventRow(
                number,
                scope.series().resource(),
                scope.series().metric(),
                scope.series().statistic().code(),
                scope.step().code(),
                kind.word(),
                version,
                replaced,
                reason,
                at.toEpochMilli(),
                contentHash);
    }

    /// The row under the cursor of a selection of [#COLUMNS].
    static ModelEventRow read(ResultSet row) throws SQLException {
        return new ModelEventRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getString(9),
                row.getLong(10),
                row.getString(11));
    }

    void bind(PreparedStatement insert, String hash) throws SQLException {
        insert.setLong(1, number);
        insert.setString(2, resource);
        insert.setString(3, metric);
        insert.setString(4, statistic);
        insert.setString(5, step);
        insert.setString(6, event);
        insert.setInt(7, version);
        insert.setInt(8, replaced);
        insert.setString(9, reason);
        insert.setLong(10, at);
        insert.setString(11, contentHash);
        insert.setString(12, hash);
    }

    String hashAfter(String before) {
        return RowHash.of(
                before,
                List.of(
                        Long.toString(number),
                        resource,
                        metric,
                        statistic,
                        step,
                        event,
                        Integer.toString(version),
                        Integer.toString(replaced),
                        reason,
                        Long.toString(at),
                        contentHash));
    }

    /// The event; empty when the fields do not make one, which only a change from outside can cause.
    Optional<ModelEvent> event(String hash) {
        try {
            return ModelEvent.Kind.ofWord(event)
                    .flatMap(kind -> Statistic.ofCode(statistic)
                            .map(known -> new ModelEvent(
                                    number,
                                    new ModelScope(new SeriesKey(resource, metric, known), Step.parse(step)),
                                    kind,
                                    version,
                                    replaced,
                                    reason,
                                    Instant.ofEpochMilli(at),
                                    hash)));
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
