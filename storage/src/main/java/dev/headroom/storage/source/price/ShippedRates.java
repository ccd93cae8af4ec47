package dev.headroom.storage.source.price;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// The typical discounts of commitments inside the product. They are assumptions with an age, so that advice
/// works without a network; what a customer really gets has to be stated.
public final class ShippedRates {
    private static final String RESOURCE = "commitment-rates.csv";

    private ShippedRates() {}

    /// All rates in file order.
    public static List<CommitmentRate> load() {
        InputStream stream = Objects.requireNonNull(ShippedRates.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)))) {
            return reader.stream().map(ShippedRates::rate).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped rates " + RESOURCE + " cannot be read.", e);
        }
    }

    private static CommitmentRate rate(NamedCsvRecord row) {
        return new CommitmentRate(
                row.getField("provider"),
                CommitmentKind.of(row.getField("kind")),
                row.getField("family"),
                CommitmentTerm.of(row.getField("term")),
                Payment.of(row.getField("payment")),
                new BigDecimal(row.getField("discount_percent")),
                LocalDate.parse(row.getField("as_of")),
                row.getField("source"));
    }
}
