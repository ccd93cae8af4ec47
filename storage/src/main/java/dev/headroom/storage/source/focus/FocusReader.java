package dev.headroom.storage.source.focus;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads FOCUS 1.0, 1.1 and 1.2 cost and usage rows of any provider. Columns may come in any order; columns
/// that the specification does not name are ignored, and all but those that decide what a row costs and when
/// (BilledCost, ChargePeriodStart, ChargePeriodEnd, ChargeCategory) may be missing. A row without a value in one
/// of these, or with a value that is no amount in a cost column, is refused. Every other departure from the
/// specification is a finding, and the row is kept. The literal NULL is no value. Times are UTC, as the
/// specification says. Without the column BillingCurrency the currency is [CurrencyCode#UNKNOWN].
public final class FocusReader implements RowReader {
    private final Columns columns;
    private final HeaderCheck header;
    private final ValueCheck values;
    private final RelationCheck relations;
    private final FindingLog log = new FindingLog();
    private final RowIdentity.Hasher hasher;
    private final GroupColumns groups;
    private final NamedValues tags;
    private final FocusPeriods periods;
    private final int billed;
    private final int currency;
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
    private long rows;

    private FocusReader(Columns columns) throws SourceException {
        this.columns = columns;
        header = new HeaderCheck(columns);
        billed = columns.require("BilledCost");
        currency = columns.find("BillingCurrency");
        periods = new FocusPeriods(columns, log);
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
        tags = new NamedValues(columns.find("Tags"), "tags");
        values = new ValueCheck(columns, log);
        relations = new RelationCheck(columns, log);
        groups = groupColumns();
        hasher = new RowIdentity.Hasher(columns.header(), groups);
    }

    /// True when the header can only be that of a FOCUS file.
    public static boolean recognises(List<String> header) {
        Columns columns = Columns.inAnyCase(header);
        return columns.has("BilledCost") && (columns.has("ChargePeriodStart") || columns.has("ChargeCategory"));
    }

    /// @throws SourceException when a column that no FOCUS file can do without is missing
    public static FocusReader of(List<String> header) throws SourceException {
        return new FocusReader(Columns.inAnyCase(header));
    }

    @Override
    public SourceFormat format() {
        return switch (header.version()) {
            case V1_0 -> SourceFormat.FOCUS_1_0;
            case V1_1 -> SourceFormat.FOCUS_1_1;
            case V1_2 -> SourceFormat.FOCUS_1_2;
        };
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
                Stream.of(
                                "BilledCost",
                                "EffectiveCost",
                                "ListCost",
                                "ContractedCost",
                                "ConsumedQuantity",
                                "PricingQuantity",
                                "CommitmentDiscountQuantity",
                                "PricingCurrencyEffectiveCost")
                        .map(columns::position)
                        .toList(),
                Stream.of("ChargePeriodStart", "ChargePeriodEnd")
                        .map(columns::position)
                        .toList());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (currency < 0) {
            notes.add("The file has no column BillingCurrency; its amounts are kept with the currency "
                    + CurrencyCode.UNKNOWN + " and add up with no others. Export the file with that column.");
        }
        notes.addAll(tags.notes());
        return notes;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(header.findings(rows));
        findings.addAll(log.findings());
        return findings;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        rows += row.rows();
        log.weigh(row);
        ChargeCategory kind = category(row);
        boolean correction = row.text(chargeClass).equalsIgnoreCase("Correction");
        ChargeRecord.Amounts amounts = new ChargeRecord.Amounts(
                Numbers.required(columns.name(billed), row.text(billed)),
                amount(row, effective),
                amount(row, list),
                amount(row, contracted));
        CurrencyCode money = currency(row);
        FocusPeriods.Periods when = periods.read(row, kind, correction);
        Optional<BigDecimal> usage = quantity(row, consumed);
        ChargeLine line = ChargeLine.of(kind, money)
                .provider(row.text(provider))
                .billingAccount(row.text(billingAccount))
                .subAccount(row.text(subAccount))
                .service(row.text(service))
                .serviceCategory(row.text(serviceCategory))
                .region(row.text(regionId).isEmpty() ? row.text(regionName) : row.text(regionId))
                .resource(row.text(resource))
                .usageType(row.text(sku))
                .description(row.text(description))
                .correction(correction)
                .commitment(row.text(commitment))
                .invoice(row.text(invoice))
                .unit(row.text(usage.isPresent() ? consumedUnit : pricedUnit))
                .tags(tags.read(row))
                .build();
        ChargeRecord charge = new ChargeRecord(
                line,
                when.from(),
                when.to(),
                when.billed(),
                amounts,
                usage.isPresent() ? usage : quantity(row, priced));
        values.check(row);
        relations.check(row, kind);
        sink.charge(row.line(), charge, hasher.of(row));
    }

    private Optional<BigDecimal> amount(SourceRow row, int column) throws RowRefusedException {
        return Numbers.amount(columns.name(column), row.text(column));
    }

    /// A quantity that is no number is unknown; the money of the row is good without it.
    private Optional<BigDecimal> quantity(SourceRow row, int column) {
        return ValueCheck.number("", row.text(column));
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
        if (currency < 0) {
            return CurrencyCode.UNKNOWN;
        }
        try {
            return new CurrencyCode(row.text(currency));
        } catch (IllegalArgumentException invalid) {
            throw new RowRefusedException(
                    columns.name(currency), row.text(currency), "A currency code such as USD is required.");
        }
    }
}
