package dev.headroom.storage.pull;

import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.athena.BillQuery;
import dev.headroom.storage.source.athena.BillTable;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsQueries;
import dev.headroom.storage.source.aws.CallPrice;
import dev.headroom.storage.source.delivery.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The bills of a table in Athena: one query a month, whose sums replace what was kept of the month.
final class AthenaPart implements PullPart {
    /// To start a query, to ask twice how it is, and to read its result.
    private static final int CALLS = 5;

    /// AWS may still change a month for two weeks after its end.
    private static final Duration SETTLING = Duration.ofDays(14);

    private static final long MEGABYTE = 1_000_000;
    private static final int DIGITS = 2;

    private final Place place;
    private final BillTable table;
    private final AwsQueries queries;
    private final AwsQueries.Setting setting;
    private final List<YearMonth> months;
    private final ToLongFunction<YearMonth> bytes;
    private final BillResult result;
    private final Kept kept;

    /// Where results lie until they are imported, and where is noted what is complete.
    ///
    /// @param covers subjects begin with it
    record Kept(Path folder, PullLedger ledger, String covers, Instant now) {
        Cover cover(Place place, YearMonth period) {
            return new Cover(place.name(), covers + period, begin(period), now);
        }
    }

    /// @param months one query each
    /// @param bytes the files of a month, which a query reads at most; 0 when that is not known
    AthenaPart(
            Place place,
            BillTable table,
            AwsQueries queries,
            AwsQueries.Setting setting,
            List<YearMonth> months,
            ToLongFunction<YearMonth> bytes,
            BillResult result,
            Kept kept) {
        this.place = place;
        this.table = table;
        this.queries = queries;
        this.setting = setting;
        this.months = List.copyOf(months);
        this.bytes = bytes;
        this.result = result;
        this.kept = kept;
    }

    static Instant begin(YearMonth period) {
        return period.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public PullTopic topic() {
        return PullTopic.COST;
    }

    @Override
    public Place place() {
        return place;
    }

    /// What the files of a month have at most; Athena reads only the columns that it needs of most formats.
    @Override
    public Expected expected() {
        long all = months.stream().mapToLong(bytes).sum();
        BigDecimal usd = months.stream()
                .map(month -> CallPrice.of("athena:GetQueryExecution", CallPrice.billed(bytes.applyAsLong(month))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return months.isEmpty() ? Expected.NOTHING : new Expected((long) CALLS * months.size(), 0, all, usd);
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        desk.each(this, months, month -> pull(month, desk));
    }

    private void pull(YearMonth month, PullDesk desk)
            throws AwsFailureException, SourceException, InterruptedException {
        Path name = place.path("bill " + month);
        Path file = kept.folder().resolve(table.name().toString()).resolve(month + ".csv");
        desk.underWay(name);
        AwsQueries.Done done = queries.run(BillQuery.of(table, month), setting, () -> desk.underWay(name));
        try {
            result.write(done, file, _ -> desk.underWay(name));
            desk.answered(name, CALLS);
            Delivery delivery =
                    new Delivery(List.of(file), Optional.empty(), List.of(words(month, done)), Optional.empty());
            if (isWithoutRows(file) || desk.imported(topic(), place, delivery, Redelivery.REPLACE)) {
                kept.ledger().complete(List.of(kept.cover(place, month)));
            }
        } finally {
            remove(file);
        }
    }

    /// A month in which there was no bill yet.
    private static boolean isWithoutRows(Path file) throws SourceException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(2).count() < 2;
        } catch (IOException failure) {
            throw Download.unwritable(file, failure);
        }
    }

    private String words(YearMonth month, AwsQueries.Done done) {
        return String.format(
                Locale.ROOT,
                "Athena scanned %.1f MB of %s for %s (%s), which costs about $%s.",
                (double) done.scanned() / MEGABYTE,
                table.name(),
                month,
                table.kind().words(),
                done.usd().round(new MathContext(DIGITS)).toPlainString());
    }

    private static void remove(Path file) throws SourceException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw Download.unwritable(file, failure);
        }
    }

    /// The months that are asked for: those that are not kept, and those that may still have changed when
    /// they were kept.
    ///
    /// @param covers what is kept, by subject
    static List<YearMonth> open(ExportPlan.BillMonths months, String subjects, Map<String, Cover> covers) {
        YearMonth before = months.current().minusMonths(1);
        boolean also = before.isBefore(months.first()) && covers.containsKey(subjects + before);
        YearMonth first = also ? before : months.first();
        return Stream.iterate(first, month -> !month.isAfter(months.current()), month -> month.plusMonths(1))
                .filter(month -> Optional.ofNullable(covers.get(subjects + month))
                        .map(cover -> cover.until()
                                .isBefore(begin(month.plusMonths(1)).plus(SETTLING)))
                        .orElse(true))
                .toList();
    }
}
