package dev.headroom.storage.cache;

import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Feedback;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of the events about anomalies as text, which is what its hash covers.
///
/// @param texts subject, start, action, what is learnt, first and last day, reason
/// @param at milliseconds since 1970-01-01T00:00Z
record AnomalyRow(long number, List<String> texts, long at) {
    static final String COLUMNS =
            "number, subject, started_at, action, learnt, from_day, to_day, reason, happened_at, hash";
    private static final int TEXTS = 7;
    private static final int AT = 2 + TEXTS;
    private static final int HASH = AT + 1;

    static AnomalyRow of(long number, AnomalyEvent event) {
        Feedback feedback = event.feedback();
        return new AnomalyRow(
                number,
                List.of(
                        event.subject(),
                        event.start().map(Instant::toString).orElse(""),
                        feedback.word().word(),
                        feedback.learnt(),
                        feedback.firstDay().map(LocalDate::toString).orElse(""),
                        feedback.lastDay().map(LocalDate::toString).orElse(""),
                        feedback.reason()),
                event.at().toEpochMilli());
    }

    /// The row under the cursor of a selection of [#COLUMNS].
    static AnomalyRow read(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            texts.add(row.getString(2 + i));
        }
        return new AnomalyRow(row.getLong(1), texts, row.getLong(AT));
    }

    static String hash(ResultSet row) throws SQLException {
        return row.getString(HASH);
    }

    void bind(PreparedStatement insert, String hash) throws SQLException {
        insert.setLong(1, number);
        for (int i = 0; i < TEXTS; i++) {
            insert.setString(2 + i, texts.get(i));
        }
        insert.setLong(AT, at);
        insert.setString(HASH, hash);
    }

    String subject() {
        return texts.getFirst();
    }

    /// The event; empty when the fields do not make one, which only a change from outside can cause.
    Optional<AnomalyEvent> event() {
        try {
            Optional<Instant> start =
                    texts.get(1).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(texts.get(1)));
            return Feedback.parse(texts.get(2), texts.get(3), day(texts.get(4)), day(texts.get(5)), texts.get(6))
                    .map(feedback -> new AnomalyEvent(subject(), start, feedback, Instant.ofEpochMilli(at)));
        } catch (DateTimeParseException changed) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /// The hash of this row after the row with the hash `before`.
    String hashAfter(String before) {
        List<String> fields = new ArrayList<>(List.of(String.valueOf(number), String.valueOf(at)));
        fields.addAll(texts);
        return RowHash.of(before, fields);
    }
}
