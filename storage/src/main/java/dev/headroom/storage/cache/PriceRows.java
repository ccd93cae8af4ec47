package dev.headroom.storage.cache;

import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The rows of one version of a price list.
final class PriceRows {
    private PriceRows() {}

    static void write(Connection connection, long version, PriceList list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO price_shape(version, instance_type, family, vcpu, memory_gib, architecture, network_mbps,"
                        + " disk_mbps, burstable, current_generation, on_demand_hour) VALUES(?,?,?,?,?,?,?,?,?,?,?)")) {
            for (InstanceShape shape : list.shapes()) {
                insert.setLong(1, version);
                insert.setString(2, shape.instanceType());
                insert.setString(3, shape.family());
                insert.setDouble(4, shape.vcpu());
                insert.setDouble(5, shape.memoryGib());
                insert.setString(6, shape.architecture());
                set(insert, 7, shape.networkMbps());
                set(insert, 8, shape.diskMbps());
                insert.setBoolean(9, shape.burstable());
                insert.setBoolean(10, shape.currentGeneration());
                insert.setString(
                        11,
                        shape.onDemandHour()
                                .map(price -> price.amount().toPlainString())
                                .orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO price_reservation(version, instance_type, term, payment, upfront, hourly)"
                        + " VALUES(?,?,?,?,?,?)")) {
            for (ReservedPrice price : list.reservations()) {
                insert.setLong(1, version);
                insert.setString(2, price.instanceType());
                insert.setString(3, price.term().code());
                insert.setString(4, price.payment().code());
                insert.setString(5, price.upfront().toPlainString());
                insert.setString(6, price.hourly().toPlainString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO price_item(version, item, price) VALUES(?,?,?)")) {
            for (Map.Entry<PriceItem, BigDecimal> item : list.items().entrySet()) {
                insert.setLong(1, version);
                insert.setString(2, item.getKey().code());
                insert.setString(3, item.getValue().toPlainString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        DatabaseAndPlanRows.write(connection, version, list);
    }

    private static void set(PreparedStatement insert, int at, OptionalDouble value) throws SQLException {
        if (value.isPresent()) {
            insert.setDouble(at, value.getAsDouble());
        } else {
            insert.setNull(at, Types.DOUBLE);
        }
    }

    static PriceList read(Connection connection, PriceBook.Version version) throws SQLException {
        return new PriceList(
                version.scope(),
                version.provider(),
                version.region(),
                version.currency(),
                version.source(),
                version.published(),
                shapes(connection, version),
                reservations(connection, version.id()),
                items(connection, version.id()),
                DatabaseAndPlanRows.databases(connection, version),
                DatabaseAndPlanRows.plans(connection, version.id()));
    }

    private static List<InstanceShape> shapes(Connection connection, PriceBook.Version version) throws SQLException {
        List<InstanceShape> shapes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT instance_type, family, vcpu, memory_gib, architecture, network_mbps, disk_mbps, burstable,"
                        + " current_generation, on_demand_hour FROM price_shape WHERE version = ?"
                        + " ORDER BY instance_type")) {
            query.setLong(1, version.id());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    shapes.add(new InstanceShape(
                            row.getString(1),
                            row.getString(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getString(5),
                            optional(row, 6),
                            optional(row, 7),
                            row.getBoolean(8),
                            row.getBoolean(9),
                            version.region(),
                            Optional.ofNullable(row.getString(10))
                                    .map(price ->
                                            Money.of(price, version.currency().value()))));
                }
            }
        }
        return shapes;
    }

    private static OptionalDouble optional(ResultSet row, int at) throws SQLException {
        double value = row.getDouble(at);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static List<ReservedPrice> reservations(Connection connection, long version) throws SQLException {
        List<ReservedPrice> prices = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT instance_type, term, payment, upfront,"
                + " hourly FROM price_reservation WHERE version = ? ORDER BY instance_type, term, payment")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    prices.add(new ReservedPrice(
                            row.getString(1),
                            CommitmentTerm.of(row.getString(2)),
                            Payment.of(row.getString(3)),
                            new BigDecimal(row.getString(4)),
                            new BigDecimal(row.getString(5))));
                }
            }
        }
        return prices;
    }

    /// Items that this program does not know are left out.
    private static Map<PriceItem, BigDecimal> items(Connection connection, long version) throws SQLException {
        Map<PriceItem, BigDecimal> items = new EnumMap<>(PriceItem.class);
        try (PreparedStatement query =
                connection.prepareStatement("SELECT item, price FROM price_item WHERE version = ?")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    BigDecimal price = new BigDecimal(row.getString(2));
                    PriceItem.ofCode(row.getString(1)).ifPresent(item -> items.put(item, price));
                }
            }
        }
        return items;
    }
}
