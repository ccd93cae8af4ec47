package dev.headroom.storage.source.cur;

import dev.headroom.engine.cost.AmortisedCost;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CurLine;
import dev.headroom.engine.quantity.CurrencyCode;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads legacy AWS Cost and Usage Report rows, with the column names of the report
/// (`lineItem/UnblendedCost`) or those of its Athena table (`line_item_unblended_cost`). Billed is the
/// unblended cost; effective is the amortised cost of [AmortisedCost]; list is the public on-demand cost.
/// Lines that divide a machine's cost among its containers repeat cost and are left out of the effective
/// cost. The service is the product code. Times are UTC.
public final class CurReader implements RowReader {
    private static final String TAG_PREFIX = "resourcetags";
    private final Columns columns;
    private final RowIdentity.Hasher hasher;
    private final Map<Integer, String> tagColumns = new LinkedHashMap<>();
    private final int type;
    private final int unblended;
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
    private final int operation;
    private final int description;
    private final int usage;
    private final int invoice;
    private final int billingStart;
    private final int unit;
    private final int onDemand;
    private final int planArn;
    private final int planEffective;
    private final int planTotal;
    private final int planUsed;
    private final int reservationArn;
    private final int reservationEffective;
    private final int reservationUpfront;
    private final int reservationRecurring;
    private final TimestampReader starts;
    private final TimestampReader ends;
    private final TimestampReader billingStarts;

    private CurReader(Columns columns) throws SourceException {
        this.columns = columns;
        hasher = new RowIdentity.Hasher(columns.header());
        type = columns.require("lineItem/LineItemType");
        unblended = columns.require("lineItem/UnblendedCost");
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
        operation = columns.find("lineItem/Operation");
        description = columns.find("lineItem/LineItemDescription");
        usage = columns.find("lineItem/UsageAmount");
        unit = columns.find("pricing/unit");
        onDemand = columns.find("pricing/publicOnDemandCost");
        planArn = columns.find("savingsPlan/SavingsPlanARN");
        planEffective = columns.find("savingsPlan/SavingsPlanEffectiveCost");
        planTotal = columns.find("savingsPlan/TotalCommitmentToDate");
        planUsed = columns.find("savingsPlan/UsedCommitment");
        reservationArn = columns.find("reservation/ReservationARN");
        reservationEffective = columns.find("reservation/EffectiveCost");
        reservationUpfront = columns.find("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod");
        reservationRecurring = columns.find("reservation/UnusedRecurringFee");
        invoice = columns.find("bill/InvoiceId");
        billingStart = columns.find("bill/BillingPeriodStartDate");
        findTags();
        starts = TimestampReader.utc(columns.name(start));
        ends = TimestampReader.utc(columns.name(end));
        billingStarts = TimestampReader.utc(columns.name(billingStart));
    }

    private void findTags() {
        for (int i = 0; i < columns.header().size(); i++) {
            String name = columns.header().get(i).strip();
            if (normal(name).startsWith(TAG_PREFIX) && name.length() > TAG_PREFIX.length() + 1) {
                String tag = name.replaceFirst("(?i)^resource_?tags[/_]", "");
                tagColumns.put(i, tag.replaceFirst("^user[:_]", "").replaceFirst("^aws_", "aws:"));
                columns.use(i);
            }
        }
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

    /// @throws SourceException when a column that no report can do without is missing
    public static CurReader of(List<String> header) throws SourceException {
        return new CurReader(columns(header));
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.CUR_LEGACY;
    }

    @Override
    public List<String> recognised() {
        return columns.used();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        Instant from = starts.read(row.text(start)).at();
        Instant to = ends.read(row.text(end)).at();
        if (to.isBefore(from)) {
            throw new RowRefusedException(columns.name(end), row.text(end), "The usage ends before it starts.");
        }
        String lineType = row.text(type);
        if (lineType.isEmpty()) {
            throw new RowRefusedException(columns.name(type), "", "A line item type such as Usage is required.");
        }
        CurLine line = line(row, lineType);
        ChargeLine charged = ChargeLine.of(category(lineType), currency(row))
                .provider("AWS")
                .billingAccount(row.text(payer))
                .subAccount(row.text(account))
                .service(row.text(product))
                .serviceCategory(row.text(family))
                .region(row.text(region))
                .resource(row.text(resource))
                .usageType(row.text(usageType))
                .description(row.text(description))
                .commitment(line.savingsPlanArn().isEmpty() ? line.reservationArn() : line.savingsPlanArn())
                .invoice(row.text(invoice))
                .unit(row.text(unit))
                .tags(tags(row))
                .build();
        YearMonth billed = ChargeRecord.monthOf(
                row.text(billingStart).isEmpty()
                        ? from
                        : billingStarts.read(row.text(billingStart)).at());
        ChargeRecord charge = new ChargeRecord(charged, from, to, billed, amounts(row, line), amount(row, usage));
        sink.charge(row.line(), charge, hasher.of(row));
    }

    private ChargeRecord.Amounts amounts(SourceRow row, CurLine line) throws RowRefusedException {
        Optional<BigDecimal> effective =
                AmortisedCost.isContainerSplit(line) ? Optional.of(BigDecimal.ZERO) : AmortisedCost.of(line);
        return new ChargeRecord.Amounts(line.unblendedCost(), effective, amount(row, onDemand), Optional.empty());
    }

    private CurLine line(SourceRow row, String lineType) throws RowRefusedException {
        return new CurLine(
                lineType,
                Numbers.required(columns.name(unblended), row.text(unblended)),
                row.text(operation),
                row.text(description),
                row.text(reservationArn),
                row.text(planArn),
                new CurLine.SavingsPlan(amount(row, planEffective), amount(row, planTotal), amount(row, planUsed)),
                new CurLine.Reservation(
                        amount(row, reservationEffective),
                        amount(row, reservationUpfront),
                        amount(row, reservationRecurring)));
    }

    private Optional<BigDecimal> amount(SourceRow row, int column) throws RowRefusedException {
        return Numbers.amount(columns.name(column), row.text(column));
    }

    /// The FOCUS category of a line item type. A Savings Plan negation takes back the on-demand price of
    /// covered usage and so is usage; types that are neither usage, purchase, tax nor credit are adjustments.
    static ChargeCategory category(String lineType) {
        return switch (lineType) {
            case "Usage", "DiscountedUsage", "SavingsPlanCoveredUsage", "SavingsPlanNegation" -> ChargeCategory.USAGE;
            case "Fee", "RIFee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee" -> ChargeCategory.PURCHASE;
            case "Tax" -> ChargeCategory.TAX;
            case "Credit",
                    "Discount",
                    "BundledDiscount",
                    "EdpDiscount",
                    "PrivateRateDiscount",
                    "RiVolumeDiscount",
                    "SppDiscount" -> ChargeCategory.CREDIT;
            default -> ChargeCategory.ADJUSTMENT;
        };
    }

    private CurrencyCode currency(SourceRow row) throws RowRefusedException {
        try {
            return new CurrencyCode(row.text(currency));
        } catch (IllegalArgumentException invalid) {
            throw new RowRefusedException(
                    columns.name(currency), row.text(currency), "A currency code such as USD is required.");
        }
    }

    private Map<String, String> tags(SourceRow row) {
        Map<String, String> tags = new LinkedHashMap<>();
        tagColumns.forEach((column, name) -> {
            String value = row.text(column);
            if (!value.isEmpty()) {
                tags.put(name, value);
            }
        });
        return tags;
    }
}
