package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts the beginning of a series off, block by block, in the transaction of the caller.
final class SeriesCut {
    private static final long MONTHS = 100_000;
    private final Connection connection;

    SeriesCut(Connection connection) {
        this.connection = connection;
    }

    /// What was cut off.
    ///
    /// @param bytes of packed blocks
    record Dropped(long observations, long bytes) {}

    private record Piece(long id, long first, byte[] payload) {}

    /// Removes the observations before the grid point `cut`.
    Dropped before(SeriesStore.Row series, long cut) throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        long observations = 0;
        long bytes = 0;
        try (PreparedStatement query = connection.prepareStatement("SELECT id, first_index, observations, payload FROM"
                + " block WHERE id BETWEEN ? AND ? AND first_index < ? ORDER BY id")) {
            query.setLong(1, series.id() * MONTHS);
            query.setLong(2, series.id() * MONTHS + MONTHS - 1);
            query.setLong(3, cut);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pieces.add(new Piece(row.getLong(1), row.getLong(2), row.getBytes(4)));
                    observations += row.getLong(3);
                }
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM block WHERE id = ?");
                PreparedStatement put = connection.prepareStatement(
                        "UPDATE block SET first_index = ?, slots = ?, observations = ?, payload = ? WHERE id = ?")) {
            for (Piece piece : pieces) {
                double[] values = BlockCodec.decode(piece.payload());
                int from = (int) Math.min(values.length, cut - piece.first());
                while (from < values.length && Double.isNaN(values[from])) {
                    from++;
                }
                bytes += piece.payload().length;
                if (from == values.length) {
                    delete.setLong(1, piece.id());
                    delete.executeUpdate();
                    continue;
                }
                double[] rest = Arrays.copyOfRange(values, from, values.length);
                byte[] payload = BlockCodec.encode(rest);
                int present = (int) Arrays.stream(rest)
                        .filter(value -> !Double.isNaN(value))
                        .count();
                put.setLong(1, piece.first() + from);
                put.setInt(2, rest.length);
                put.setInt(3, present);
                put.setBytes(4, payload);
                put.setLong(5, piece.id());
                put.executeUpdate();
                observations -= present;
                bytes -= payload.length;
            }
        }
        new SeriesStore(connection).refresh(series);
        return new Dropped(observations, Math.max(0, bytes));
    }
}
