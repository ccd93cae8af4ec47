package dev.headroom.storage.source.document;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.UsageMetric;
import dev.headroom.storage.source.document.MetricName.Direction;
import dev.headroom.storage.source.document.UnitName.Dimension;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Decides what the values of a document measure, from what the document says, what the name of the metric says and
/// what the user said, in this order; for units the user goes first. What none of them says is asked for, never
/// guessed. One verdict is automatic, because it is certain: a utilization without a unit of which a value is above
/// [#LARGEST_FRACTION] is a percentage.
public final class UsageTerms {
    /// Machines use up to four times their share for a while; as a fraction that is 4.
    static final double LARGEST_FRACTION = 4;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private final ImportOptions options;
    private final Map<String, Shares> shares = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    public UsageTerms(ImportOptions options) {
        this.options = options;
    }

    /// What a document says about some values.
    ///
    /// @param statistic in its words
    /// @param unit in its words
    /// @param periodSeconds how long the period of one value is
    public record Said(String metric, Optional<String> statistic, Optional<String> unit, OptionalLong periodSeconds) {}

    /// What the values are.
    ///
    /// @param name the metric as the document names it
    /// @param factor a value of the document times this is in the unit of `metric`
    /// @param direction whether it is one of two directions that are to be added
    public record Term(String name, UsageMetric metric, BigDecimal factor, Direction direction) {}

    /// What is known of the shares of one metric.
    private static final class Shares {
        private final boolean open;
        private double largest = Double.NEGATIVE_INFINITY;
        private long count;

        private Shares(boolean open) {
            this.open = open;
        }
    }

    /// @throws SourceException when the statistic or the unit is neither said nor certain
    public Term resolve(Said said) throws SourceException {
        MetricName name = MetricName.of(said.metric());
        Statistic statistic = said.statistic()
                .flatMap(MetricName::statistic)
                .or(name::statistic)
                .or(options::statistic)
                .orElseThrow(() -> notTold(
                        OpenQuestion.statistic(),
                        said.metric() + " does not say how the readings of a period became one"
                                + " value; import it with --statistic mean, max, p95, min, sum or last."));
        Optional<UnitName> unit = unit(said, name);
        Optional<Term> service = ServiceMetric.term(said, statistic, unit, unitText(said, name));
        if (service.isPresent()) {
            if (statistic == Statistic.SUM && service.get().metric().statistic() == Statistic.MEAN) {
                noteSums(name.text());
            }
            return service.get();
        }
        if (name.kind().isEmpty()
                || unit.filter(u -> !fits(name.kind().get(), u)).isPresent()) {
            return own(name, statistic, unit);
        }
        ResourceKind kind = name.kind().get();
        return switch (kind) {
            case CPU, MEMORY -> share(name, kind, statistic, unit);
            case DISK_IO, NETWORK -> throughput(said, name, kind, statistic, unit);
        };
    }

    /// What the user, the document or the name says; blank when none does.
    private String unitText(Said said, MetricName name) {
        return options.unit(said.metric()).or(said::unit).or(name::unit).orElse("");
    }

    private Optional<UnitName> unit(Said said, MetricName name) throws SourceException {
        String text = unitText(said, name);
        if (text.isBlank()) {
            return Optional.empty();
        }
        UnitName unit = UnitName.parse(text)
                .orElseThrow(() -> notTold(
                        OpenQuestion.unit(said.metric(), "percent", "ratio", "bytes", "KiB/s", "MB/s", "Mbit/s"),
                        "The unit " + text + " of " + said.metric()
                                + " is not known; say it with --unit " + said.metric()
                                + "=percent, ratio, bytes, KiB, MB/s, Mbit/s or the like."));
        if (unit.decimalPrefix()) {
            notes.add(text + " of " + said.metric() + " is read as a power of 1000; say --unit " + said.metric() + "="
                    + binary(text) + " if it is one of 1024.");
        }
        return Optional.of(unit);
    }

    private static String binary(String unit) {
        return unit.substring(0, 1) + "i" + unit.substring(1);
    }

    private static boolean fits(ResourceKind kind, UnitName unit) {
        return switch (unit.dimension()) {
            case SHARE, PLAIN, COUNT -> kind == ResourceKind.CPU || kind == ResourceKind.MEMORY;
            case BYTES, BYTES_PER_SECOND, BITS_PER_SECOND ->
                kind == ResourceKind.DISK_IO || kind == ResourceKind.NETWORK;
        };
    }

    private Term share(MetricName name, ResourceKind kind, Statistic statistic, Optional<UnitName> unit)
            throws SourceException {
        Optional<UnitName> share = unit.filter(u -> u.dimension() == Dimension.SHARE);
        if (share.isEmpty() && !name.share()) {
            throw unitNotTold(name.text(), "percent", "ratio", "bytes", "none");
        }
        if (share.isEmpty() || share.get().factor().equals(BigDecimal.ONE)) {
            boolean open = share.isEmpty();
            shares.computeIfAbsent(name.text(), _ -> new Shares(open));
        }
        UsageMetric metric = new UsageMetric(kind.metric(), statistic, kind.unit());
        return new Term(name.text(), metric, share.map(UnitName::factor).orElse(BigDecimal.ONE), Direction.BOTH);
    }

    private Term throughput(Said said, MetricName name, ResourceKind kind, Statistic statistic, Optional<UnitName> unit)
            throws SourceException {
        UnitName stated = unit.orElseThrow(() -> unitNotTold(name.text(), "bytes/s", "KiB/s", "MB/s", "Mbit/s"));
        Statistic kept = statistic;
        if (stated.dimension() == Dimension.BYTES) {
            if (statistic != Statistic.SUM || said.periodSeconds().isEmpty()) {
                throw notTold(
                        OpenQuestion.unit(name.text(), "bytes/5min", "bytes/1min"),
                        name.text() + " counts bytes, not bytes a second, and its readings may stand for 1 or 5"
                                + " minutes each; say --unit " + name.text()
                                + "=bytes/5min (basic monitoring) or --unit "
                                + name.text() + "=bytes/1min (detailed), or export the statistic Sum.");
            }
            stated = stated.perSecond(said.periodSeconds().getAsLong());
            kept = Statistic.MEAN;
            noteSums(name.text());
        }
        BigDecimal base = stated.factor().divide(MILLION);
        boolean bits = stated.dimension() == Dimension.BITS_PER_SECOND;
        BigDecimal eight = BigDecimal.valueOf(8);
        BigDecimal factor =
                kind == ResourceKind.NETWORK ? bits ? base : base.multiply(eight) : bits ? base.divide(eight) : base;
        return new Term(name.text(), new UsageMetric(kind.metric(), kept, kind.unit()), factor, name.direction());
    }

    private void noteSums(String name) {
        notes.add("The sums of " + name + " are divided by their period: they are means a second.");
    }

    /// A metric that is kept under its own name.
    private Term own(MetricName name, Statistic statistic, Optional<UnitName> unit) throws SourceException {
        UnitName known = unit.orElseThrow(() -> unitNotTold(name.text(), "percent", "bytes", "MB/s", "count", "none"));
        name.kind()
                .ifPresent(kind -> notes.add(name.text() + " is an amount and not a share of the "
                        + kind.label().toLowerCase(Locale.ROOT) + "; it is kept as " + name.text()
                        + ", and risk and rightsizing need the percentage."));
        MeasureUnit kept = switch (known.dimension()) {
            case SHARE -> MeasureUnit.PERCENT;
            case BYTES -> MeasureUnit.BYTES;
            case BYTES_PER_SECOND -> MeasureUnit.MEGABYTES_PER_SECOND;
            case BITS_PER_SECOND -> MeasureUnit.MEGABITS_PER_SECOND;
            case COUNT -> MeasureUnit.COUNT;
            case PLAIN -> MeasureUnit.UNKNOWN;
        };
        boolean rate =
                known.dimension() == Dimension.BYTES_PER_SECOND || known.dimension() == Dimension.BITS_PER_SECOND;
        return new Term(
                name.text(),
                new UsageMetric(name.text(), statistic, kept),
                rate ? known.factor().divide(MILLION) : known.factor(),
                Direction.BOTH);
    }

    /// Notes a value that was read, as the document has it.
    public void seen(Term term, double value) {
        Shares seen = shares.get(term.name());
        if (seen != null) {
            seen.largest = Math.max(seen.largest, value);
            seen.count++;
        }
    }

    /// Adds a sentence for the user.
    public void note(String sentence) {
        notes.add(sentence);
    }

    /// The sentences for the user, in the order in which they came up.
    ///
    /// @throws SourceException when a unit is still open after all values
    public Set<String> finish() throws SourceException {
        for (Map.Entry<String, Shares> entry : shares.entrySet()) {
            Shares seen = Objects.requireNonNull(entry.getValue(), "shares");
            if (seen.count == 0) {
                continue;
            }
            if (seen.open && seen.largest <= LARGEST_FRACTION) {
                throw notTold(
                        OpenQuestion.unit(entry.getKey(), "percent", "ratio"),
                        "All values of " + entry.getKey() + " lie at or below " + seen.largest
                                + " and nothing says whether they are percent or fractions; say --unit "
                                + entry.getKey()
                                + "=percent or --unit " + entry.getKey() + "=ratio.");
            }
            if (seen.open) {
                notes.add(entry.getKey() + " names no unit; values up to " + seen.largest
                        + " cannot be fractions and are taken as percent.");
            } else if (seen.largest <= 1) {
                notes.add("All " + seen.count + " values of " + entry.getKey()
                        + " lie between 0 and 1 although they are said to be percent; say --unit " + entry.getKey()
                        + "=ratio if they are fractions.");
            }
        }
        return notes;
    }

    private static SourceException unitNotTold(String metric, String... answers) {
        return notTold(
                OpenQuestion.unit(metric, answers),
                "Nothing says in which unit " + metric + " is; import it with --unit " + metric + "=UNIT, "
                        + String.join(", ", answers) + " or another.");
    }

    private static SourceException notTold(OpenQuestion question, String sentence) {
        return SourceException.notTold(question, sentence);
    }
}
