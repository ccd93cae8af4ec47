package dev.headroom.storage.source.cur;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.FindingLog;
import dev.headroom.storage.source.GroupColumns;
import dev.headroom.storage.source.NamedValues;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.Numbers;
import dev.headroom.storage.source.csv.TimestampReader;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads AWS Cost and Usage Report rows: the legacy report with its own column names
/// (`lineItem/UnblendedCost`) or those of its Athena table (`line_item_unblended_cost`), and CUR 2.0, which has
/// the names of the table and puts tags, cost categories, product attributes and discounts into one column
/// each. [CurAmounts] says what is billed, effective and list cost, [CurTags] which tags a line has. The service
/// is the product code. Times are UTC.
public final class CurReader implements RowReader {
    private final Columns columns;
    private final SourceFormat format;
    private final RowIdentity.Hasher hasher;
    private final GroupColumns groups;
    private final CurAmounts amounts;
    private final CurTags tags;
    private final FindingLog log = new FindingLog();
    private final NamedValues productMap;
    private final int type;
    private final int currency;
    private final int start;
    private final int end;
    private final int payer;
    private final int account;
    private final int product;
    private final int family;
    private final int region;
    private final int resource;
    private final int usageType;
    private final int description;
    private final int usage;
    private final int invoice;
    private final int billingStart;
    private final int unit;
    private final TimestampReader starts;
    private final TimestampReader ends;
    private final TimestampReader billingStarts;

    private CurReader(Columns columns) throws SourceException {
        this.columns = columns;
        format = isSecond(columns) ? SourceFormat.CUR_2_0 : SourceFormat.CUR_LEGACY;
        type = columns.require("lineItem/LineItemType");
        amounts = new CurAmounts(columns);
        currency = columns.require("lineItem/CurrencyCode");
        start = columns.require("lineItem/UsageStartDate");
        end = columns.require("lineItem/UsageEndDate");
        payer = columns.find("bill/PayerAccountId");
        account = columns.find("lineItem/UsageAccountId");
        product = columns.find("lineItem/ProductCode");
        family = columns.find("product/productFamily");
        region = columns.find("product/regionCode", "product/region", "product/location");
        resource = columns.find("lineItem/ResourceId");
        usageType = columns.find("lineItem/UsageType");
        description = columns.find("lineItem/LineItemDescription");
        usage = columns.find("lineItem/UsageAmount");
        unit = columns.find("pricing/unit");
        invoice = columns.find("bill/InvoiceId");
        billingStart = columns.find("bill/BillingPeriodStartDate");
        tags = new CurTags(columns);
        productMap = new NamedValues(region < 0 ? columns.find("product") : -1, "product attributes");
        starts = TimestampReader.utc(columns.name(start));
        ends = TimestampReader.utc(columns.name(end));
        billingStarts = TimestampReader.utc(columns.name(billingStart));
        groups = groupColumns();
        hasher = new RowIdentity.Hasher(columns.header(), groups);
    }

    /// `lineItem/UsageStartDate` and `line_item_usage_start_date` are the same name.
    private static String normal(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static Columns columns(List<String> header) {
        return new Columns(header, CurReader::normal);
    }

    /// True when the header can only be that of a Cost and Usage Report.
    public static boolean recognises(List<String> header) {
        Columns columns = columns(header);
        return columns.has("lineItem/UnblendedCost") || columns.has("lineItem/LineItemType");
    }

    /// Only CUR 2.0 has columns that hold objects; a query can also take single members of them.
    private static boolean isSecond(Columns columns) {
        return Stream.of("resource_tags", "cost_category", "product", "discount")
                        .anyMatch(columns::has)
                || columns.header().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.startsWith("resource_tags.") || name.startsWith("product."));
    }

    /// @throws SourceException when a column that no report can do without is missing
    public static CurReader of(List<String> header) throws SourceException {
        return new CurReader(columns(header));
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public List<String> recognised() {
        return columns.used();
    }

    @Override
    public Optional<GroupColumns> groups() {
        return Optional.of(groups);
    }

    private GroupColumns groupColumns() {
        return GroupColumns.of(
                columns.usedPositions(),
                Stream.concat(CurAmounts.SUMS.stream(), Stream.of("lineItem/UsageAmount"))
                        .map(columns::position)
                        .toList(),
                List.of(start, end));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(amounts.notes());
        notes.addAll(tags.notes());
        notes.addAll(productMap.notes());
        return notes;
    }

    @Override
    public List<Finding> findings() {
        return log.findings();
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        log.weigh(row);
        Instant from = starts.read(row.text(start)).at();
        Instant to = ends.read(row.text(end)).at();
        if (to.isBefore(from)) {
            throw new RowRefusedException(columns.name(end), row.text(end), "The usage ends before it starts.");
        }
        String lineType = row.text(type);
        if (lineType.isEmpty()) {
            throw new RowRefusedException(columns.name(type), "", "A line item type such as Usage is required.");
        }
        ChargeRecord.Amounts money = amounts.read(row, lineType);
        ChargeLine charged = ChargeLine.of(category(row, lineType), currency(row))
                .provider("AWS")
                .billingAccount(row.text(payer))
                .subAccount(row.text(account))
                .service(row.text(product))
                .serviceCategory(row.text(family))
                .region(region < 0 ? productMap.read(row).getOrDefault("region", "") : row.text(region))
                .resource(row.text(resource))
                .usageType(row.text(usageType))
                .description(row.text(description))
                .commitment(amounts.commitment(row))
                .invoice(row.text(invoice))
                .unit(row.text(unit))
                .tags(tags.read(row))
                .build();
        YearMonth billed = ChargeRecord.monthOf(
                row.text(billingStart).isEmpty()
                        ? from
                        : billingStarts.read(row.text(billingStart)).at());
        ChargeRecord charge = new ChargeRecord(
                charged, from, to, billed, money, Numbers.amount(columns.name(usage), row.text(usage)));
        sink.charge(row.line(), charge, hasher.of(row));
    }

    private ChargeCategory category(SourceRow row, String lineType) {
        return LineItemType.category(lineType).orElseGet(() -> {
            log.add(
                    "line-item-type",
                    columns.name(type),
                    row.line(),
                    lineType,
                    "The type is none of those that AWS documents; the row counts as an adjustment.");
            return ChargeCategory.ADJUSTMENT;
        });
    }

    private CurrencyCode currency(SourceRow row) throws RowRefusedException {
        try {
            return new CurrencyCode(row.text(currency));
        } catch (IllegalArgumentException invalid) {
            throw new RowRefusedException(
                    columns.name(currency), row.text(currency), "A currency code such as USD is required.");
        }
    }
}
