package dev.headroom.storage.source.price;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// The price list inside the product: machine shapes and public on-demand list prices of one day, so that
/// rightsizing works without a network. What a customer really pays after discounts and commitments is not in
/// it.
public final class ShippedPrices {
    private static final String RESOURCE = "ec2-prices.csv";
    private static final String DATE_MARK = "# price_date: ";

    private ShippedPrices() {}

    /// All shapes of the shipped list, in file order: by region, family and size.
    public static List<InstanceShape> load() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(open())) {
            return reader.stream().map(ShippedPrices::shape).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped price list " + RESOURCE + " cannot be read.", e);
        }
    }

    /// The day on which the prices of the shipped list were valid.
    public static LocalDate priceDate() {
        try (BufferedReader reader = open()) {
            return reader.lines()
                    .filter(line -> line.startsWith(DATE_MARK))
                    .map(line -> LocalDate.parse(line.substring(DATE_MARK.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + " states no price_date."));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped price list " + RESOURCE + " cannot be read.", e);
        }
    }

    private static BufferedReader open() {
        InputStream stream = Objects.requireNonNull(ShippedPrices.class.getResourceAsStream(RESOURCE), RESOURCE);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static InstanceShape shape(NamedCsvRecord row) {
        String price = row.getField("on_demand_hour");
        return new InstanceShape(
                row.getField("instance_type"),
                row.getField("family"),
                Double.parseDouble(row.getField("vcpu")),
                Double.parseDouble(row.getField("memory_gib")),
                row.getField("arch"),
                optional(row.getField("network_mbps")),
                optional(row.getField("disk_mbps")),
                Boolean.parseBoolean(row.getField("burstable")),
                Boolean.parseBoolean(row.getField("current_generation")),
                row.getField("region"),
                price.isEmpty() ? Optional.empty() : Optional.of(Money.of(price, row.getField("currency"))));
    }

    private static OptionalDouble optional(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
