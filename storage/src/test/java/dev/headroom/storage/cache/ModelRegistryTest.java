package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelRegistryTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:14:00.123Z");
    private static final ModelScope CPU = scope("db-1", "cpu");
    private static final ModelScope MEMORY = scope("db-1", "memory");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static ModelScope scope(String resource, String metric) {
        return new ModelScope(new SeriesKey(resource, metric, Statistic.P95), Step.DAY);
    }

    private static TrainedModel model(ModelScope scope, String spec) {
        return new TrainedModel(
                scope,
                30,
                spec,
                42,
                new TrainedModel.Data("ab".repeat(32), AT.minusSeconds(86_400L * 400), AT, 399),
                new TrainedModel.Metrics(5, 0.81, Double.NaN, 3.2, 0.1 + 0.2, 0.79, 0.95),
                "deviations=1.5,1.75",
                new ComputedBy("0.1.0+abc", "25.0.3"),
                AT);
    }

    private static ModelRegistry.Promotion promotion(ModelScope scope, int number) {
        return new ModelRegistry.Promotion(scope, number, "Better on the same origins");
    }

    private void fill() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            ModelRegistry models = cache.models();
            models.register(List.of(model(CPU, "auto"), model(CPU, "ets"), model(MEMORY, "auto")), "First training");
            models.promote(List.of(promotion(CPU, 1)), AT);
            models.promote(List.of(promotion(CPU, 2)), AT.plusSeconds(1));
        }
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            statement.execute("SHUTDOWN");
        }
    }

    private List<String> problems() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            return cache.verify().problems();
        }
    }

    @Test
    void versionsAreNumberedByScopeAndKeptExactly() throws Exception {
        fill();
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.models().versions())
                    .containsExactly(
                            new ModelVersion(1, model(CPU, "auto"), ModelVersion.State.RETIRED),
                            new ModelVersion(2, model(CPU, "ets"), ModelVersion.State.PROMOTED),
                            new ModelVersion(1, model(MEMORY, "auto"), ModelVersion.State.CANDIDATE));
            assertThat(cache.models().promoted().keySet()).containsExactly(CPU);
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.verify().modelVersions()).isEqualTo(3);
        }
    }

    @Test
    void aRollBackGoesToTheVersionBeforeAndThenToNone() throws Exception {
        fill();
        try (Cache cache = Cache.open(folder)) {
            ModelRegistry models = cache.models();
            ModelEvent back = models.rollBack(CPU, "Too wide", AT).orElseThrow();
            assertThat(back.version()).isEqualTo(1);
            assertThat(back.replaced()).isEqualTo(2);
            assertThat(models.promoted())
                    .hasEntrySatisfying(CPU, now -> assertThat(now.number()).isEqualTo(1));
            assertThat(models.rollBack(CPU, "Still", AT).orElseThrow().version())
                    .isZero();
            assertThat(models.promoted()).isEmpty();
            assertThat(models.rollBack(CPU, "Nothing left", AT)).isEmpty();
            assertThat(models.versions(CPU)).extracting(ModelVersion::state).containsOnly(ModelVersion.State.RETIRED);
            assertThat(models.events())
                    .extracting(ModelEvent::kind)
                    .containsExactly(
                            ModelEvent.Kind.REGISTERED,
                            ModelEvent.Kind.REGISTERED,
                            ModelEvent.Kind.REGISTERED,
                            ModelEvent.Kind.PROMOTED,
                            ModelEvent.Kind.PROMOTED,
                            ModelEvent.Kind.ROLLED_BACK,
                            ModelEvent.Kind.ROLLED_BACK);
        }
    }

    @Test
    void promotingThePromotedVersionAgainWritesNothingAndAnUnknownOneIsRefused() throws Exception {
        fill();
        try (Cache cache = Cache.open(folder)) {
            int before = cache.models().events().size();
            cache.models().promote(List.of(promotion(CPU, 2)), AT);
            assertThat(cache.models().events()).hasSize(before);
            assertThatThrownBy(() -> cache.models().promote(List.of(promotion(MEMORY, 1), promotion(CPU, 3)), AT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("number (3)");
            assertThat(cache.models().events()).hasSize(before);
        }
    }

    @Test
    void aChangedEventIsNamed() throws Exception {
        for (String change :
                List.of("reason = 'Fine'", "happened_at = happened_at + 1", "version = 1", "replaced = 0")) {
            folder = Files.createDirectories(folder.resolve("next"));
            fill();
            sql("UPDATE model_event SET " + change + " WHERE number = 5");
            assertThat(problems())
                    .as(change)
                    .containsExactly("The model event 5 about db-1/cpu was changed after it was written.");
        }
    }

    @Test
    void aChangedVersionIsNamed() throws Exception {
        for (Map.Entry<String, String> change : Map.of(
                        "mase", "0.8", "smape", "1", "seed", "43", "spec", "'auto'", "jvm", "'26'", "promise", "''")
                .entrySet()) {
            folder = Files.createDirectories(folder.resolve("next"));
            fill();
            sql("UPDATE model_version SET " + change.getKey() + " = " + change.getValue()
                    + " WHERE metric = 'cpu' AND version = 2");
            assertThat(problems())
                    .as(change.getKey())
                    .containsExactly("The model version 2 of db-1/cpu was changed after it was registered.");
        }
    }

    @Test
    void aRemovedEventARemovedVersionAndAnInsertedVersionAreFound() throws Exception {
        fill();
        sql("DELETE FROM model_event WHERE number = 2");
        assertThat(problems()).containsExactly("The model event 2 is missing from the log.");

        folder = Files.createDirectories(folder.resolve("removed"));
        fill();
        sql("DELETE FROM model_version WHERE metric = 'memory'");
        assertThat(problems()).containsExactly("The model version 1 of db-1/memory is missing from the registry.");

        folder = Files.createDirectories(folder.resolve("inserted"));
        fill();
        sql("INSERT INTO model_version SELECT resource, 'disk_io', statistic, step, version, horizon, spec, seed,"
                + " data_hash, first_at, last_at, observations, origins, mase, smape, rmse, pinball, coverage80,"
                + " coverage95, promise, engine, jvm, trained_at FROM model_version WHERE metric = 'memory'");
        assertThat(problems()).containsExactly("The model version 1 of db-1/disk_io (p95, P1D) was never registered.");
    }

    @Test
    void anEventWithANewHashOfItsOwnStillBreaksTheChain() throws Exception {
        fill();
        ModelEventRow forged = ModelEventRow.of(4, CPU, ModelEvent.Kind.PROMOTED, 1, 0, "Forged", AT, "");
        sql("UPDATE model_event SET reason = 'Forged', hash = '" + forged.hashAfter(RowHash.NONE)
                + "' WHERE number = 4");
        assertThat(problems()).containsExactly("The model event 4 about db-1/cpu was changed after it was written.");
    }

    @Test
    void aWorkspaceOfTheSecondFormatGetsAnEmptyRegistry() throws Exception {
        try (Database second = Database.open("file:" + folder.resolve("headroom"), Database.Existence.CREATED)) {
            Migrations.apply(second, 2);
        }
        fill();
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().schemaVersion()).isEqualTo(Migrations.current());
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.models().versions()).hasSize(3);
        }
    }
}
