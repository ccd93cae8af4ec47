package dev.headroom.engine.model;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a fitted model comes from: enough to fit it again and get the same numbers.
///
/// @param dataHash SHA-256 of grid and values, hexadecimal
/// @param parameters the fitted parameters by name, in a stable order
public record ModelProvenance(ModelSpec spec, long seed, String dataHash, Map<String, Double> parameters) {
    public ModelProvenance {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// The provenance of a fit of `spec` to `series`.
    public static ModelProvenance of(TimeSeries series, ModelSpec spec, long seed, Map<String, Double> parameters) {
        return new ModelProvenance(spec, seed, hash(series), parameters);
    }

    private static String hash(TimeSeries series) {
        TimeGrid grid = series.grid();
        String head = grid.start() + "|" + grid.step().code() + "|" + grid.zone() + "|" + grid.length();
        ByteBuffer buffer = ByteBuffer.allocate(series.length() * Double.BYTES);
        for (double value : series.values()) {
            buffer.putDouble(value);
        }
        MessageDigest digest = ContentDigest.sha256();
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(buffer.array());
        return ContentDigest.hex(digest);
    }
}
