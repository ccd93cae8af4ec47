package dev.headroom.storage.cache;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// One row of the decision table as text, which is what its hash covers: every field with its length before
/// it, so that no two rows have the same bytes.
///
/// @param kind the word of what the decision is about; the one of sizes is not in the hash, because rows of earlier
///     formats have no kind
/// @param at milliseconds since 1970-01-01T00:00Z
record DecisionRow(
        long number,
        String kind,
        String resource,
        String fromType,
        String toType,
        String saving,
        String currency,
        String decision,
        String until,
        String reason,
        long at) {
    static final String COLUMNS =
            "number, resource, from_type, to_type, saving, currency, decision, until_day, reason, decided_at, hash, kind";

    /// What stands before the first entry.
    static final String NO_HASH = "0".repeat(64);

    static DecisionRow of(long number, DecisionEvent event) {
        return new DecisionRow(
                number,
                event.kind().word(),
                event.resource(),
                event.fromType(),
                event.toType(),
                event.saving().map(money -> money.amount().toPlainString()).orElse(""),
                event.saving().map(money -> money.currency().value()).orElse(""),
                event.decision().word(),
                event.decision().untilDay().map(LocalDate::toString).orElse(""),
                event.decision().reasonText(),
                event.at().toEpochMilli());
    }

    /// The row under the cursor of a selection of [#COLUMNS].
    static DecisionRow read(ResultSet row) throws SQLException {
        return new DecisionRow(
                row.getLong(1),
                row.getString(12),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getLong(10));
    }

    void bind(PreparedStatement insert, String hash) throws SQLException {
        insert.setLong(1, number);
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            insert.setString(2 + i, texts.get(i));
        }
        insert.setLong(10, at);
        insert.setString(11, hash);
        insert.setString(12, kind);
    }

    private List<String> texts() {
        return List.of(resource, fromType, toType, saving, currency, decision, until, reason);
    }

    /// The event; empty when the fields do not make one, which only a change from outside can cause.
    Optional<DecisionEvent> event() {
        try {
            Optional<Money> money = saving.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Money(new BigDecimal(saving), new CurrencyCode(currency)));
            Optional<LocalDate> day = until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
            return AdviceKind.of(kind)
                    .flatMap(about -> Decision.parse(decision, reason, day)
                            .map(known -> new DecisionEvent(
                                    about, resource, fromType, toType, money, known, Instant.ofEpochMilli(at))));
        } catch (DateTimeParseException | IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /// The hash of this row after the row with the hash `before`.
    String hashAfter(String before) {
        StringBuilder content =
                new StringBuilder(before).append(number).append(';').append(at);
        for (String text : texts()) {
            content.append(';').append(text.length()).append(':').append(text);
        }
        if (!kind.equals(AdviceKind.RIGHTSIZING.word())) {
            content.append(";kind ").append(kind.length()).append(':').append(kind);
        }
        return ContentDigest.sha256(content.toString());
    }
}
