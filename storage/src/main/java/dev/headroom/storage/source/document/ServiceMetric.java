package dev.headroom.storage.source.document;

import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.UsageMetric;
import dev.headroom.storage.source.document.MetricName.Direction;
import dev.headroom.storage.source.document.UnitName.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the names of CloudWatch mean for databases, volumes, functions and load balancers: the metric that
/// advice reads, and how a value gets into its unit. A name in another unit, or summed up in a way that does
/// not tell the amount, keeps its own name.
///
/// Source: the documentation of the metrics of Amazon RDS, Amazon EBS, AWS Lambda, Lambda Insights and
/// Elastic Load Balancing. Operations and bytes of volumes tell how many there were only as sums.
enum ServiceMetric {
    DATABASE_CONNECTIONS("DatabaseConnections", AssetMetric.CONNECTIONS, Direction.BOTH, Form.AMOUNT),
    FREEABLE_MEMORY("FreeableMemory", AssetMetric.FREEABLE_MEMORY, Direction.BOTH, Form.AMOUNT),
    READ_IOPS("ReadIOPS", AssetMetric.IOPS, Direction.IN, Form.AMOUNT),
    WRITE_IOPS("WriteIOPS", AssetMetric.IOPS, Direction.OUT, Form.AMOUNT),
    READ_THROUGHPUT("ReadThroughput", ResourceKind.DISK_IO, Direction.IN),
    WRITE_THROUGHPUT("WriteThroughput", ResourceKind.DISK_IO, Direction.OUT),
    VOLUME_READ_OPERATIONS("VolumeReadOps", AssetMetric.IOPS, Direction.IN, Form.SUM_TO_RATE),
    VOLUME_WRITE_OPERATIONS("VolumeWriteOps", AssetMetric.IOPS, Direction.OUT, Form.SUM_TO_RATE),
    VOLUME_READ_BYTES("VolumeReadBytes", ResourceKind.DISK_IO, Direction.IN),
    VOLUME_WRITE_BYTES("VolumeWriteBytes", ResourceKind.DISK_IO, Direction.OUT),
    INVOCATIONS("Invocations", AssetMetric.INVOCATIONS, Direction.BOTH, Form.AMOUNT),
    DURATION("Duration", AssetMetric.DURATION, Direction.BOTH, Form.TIME),
    USED_MEMORY("used_memory_max", AssetMetric.USED_MEMORY, Direction.BOTH, Form.AMOUNT),
    REQUESTS("RequestCount", AssetMetric.REQUESTS, Direction.BOTH, Form.AMOUNT),
    PROCESSED_BYTES("ProcessedBytes", AssetMetric.PROCESSED_BYTES, Direction.BOTH, Form.AMOUNT);

    private static final MathContext EXACT = new MathContext(40);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Map<String, String> MILLISECONDS =
            Map.of("milliseconds", "1", "ms", "1", "seconds", "1000", "s", "1000", "microseconds", "0.001");

    private enum Form {
        /// The value is the amount.
        AMOUNT,
        /// The sum of a period divided by its seconds.
        SUM_TO_RATE,
        /// Bytes a second, or the sum of the bytes of a period.
        THROUGHPUT,
        TIME
    }

    private final String name;
    private final String metric;
    private final MeasureUnit unit;
    private final Direction direction;
    private final Form form;

    ServiceMetric(String name, AssetMetric metric, Direction direction, Form form) {
        this(name, metric.metric(), metric.unit(), direction, form);
    }

    ServiceMetric(String name, ResourceKind kind, Direction direction) {
        this(name, kind.metric(), kind.unit(), direction, Form.THROUGHPUT);
    }

    ServiceMetric(String name, String metric, MeasureUnit unit, Direction direction, Form form) {
        this.name = name;
        this.metric = metric;
        this.unit = unit;
        this.direction = direction;
        this.form = form;
    }

    /// What values are, where the name is one of these and the unit fits.
    ///
    /// @param unitText in the words of the document
    static Optional<UsageTerms.Term> term(
            UsageTerms.Said said, Statistic statistic, Optional<UnitName> unit, String unitText) {
        for (ServiceMetric one : values()) {
            if (one.name.equals(said.metric())) {
                return one.form == Form.TIME
                        ? one.time(statistic, unitText)
                        : unit.flatMap(known -> one.amount(said, statistic, known));
            }
        }
        return Optional.empty();
    }

    private Optional<UsageTerms.Term> amount(UsageTerms.Said said, Statistic statistic, UnitName known) {
        boolean isSum = statistic == Statistic.SUM && said.periodSeconds().isPresent();
        return switch (form) {
            case AMOUNT -> known.dimension() == dimension() ? term(statistic, known.factor()) : Optional.empty();
            case SUM_TO_RATE ->
                isSum && known.dimension() == Dimension.COUNT
                        ? term(Statistic.MEAN, aSecond(BigDecimal.ONE, said))
                        : Optional.empty();
            case THROUGHPUT -> {
                if (known.dimension() == Dimension.BYTES_PER_SECOND) {
                    yield term(statistic, known.factor().divide(MILLION, EXACT));
                }
                yield isSum && known.dimension() == Dimension.BYTES
                        ? term(Statistic.MEAN, aSecond(known.factor(), said).divide(MILLION, EXACT))
                        : Optional.empty();
            }
            case TIME -> Optional.empty();
        };
    }

    private Dimension dimension() {
        return switch (unit) {
            case BYTES -> Dimension.BYTES;
            case PER_SECOND -> Dimension.PLAIN;
            default -> Dimension.COUNT;
        };
    }

    private static BigDecimal aSecond(BigDecimal factor, UsageTerms.Said said) {
        return factor.divide(BigDecimal.valueOf(said.periodSeconds().orElseThrow()), EXACT);
    }

    private Optional<UsageTerms.Term> time(Statistic statistic, String unitText) {
        return Optional.ofNullable(MILLISECONDS.get(unitText.strip().toLowerCase(Locale.ROOT)))
                .flatMap(factor -> term(statistic, new BigDecimal(factor)));
    }

    private Optional<UsageTerms.Term> term(Statistic statistic, BigDecimal factor) {
        return Optional.of(new UsageTerms.Term(name, new UsageMetric(metric, statistic, unit), factor, direction));
    }
}
