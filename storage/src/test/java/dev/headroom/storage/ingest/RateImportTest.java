package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.RateTable;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RateImportTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-09-04");

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private BigDecimal rate(Optional<Instant> at) {
        RateTable rates = desk.workspace().rates().of(EUR, at);
        return rates.on(DAY, CurrencyCode.USD, EUR).map(RateTable.Quote::rate).orElse(BigDecimal.ZERO);
    }

    @Test
    void ratesAreKeptByDayAndPairAndEachOnce() throws Exception {
        FileReport report = desk.load("Date;From;To;Rate", "2026-09-04;usd;EUR;0.9123", "2026-09-03;USD;EUR;0.91");
        assertThat(report.format()).isEqualTo(SourceFormat.RATES);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.first()).contains(Instant.parse("2026-09-03T00:00:00Z"));
        assertThat(rate(Optional.empty())).isEqualTo("0.9123");
        FileReport again = desk.load("rate,date,from,to", "0.9123,2026-09-04,USD,EUR", "0.8,2026-09-05,USD,EUR");
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(desk.workspace().rates().pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.days()).isEqualTo(3);
            assertThat(pair.last()).isEqualTo("2026-09-05");
        });
    }

    @Test
    void aRateThatIsToldAnewHoldsFromThenOn() throws Exception {
        desk.load("date,from,to,rate", "2026-09-04,USD,EUR,0.9");
        Instant later = Desk.NOW.plusSeconds(60);
        Path file = desk.file("later.csv", "date,from,to,rate", "2026-09-04,USD,EUR,0.95");
        desk.workspace().ingest().importPaths(List.of(file), IngestProgress.none(), later);
        assertThat(rate(Optional.empty())).isEqualTo("0.95");
        assertThat(rate(Optional.of(Desk.NOW))).isEqualTo("0.9");
        assertThat(rate(Optional.of(Desk.NOW.minusSeconds(1)))).isZero();
    }

    @Test
    void rowsThatAreNoRatesAreRefusedWithTheReason() throws Exception {
        FileReport report = desk.load(
                "date,from,to,rate",
                "04.09.2026,USD,EUR,0.9",
                "2026-09-04,USD,EUR,0",
                "2026-09-04,USD,EUR,n/a",
                "2026-09-04,EUR,EUR,1",
                "2026-09-04,,EUR,1",
                "2026-09-04,USD,EUR,0.9",
                "2026-09-04,USD,EUR,0.8");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(RejectedRow::line, RejectedRow::field)
                .containsExactly(
                        Tuple.tuple(2L, "date"),
                        Tuple.tuple(3L, "rate"),
                        Tuple.tuple(4L, "rate"),
                        Tuple.tuple(5L, "to"),
                        Tuple.tuple(6L, "from"),
                        Tuple.tuple(8L, "rate"));
        assertThat(report.rejects().getLast().reason()).contains("has 0.9 for this day and pair already");
    }
}
