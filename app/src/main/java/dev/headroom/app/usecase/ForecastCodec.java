package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.series.TimeGrid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Forecasts as bytes for the ledger. The grid is not in them: it follows from the series and the horizon.
///
/// Layout: version 1, steps, number of levels, levels, point forecast, then the quantiles level by level, all
/// as IEEE 754 doubles in network order.
final class ForecastCodec {
    private static final int VERSION = 1;

    private ForecastCodec() {}

    static byte[] encode(QuantileForecast forecast) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(forecast.steps());
            double[] levels = forecast.levels();
            out.writeInt(levels.length);
            write(out, levels);
            write(out, forecast.point());
            for (double level : levels) {
                write(out, forecast.quantile(level));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Empty when the bytes are of another version, of another length than the grid, or damaged.
    static Optional<QuantileForecast> decode(byte[] content, TimeGrid grid) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION || in.readInt() != grid.length()) {
                return Optional.empty();
            }
            int count = in.readInt();
            if (count < 0 || count > content.length / Double.BYTES) {
                return Optional.empty();
            }
            double[] levels = read(in, count);
            double[] point = read(in, grid.length());
            double[][] quantiles = new double[count][];
            for (int i = 0; i < count; i++) {
                quantiles[i] = read(in, grid.length());
            }
            return Optional.of(new QuantileForecast(grid, point, levels, quantiles));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInputStream in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
