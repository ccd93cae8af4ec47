package dev.headroom.storage.source.document;

import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.Numbers;
import dev.headroom.storage.source.csv.Plausible;
import dev.headroom.storage.source.csv.TimestampReader;
import dev.headroom.storage.source.document.MetricName.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Puts the readings of a document into a sink, one entry each. NaN is a missing observation; infinities and what no
/// machine can do are refused. The two directions of a disk or a network are added once both are there; the sum of
/// two peaks is an upper bound of the peak of the sum, and the notes say so.
public final class UsageEntries {
    private static final Pattern SECONDS =
            Pattern.compile("\\d{9,10}(?:\\.\\d+)?(?:[eE]\\+?\\d+)?|\\d\\.\\d+[eE]\\+?9");
    private static final int LONGEST_NAME = 500;
    private final UsageTerms terms;
    private final DocumentSink sink;
    private final TimestampReader timestamps = TimestampReader.utc("timestamp");
    private final Map<Half, Waiting> waiting = new HashMap<>();
    private long missing;

    public UsageEntries(UsageTerms terms, DocumentSink sink) {
        this.terms = terms;
        this.sink = sink;
    }

    private record Half(String resource, String metric, Statistic statistic, long at) {}

    private record Waiting(Direction direction, double value) {}

    /// Takes one reading.
    public void take(UsageTerms.Term term, String resource, Reading reading) throws SourceException {
        long entry = sink.entry();
        try {
            if (resource.isBlank() || resource.length() > LONGEST_NAME) {
                throw new RowRefusedException("resource", resource, "A resource name is required.");
            }
            Instant at = at(reading.at());
            if (reading.value().isEmpty() || reading.value().equalsIgnoreCase("nan")) {
                missing++;
                sink.reading(entry, term.metric(), resource, at, RowSink.Extent.INSTANT, Double.NaN);
                return;
            }
            double raw = Numbers.reading(term.name(), reading.value(), BigDecimal.ONE);
            double value = Plausible.checked(
                    term.name(),
                    reading.value(),
                    term.factor().equals(BigDecimal.ONE)
                            ? raw
                            : Numbers.reading(term.name(), reading.value(), term.factor()),
                    term.metric().unit());
            terms.seen(term, raw);
            put(entry, term, resource, at, value);
        } catch (RowRefusedException refused) {
            sink.refuse(entry, refused);
        }
    }

    /// Takes one reading that a service answered as numbers.
    ///
    /// @param value NaN is a missing observation
    public void take(UsageTerms.Term term, String resource, Instant at, double value) throws SourceException {
        long entry = sink.entry();
        try {
            if (Double.isNaN(value)) {
                missing++;
                sink.reading(entry, term.metric(), resource, at, RowSink.Extent.INSTANT, Double.NaN);
                return;
            }
            String text = Double.toString(value);
            double scaled = term.factor().equals(BigDecimal.ONE) || !Double.isFinite(value)
                    ? value
                    : BigDecimal.valueOf(value).multiply(term.factor()).doubleValue();
            double plausible =
                    Plausible.checked(term.name(), text, scaled, term.metric().unit());
            terms.seen(term, value);
            put(entry, term, resource, at, plausible);
        } catch (RowRefusedException refused) {
            sink.refuse(entry, refused);
        }
    }

    private Instant at(String text) throws RowRefusedException {
        if (!SECONDS.matcher(text).matches()) {
            return timestamps.read(text).at();
        }
        long millis = new BigDecimal(text).movePointRight(3).longValue();
        return timestamps.read(Long.toString(millis)).at();
    }

    private void put(long entry, UsageTerms.Term term, String resource, Instant at, double value)
            throws SourceException {
        double whole = value;
        if (term.direction() != Direction.BOTH) {
            Half half = new Half(resource, term.metric().metric(), term.metric().statistic(), at.toEpochMilli());
            Waiting other = waiting.get(half);
            if (other == null || other.direction() == term.direction()) {
                if (waiting.size() >= Reading.MOST) {
                    throw Json.tooLong(Reading.MOST);
                }
                waiting.put(half, new Waiting(term.direction(), value));
                sink.waits(entry);
                whole = Double.NaN;
            } else {
                waiting.remove(half);
                // Exact addition of the decimals: 8.67 + 4.33 is 13.
                whole = BigDecimal.valueOf(other.value())
                        .add(BigDecimal.valueOf(value))
                        .doubleValue();
                noteSum(term);
            }
        }
        sink.reading(entry, term.metric(), resource, at, RowSink.Extent.INSTANT, whole);
    }

    private void noteSum(UsageTerms.Term term) {
        String both = "The two directions of " + term.metric().metric() + " are added";
        boolean peaks =
                term.metric().statistic() == Statistic.MAX || term.metric().statistic() == Statistic.P95;
        terms.note(
                peaks
                        ? both + "; the sum of two " + term.metric().statistic().code()
                                + " values is an upper bound, because they need not fall together."
                        : both + ".");
    }

    /// Notes what is left when the document has been read.
    public void finish() {
        if (missing > 0) {
            terms.note(missing + " values are NaN or empty: they count as missing, not as 0.");
        }
        if (!waiting.isEmpty()) {
            terms.note(waiting.size() + " readings of one direction have none of the other at their time and are left"
                    + " out; export both directions.");
        }
    }
}
