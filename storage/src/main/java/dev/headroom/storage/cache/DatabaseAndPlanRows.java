package dev.headroom.storage.cache;

import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.source.price.PlanRate;
import dev.headroom.storage.source.price.PriceList;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The classes of databases and the rates of savings plans of one version of a price list.
final class DatabaseAndPlanRows {
    private DatabaseAndPlanRows() {}

    static void write(Connection connection, long version, PriceList list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO price_database(version, database_class, engine, family, vcpu, memory_gib, architecture,"
                        + " burstable, current_generation, one_zone_hour, two_zones_hour)"
                        + " VALUES(?,?,?,?,?,?,?,?,?,?,?)")) {
            for (DatabaseClass one : list.databases()) {
                insert.setLong(1, version);
                insert.setString(2, one.name());
                insert.setString(3, one.engine());
                insert.setString(4, one.family());
                insert.setDouble(5, one.vcpu());
                insert.setDouble(6, one.memoryGib());
                insert.setString(7, one.architecture());
                insert.setBoolean(8, one.burstable());
                insert.setBoolean(9, one.currentGeneration());
                insert.setString(10, one.hour().amount().toPlainString());
                insert.setString(
                        11,
                        one.twoZonesHour()
                                .map(price -> price.amount().toPlainString())
                                .orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO price_plan(version, kind, instance_type, term, payment, hourly) VALUES(?,?,?,?,?,?)")) {
            for (PlanRate rate : list.plans()) {
                insert.setLong(1, version);
                insert.setString(2, rate.offer().kind().code());
                insert.setString(3, rate.offer().instanceType());
                insert.setString(4, rate.offer().term().code());
                insert.setString(5, rate.offer().payment().code());
                insert.setString(6, rate.hourly().toPlainString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<DatabaseClass> databases(Connection connection, PriceBook.Version version) throws SQLException {
        String currency = version.currency().value();
        List<DatabaseClass> classes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT database_class, family, vcpu, memory_gib, architecture, burstable, current_generation, engine,"
                        + " one_zone_hour, two_zones_hour FROM price_database WHERE version = ?"
                        + " ORDER BY database_class, engine")) {
            query.setLong(1, version.id());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    classes.add(new DatabaseClass(
                            row.getString(1),
                            row.getString(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getString(5),
                            row.getBoolean(6),
                            row.getBoolean(7),
                            row.getString(8),
                            version.region(),
                            Money.of(row.getString(9), currency),
                            Optional.ofNullable(row.getString(10)).map(price -> Money.of(price, currency))));
                }
            }
        }
        return classes;
    }

    static List<PlanRate> plans(Connection connection, long version) throws SQLException {
        List<PlanRate> rates = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT kind, instance_type, term, payment, hourly"
                + " FROM price_plan WHERE version = ? ORDER BY kind, instance_type, term, payment")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    PlanRate.Offer offer = new PlanRate.Offer(
                            CommitmentKind.of(row.getString(1)),
                            row.getString(2),
                            CommitmentTerm.of(row.getString(3)),
                            Payment.of(row.getString(4)));
                    rates.add(new PlanRate(offer, new BigDecimal(row.getString(5))));
                }
            }
        }
        return rates;
    }
}
