package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One row of the version table: a numbered version without its state, which follows from the events.
record ModelVersionRow(int number, TrainedModel model) {
    static final String COLUMNS =
            "resource, metric, statistic, step, version, horizon, spec, seed, data_hash, first_at,"
                    + " last_at, observations, origins, mase, smape, rmse, pinball, coverage80, coverage95, promise, engine,"
                    + " jvm, trained_at";
    static final int COUNT = 23;

    /// The row under the cursor of a selection of [#COLUMNS].
    static ModelVersionRow read(ResultSet row) throws SQLException {
        Statistic statistic = Statistic.ofCode(row.getString(3)).orElseThrow();
        ModelScope scope = new ModelScope(
                new SeriesKey(row.getString(1), row.getString(2), statistic), Step.parse(row.getString(4)));
        TrainedModel.Data data = new TrainedModel.Data(
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                row.getInt(12));
        TrainedModel.Metrics metrics = new TrainedModel.Metrics(
                row.getInt(13),
                number(row, 14),
                number(row, 15),
                number(row, 16),
                number(row, 17),
                number(row, 18),
                number(row, 19));
        return new ModelVersionRow(
                row.getInt(5),
                new TrainedModel(
                        scope,
                        row.getInt(6),
                        row.getString(7),
                        row.getLong(8),
                        data,
                        metrics,
                        row.getString(20),
                        new ComputedBy(row.getString(21), row.getString(22)),
                        Instant.ofEpochMilli(row.getLong(23))));
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setString(1, model.scope().series().resource());
        insert.setString(2, model.scope().series().metric());
        insert.setString(3, model.scope().series().statistic().code());
        insert.setString(4, model.scope().step().code());
        insert.setInt(5, number);
        insert.setInt(6, model.horizon());
        insert.setString(7, model.spec());
        insert.setLong(8, model.seed());
        insert.setString(9, model.data().hash());
        insert.setLong(10, model.data().first().toEpochMilli());
        insert.setLong(11, model.data().last().toEpochMilli());
        insert.setInt(12, model.data().observations());
        insert.setInt(13, model.metrics().origins());
        double[] metrics = metrics();
        for (int i = 0; i < metrics.length; i++) {
            if (Double.isNaN(metrics[i])) {
                insert.setNull(14 + i, Types.DOUBLE);
            } else {
                insert.setDouble(14 + i, metrics[i]);
            }
        }
        insert.setString(20, model.promise());
        insert.setString(21, model.computedBy().engine());
        insert.setString(22, model.computedBy().jvm());
        insert.setLong(23, model.trainedAt().toEpochMilli());
    }

    /// The hash of every field.
    String contentHash() {
        List<String> fields = new ArrayList<>(List.of(
                model.scope().series().resource(),
                model.scope().series().metric(),
                model.scope().series().statistic().code(),
                model.scope().step().code(),
                Integer.toString(number),
                Integer.toString(model.horizon()),
                model.spec(),
                Long.toString(model.seed()),
                model.data().hash(),
                Long.toString(model.data().first().toEpochMilli()),
                Long.toString(model.data().last().toEpochMilli()),
                Integer.toString(model.data().observations()),
                Integer.toString(model.metrics().origins())));
        for (double metric : metrics()) {
            fields.add(Double.toString(metric));
        }
        fields.addAll(List.of(
                model.promise(),
                model.computedBy().engine(),
                model.computedBy().jvm(),
                Long.toString(model.trainedAt().toEpochMilli())));
        return RowHash.of(RowHash.NONE, fields);
    }

    private double[] metrics() {
        TrainedModel.Metrics known = model.metrics();
        return new double[] {
            known.mase(), known.smape(), known.rmse(), known.pinball(), known.coverage80(), known.coverage95()
        };
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
