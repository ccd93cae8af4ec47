package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must stay however old it is: the observations behind a decision that stands, and those that a promoted
/// model was trained on.
final class Protection {
    private final Map<String, String> decided = new HashMap<>();
    private final Map<ModelScope, Integer> promoted = new HashMap<>();
    private final Set<String> trainingData = new HashSet<>();
    private final Set<ModelScope> stored = new HashSet<>();

    private Protection() {}

    static Protection of(Connection connection) throws SQLException {
        Protection protection = new Protection();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT resource, decision FROM decision WHERE number IN"
                        + " (SELECT MAX(number) FROM decision GROUP BY resource) AND decision <> 'reopened'")) {
            while (row.next()) {
                protection.decided.put(row.getString(1), row.getString(2));
            }
        }
        for (ModelVersion version : ModelRegistry.versions(connection)) {
            if (version.state() == ModelVersion.State.PROMOTED) {
                protection.promoted.put(version.scope(), version.number());
                protection.trainingData.add(version.model().data().hash());
            }
        }
        for (SeriesInfo info : new SeriesStore(connection).catalog()) {
            protection.stored.add(new ModelScope(info.key(), info.step()));
        }
        return protection;
    }

    boolean isTrainingData(String hash) {
        return trainingData.contains(hash);
    }

    /// Why a series stays; empty when it may go.
    Optional<String> reason(SeriesKey key, Step step) {
        String decision = decided.get(key.resource());
        if (decision != null) {
            return Optional.of("the recommendation for " + key.resource() + " is " + decision);
        }
        for (Map.Entry<ModelScope, Integer> model : promoted.entrySet()) {
            ModelScope scope = model.getKey();
            boolean same = scope.series().equals(key) && scope.step().equals(step);
            // A model of days that are not stored was trained on the days of these readings.
            boolean behind = !stored.contains(scope)
                    && scope.series().resource().equals(key.resource())
                    && scope.series().metric().equals(key.metric());
            if (same || behind) {
                return Optional.of("version " + model.getValue() + " of " + scope.name() + " is promoted");
            }
        }
        return Optional.empty();
    }
}
