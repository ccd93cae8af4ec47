package dev.headroom.storage.source.price;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.quantity.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The list prices of volumes, snapshots, databases, functions, addresses and load balancers inside the
/// product, of one day. What a customer really pays after discounts and commitments is not in it.
public final class ShippedServicePrices {
    private static final String PRICES = "service-prices.csv";
    private static final String CLASSES = "database-classes.csv";
    private static final String DATE_MARK = "# price_date: ";

    private ShippedServicePrices() {}

    public static PriceSheet load() {
        Map<String, Map<PriceItem, Money>> prices = new HashMap<>();
        for (NamedCsvRecord row : rows(PRICES)) {
            String code = row.getField("item");
            PriceItem item = PriceItem.ofCode(code)
                    .orElseThrow(() -> new IllegalStateException("item (" + code + ") must be a known price."));
            prices.computeIfAbsent(row.getField("region"), _ -> new EnumMap<>(PriceItem.class))
                    .put(item, Money.of(row.getField("price"), row.getField("currency")));
        }
        return new PriceSheet(
                prices,
                rows(CLASSES).stream().flatMap(ShippedServicePrices::classes).toList());
    }

    /// One row stands for a class in several regions and for three engines. A standby costs as much again.
    private static Stream<DatabaseClass> classes(NamedCsvRecord row) {
        List<DatabaseClass> classes = new ArrayList<>();
        for (String region : row.getField("regions").split(" ")) {
            for (String engine : List.of("mysql", "mariadb", "postgres")) {
                String column = engine.equals("postgres") ? "postgres_hour" : "mysql_hour";
                Money hour = Money.of(row.getField(column), row.getField("currency"));
                classes.add(new DatabaseClass(
                        row.getField("class"),
                        row.getField("family"),
                        Double.parseDouble(row.getField("vcpu")),
                        Double.parseDouble(row.getField("memory_gib")),
                        row.getField("arch"),
                        Boolean.parseBoolean(row.getField("burstable")),
                        true,
                        engine,
                        region,
                        hour,
                        Optional.of(hour.times(BigDecimal.TWO))));
            }
        }
        return classes.stream();
    }

    /// The day on which the prices were valid.
    public static LocalDate priceDate() {
        try (BufferedReader reader = open(PRICES)) {
            return reader.lines()
                    .filter(line -> line.startsWith(DATE_MARK))
                    .map(line -> LocalDate.parse(line.substring(DATE_MARK.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(PRICES + " states no price_date."));
        } catch (IOException e) {
            throw unreadable(PRICES, e);
        }
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(open(resource))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw unreadable(resource, e);
        }
    }

    private static UncheckedIOException unreadable(String resource, IOException cause) {
        return new UncheckedIOException("The shipped price list " + resource + " cannot be read.", cause);
    }

    private static BufferedReader open(String resource) {
        InputStream stream = Objects.requireNonNull(ShippedServicePrices.class.getResourceAsStream(resource), resource);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
