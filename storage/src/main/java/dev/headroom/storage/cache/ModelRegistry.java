package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The trained versions of the models of series: numbered, never changed, with a log of what happened to
/// them.
///
/// At most one version of a scope is promoted. Which one, follows from the events, whose hashes form a chain
/// as those of the [DecisionLog] do and cover the versions as well, so that a changed, inserted or removed
/// version or event is found by [#firstFault]. What is cut off at the end leaves a shorter chain that is
/// sound.
public final class ModelRegistry {
    private static final int LONGEST_REASON = 2_000;
    private final Database database;

    ModelRegistry(Database database) {
        this.database = database;
    }

    /// Adds the models as candidates, each under the next number of its scope: all of them or, on failure,
    /// none.
    ///
    /// @param reason why they were trained
    public List<ModelVersion> register(List<TrainedModel> models, String reason) {
        return database.write(connection -> {
            Log log = Log.open(connection);
            Map<ModelScope, Integer> numbers = new HashMap<>();
            List<ModelVersion> added = new ArrayList<>();
            String columns = "?" + ",?".repeat(ModelVersionRow.COUNT - 1);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO model_version(" + ModelVersionRow.COLUMNS + ") VALUES(" + columns + ")")) {
                for (TrainedModel model : models) {
                    Integer last = numbers.get(model.scope());
                    int number = 1 + (last == null ? highest(connection, model.scope()) : last);
                    numbers.put(model.scope(), number);
                    ModelVersionRow row = new ModelVersionRow(number, model);
                    row.bind(insert);
                    insert.executeUpdate();
                    log.add(
                            model.scope(),
                            ModelEvent.Kind.REGISTERED,
                            number,
                            0,
                            reason,
                            model.trainedAt(),
                            row.contentHash());
                    added.add(new ModelVersion(number, model, ModelVersion.State.CANDIDATE));
                }
            }
            if (!added.isEmpty()) {
                AuditLog.append(
                        connection,
                        AuditLog.Action.MODELS_TRAINED,
                        models.size() == 1 ? models.getFirst().scope().name() : models.size() + " models",
                        reason);
            }
            return added;
        });
    }

    /// A version that is to be the promoted one of its scope, and why.
    public record Promotion(ModelScope scope, int number, String reason) {}

    /// Promotes the versions, all or none. Promoting the promoted one of a scope again does nothing.
    ///
    /// @throws IllegalArgumentException when there is no such version
    public void promote(List<Promotion> promotions, Instant at) {
        database.write(connection -> {
            PromotionHistory history = PromotionHistory.of(events(connection));
            Log log = Log.open(connection);
            for (Promotion one : promotions) {
                if (one.number() < 1 || one.number() > highest(connection, one.scope())) {
                    throw new IllegalArgumentException("number (" + one.number() + ") must be a version of "
                            + one.scope().name() + ".");
                }
                int present = history.promoted(one.scope());
                if (present != one.number()) {
                    history.add(log.add(
                            one.scope(), ModelEvent.Kind.PROMOTED, one.number(), present, one.reason(), at, ""));
                    AuditLog.append(
                            connection,
                            AuditLog.Action.MODEL_PROMOTED,
                            one.scope().name(),
                            "version " + one.number() + " instead of " + present + ": " + one.reason());
                }
            }
            return promotions.size();
        });
    }

    /// Takes the last promotion of a scope back: the version before it is promoted again, or none.
    ///
    /// @return the event; empty when nothing is promoted
    public Optional<ModelEvent> rollBack(ModelScope scope, String reason, Instant at) {
        return database.write(connection -> {
            PromotionHistory history = PromotionHistory.of(events(connection));
            int present = history.promoted(scope);
            if (present == 0) {
                return Optional.empty();
            }
            AuditLog.append(
                    connection,
                    AuditLog.Action.MODEL_ROLLED_BACK,
                    scope.name(),
                    "version " + history.before(scope) + " instead of " + present + ": " + reason);
            return Optional.of(Log.open(connection)
                    .add(scope, ModelEvent.Kind.ROLLED_BACK, history.before(scope), present, reason, at, ""));
        });
    }

    /// All versions, by scope in the order of its name, the oldest first.
    public List<ModelVersion> versions() {
        return database.read(ModelRegistry::versions);
    }

    static List<ModelVersion> versions(Connection connection) throws SQLException {
        PromotionHistory history = PromotionHistory.of(events(connection));
        return rows(connection).stream()
                .map(row -> new ModelVersion(
                        row.number(), row.model(), history.state(row.model().scope(), row.number())))
                .toList();
    }

    /// The versions of one scope, the oldest first.
    public List<ModelVersion> versions(ModelScope scope) {
        return versions().stream()
                .filter(version -> version.scope().equals(scope))
                .toList();
    }

    /// The promoted version of each scope that has one.
    public Map<ModelScope, ModelVersion> promoted() {
        Map<ModelScope, ModelVersion> promoted = new HashMap<>();
        for (ModelVersion version : versions()) {
            if (version.state() == ModelVersion.State.PROMOTED) {
                promoted.put(version.scope(), version);
            }
        }
        return promoted;
    }

    /// Everything that happened, the first event first.
    public List<ModelEvent> events() {
        return database.read(ModelRegistry::events);
    }

    private static List<ModelEvent> events(Connection connection) throws SQLException {
        List<ModelEvent> events = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + ModelEventRow.COLUMNS + " FROM model_event ORDER BY number")) {
            while (rows.next()) {
                ModelEventRow row = ModelEventRow.read(rows);
                events.add(row.event(rows.getString(12))
                        .orElseThrow(() -> new CacheException(
                                ErrorCode.WORKSPACE_DAMAGED,
                                "The model event " + row.number() + " about " + row.resource()
                                        + " cannot be read; run verify and restore the workspace from a backup.")));
            }
        }
        return events;
    }

    private static List<ModelVersionRow> rows(Connection connection) throws SQLException {
        List<ModelVersionRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + ModelVersionRow.COLUMNS
                        + " FROM model_version ORDER BY resource, metric, statistic, step, version")) {
            while (row.next()) {
                rows.add(ModelVersionRow.read(row));
            }
        }
        return rows;
    }

    private static int highest(Connection connection, ModelScope scope) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM model_version"
                + " WHERE resource = ? AND metric = ? AND statistic = ? AND step = ?")) {
            query.setString(1, scope.series().resource());
            query.setString(2, scope.series().metric());
            query.setString(3, scope.series().statistic().code());
            query.setString(4, scope.step().code());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// The end of the chain of events, to add to.
    private static final class Log {
        private final Connection connection;
        private long number;
        private String hash;

        private Log(Connection connection, long number, String hash) {
            this.connection = connection;
            this.number = number;
            this.hash = hash;
        }

        static Log open(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT number, hash FROM model_event ORDER BY number DESC FETCH FIRST ROW ONLY")) {
                return row.next()
                        ? new Log(connection, row.getLong(1), row.getString(2))
                        : new Log(connection, 0, RowHash.NONE);
            }
        }

        ModelEvent add(
                ModelScope scope,
                ModelEvent.Kind kind,
                int version,
                int replaced,
                String reason,
                Instant at,
                String contentHash)
                throws SQLException {
            String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
            number++;
            ModelEventRow row = ModelEventRow.of(number, scope, kind, version, replaced, kept, at, contentHash);
            hash = row.hashAfter(hash);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO model_event(" + ModelEventRow.COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
                row.bind(insert, hash);
                insert.executeUpdate();
            }
            return row.event(hash).orElseThrow();
        }
    }

    /// How many versions there are.
    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM model_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The first event or version that is not as it was written, in a sentence; empty when all are sound.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        Map<String, String> contents = new HashMap<>();
        for (ModelVersionRow row : rows(connection)) {
            contents.put(place(row.model().scope(), row.number()), row.contentHash());
        }
        Set<String> registered = new HashSet<>();
        long expected = 0;
        String hash = RowHash.NONE;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + ModelEventRow.COLUMNS + " FROM model_event ORDER BY number")) {
            while (rows.next()) {
                expected++;
                ModelEventRow row = ModelEventRow.read(rows);
                hash = row.hashAfter(hash);
                if (row.number() != expected) {
                    return Optional.of("The model event " + expected + " is missing from the log.");
                }
                if (!hash.equals(rows.getString(12))) {
                    return Optional.of("The model event " + row.number() + " about " + row.resource() + "/"
                            + row.metric() + " was changed after it was written.");
                }
                if (!row.contentHash().isEmpty()) {
                    String place = row.event(hash)
                            .map(event -> place(event.scope(), event.version()))
                            .orElse("");
                    registered.add(place);
                    if (!row.contentHash().equals(contents.get(place))) {
                        return Optional.of("The model version " + row.version() + " of " + row.resource() + "/"
                                + row.metric()
                                + (contents.containsKey(place)
                                        ? " was changed after it was registered."
                                        : " is missing from the registry."));
                    }
                }
            }
        }
        return contents.keySet().stream()
                .filter(place -> !registered.contains(place))
                .sorted()
                .findFirst()
                .map(place -> "The model version " + place + " was never registered.");
    }

    private static String place(ModelScope scope, int number) {
        return number + " of " + scope.name() + " ("
                + scope.series().statistic().code() + ", " + scope.step().code() + ")";
    }
}
