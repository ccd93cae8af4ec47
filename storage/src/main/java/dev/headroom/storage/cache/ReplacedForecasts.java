package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Kept forecasts that a later one of the same series and step has replaced. The last one of each series stays,
/// and so do those over the data of a promoted model.
final class ReplacedForecasts implements RetentionKind {
    @Override
    public List<String> words() {
        return List.of("forecasts");
    }

    @Override
    public void remove(Connection connection, String word, Instant cutoff, RetentionPolicy policy, Findings findings)
            throws SQLException {
        Protection protection = Protection.of(connection);
        List<Long> gone = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT f.id, f.resource, f.metric, f.statistic,"
                        + " f.step, f.as_of, LENGTH(f.content), f.data_hash FROM forecast f WHERE f.as_of < ? AND EXISTS"
                        + " (SELECT 1 FROM forecast n WHERE n.resource = f.resource AND n.metric = f.metric AND"
                        + " n.statistic = f.statistic AND n.step = f.step AND n.as_of > f.as_of) ORDER BY f.id");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM forecast WHERE id = ?")) {
            query.setLong(1, cutoff.toEpochMilli());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String subject = row.getString(2) + "/" + row.getString(3) + " " + row.getString(4);
                    Instant asOf = Instant.ofEpochMilli(row.getLong(6));
                    if (protection.isTrainingData(row.getString(8))) {
                        findings.spared()
                                .add(new RetentionReport.Spared(word, subject, "a promoted model knows the same data"));
                    } else {
                        gone.add(row.getLong(1));
                        findings.removed()
                                .add(new RetentionReport.Removed(word, subject, 1, asOf, asOf, row.getLong(7), 0));
                    }
                }
            }
            for (long id : gone) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
