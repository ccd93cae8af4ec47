package dev.headroom.storage.source.focus;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads FOCUS cost and usage rows of any provider. Columns may come in any order; columns that the
/// specification does not name are ignored, and those that it allows to be missing may be. A row without a
/// value in a column that decides what it costs and when (BilledCost, BillingCurrency, ChargePeriodStart,
/// ChargePeriodEnd, ChargeCategory) is refused. The literal NULL is no value. Times are UTC, as the
/// specification says.
public final class FocusReader implements RowReader {
    private static final List<String> SINCE_1_1 = List.of(
            "ServiceSubcategory",
            "SkuMeter",
            "SkuPriceDetails",
            "CapacityReservationId",
            "CapacityReservationStatus",
            "CommitmentDiscountQuantity",
            "CommitmentDiscountUnit");
    private static final List<String> SINCE_1_2 = List.of(
            "InvoiceId",
            "BillingAccountType",
            "SubAccountType",
            "PricingCurrency",
            "PricingCurrencyEffectiveCost",
            "PricingCurrencyListUnitPrice",
            "PricingCurrencyContractedUnitPrice");

    private final Columns columns;
    private final SourceFormat format;
    private final RowIdentity.Hasher hasher;
    private final TagsReader tags;
    private final int billed;
    private final int currency;
    private final int start;
    private final int end;
    private final int category;
    private final int effective;
    private final int list;
    private final int contracted;
    private final int chargeClass;
    private final int provider;
    private final int billingAccount;
    private final int subAccount;
    private final int service;
    private final int serviceCategory;
    private final int regionId;
    private final int regionName;
    private final int resource;
    private final int sku;
    private final int description;
    private final int commitment;
    private final int consumed;
    private final int consumedUnit;
    private final int priced;
    private final int pricedUnit;
    private final int invoice;
    private final int billingStart;
    private final TimestampReader starts;
    private final TimestampReader ends;
    private final TimestampReader billingStarts;

    private FocusReader(Columns columns) throws SourceException {
        this.columns = columns;
        format = version(columns);
        hasher = new RowIdentity.Hasher(columns.header());
        billed = columns.require("BilledCost");
        currency = columns.require("BillingCurrency");
        start = columns.require("ChargePeriodStart");
        end = columns.require("ChargePeriodEnd");
        category = columns.require("ChargeCategory");
        effective = columns.find("EffectiveCost");
        list = columns.find("ListCost");
        contracted = columns.find("ContractedCost");
        chargeClass = columns.find("ChargeClass");
        provider = columns.find("ProviderName");
        billingAccount = columns.find("BillingAccountId");
        subAccount = columns.find("SubAccountId");
        service = columns.find("ServiceName");
        serviceCategory = columns.find("ServiceCategory");
        regionId = columns.find("RegionId");
        regionName = columns.find("RegionName");
        resource = columns.find("ResourceId");
        sku = columns.find("SkuId");
        description = columns.find("ChargeDescription");
        commitment = columns.find("CommitmentDiscountId");
        consumed = columns.find("ConsumedQuantity");
        consumedUnit = columns.find("ConsumedUnit");
        priced = columns.find("PricingQuantity");
        pricedUnit = columns.find("PricingUnit");
        invoice = columns.find("InvoiceId");
        billingStart = columns.find("BillingPeriodStart");
        tags = new TagsReader(columns.find("Tags"));
        starts = TimestampReader.utc(columns.name(start));
        ends = TimestampReader.utc(columns.name(end));
        billingStarts = TimestampReader.utc(columns.name(billingStart));
    }

    private static Columns columns(List<String> header) {
        return new Columns(header, name -> name.strip().toLowerCase(Locale.ROOT));
    }

    /// True when the header can only be that of a FOCUS file.
    public static boolean recognises(List<String> header) {
        Columns columns = columns(header);
        return columns.has("BilledCost") && (columns.has("ChargePeriodStart") || columns.has("ChargeCategory"));
    }

    /// @throws SourceException when a column that no FOCUS file can do without is missing
    public static FocusReader of(List<String> header) throws SourceException {
        return new FocusReader(columns(header));
    }

    private static SourceFormat version(Columns columns) {
        if (SINCE_1_2.stream().anyMatch(columns::has)) {
            return SourceFormat.FOCUS_1_2;
        }
        return SINCE_1_1.stream().anyMatch(columns::has) ? SourceFormat.FOCUS_1_1 : SourceFormat.FOCUS_1_0;
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
    public List<String> notes() {
        return tags.notes();
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        Instant from = starts.read(row.text(start)).at();
        Instant to = ends.read(row.text(end)).at();
        if (to.isBefore(from)) {
            throw new RowRefusedException(columns.name(end), row.text(end), "The charge period ends before it starts.");
        }
        ChargeRecord.Amounts amounts = new ChargeRecord.Amounts(
                Numbers.required(columns.name(billed), row.text(billed)),
                amount(row, effective),
                amount(row, list),
                amount(row, contracted));
        Optional<BigDecimal> usage = amount(row, consumed);
        ChargeLine line = ChargeLine.of(category(row), currency(row))
                .provider(row.text(provider))
                .billingAccount(row.text(billingAccount))
                .subAccount(row.text(subAccount))
                .service(row.text(service))
                .serviceCategory(row.text(serviceCategory))
                .region(row.text(regionId).isEmpty() ? row.text(regionName) : row.text(regionId))
                .resource(row.text(resource))
                .usageType(row.text(sku))
                .description(row.text(description))
                .correction(row.text(chargeClass).equalsIgnoreCase("Correction"))
                .commitment(row.text(commitment))
                .invoice(row.text(invoice))
                .unit(row.text(usage.isPresent() ? consumedUnit : pricedUnit))
                .tags(tags.read(row))
                .build();
        YearMonth billed = ChargeRecord.monthOf(
                row.text(billingStart).isEmpty()
                        ? from
                        : billingStarts.read(row.text(billingStart)).at());
        ChargeRecord charge =
                new ChargeRecord(line, from, to, billed, amounts, usage.isPresent() ? usage : amount(row, priced));
        sink.charge(row.line(), charge, hasher.of(row));
    }

    private Optional<BigDecimal> amount(SourceRow row, int column) throws RowRefusedException {
        return Numbers.amount(columns.name(column), row.text(column));
    }

    private ChargeCategory category(SourceRow row) throws RowRefusedException {
        String text = row.text(category);
        return Arrays.stream(ChargeCategory.values())
                .filter(known -> known.focusName().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new RowRefusedException(
                        columns.name(category), text, "Not one of Usage, Purchase, Tax, Credit, Adjustment."));
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
