package dev.headroom.storage.source.export;

import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads cost and usage details of Azure: exports of enterprise agreements, customer agreements and pay as you
/// go, of actual and of amortised cost ([AzureCharges]), with their names of old and new (`PreTaxCost`,
/// `ExtendedCost`, `CostInBillingCurrency`, `UsageDateTime`, `Date`). The service is the meter category, the
/// account the subscription. A row covers its day, or its hour when its time is not midnight. An export in
/// another language than English is read when its columns add the English names in parentheses.
public final class AzureReader implements SheetReader {
    private static final String[] COST = {
        "CostInBillingCurrency",
        "PreTaxCost",
        "PreTaxCostInBillingCurrency",
        "Cost",
        "ExtendedCost",
        "CostInPricingCurrency",
        "CostInUsd",
        "CostUSD"
    };
    private static final String[] DATE = {
        "Date", "UsageDateTime", "UsageDate", "UsageStart", "ServicePeriodStartDate", "BillingPeriodStartDate"
    };

    private final BillSheet sheet;
    private final int cost;
    private final int date;
    private final int otherDate;
    private final int billingStart;
    private final int[] subscription;
    private final int[] service;
    private final int[] region;
    private final int[] resource;
    private final int[] meter;
    private final int[] description;
    private final int[] commitment;
    private final int billingAccount;
    private final int family;
    private final int type;
    private final int pricing;
    private final int previousInvoice;
    private final int invoice;
    private final int quantity;
    private final int unit;
    private final int list;
    private final int tagColumn;
    private final BillCurrency currency;
    private final BillDates dates;
    private final TagText tags = new TagText();
    private final AzureCharges charges = new AzureCharges();

    private AzureReader(BillSheet sheet, RowScan rows) throws SourceException {
        this.sheet = sheet;
        cost = sheet.require("an Azure export", COST);
        date = sheet.require("an Azure export", DATE);
        otherDate = sheet.find("ServicePeriodStartDate");
        billingStart = sheet.find("BillingPeriodStartDate");
        int billingEnd = sheet.find("BillingPeriodEndDate");
        int serviceEnd = sheet.find("ServicePeriodEndDate");
        subscription = all("SubscriptionGuid", "SubscriptionId", "SubscriptionName");
        service = all("MeterCategory", "ServiceName", "ConsumedService");
        region = all("ResourceLocation", "Location", "MeterRegion");
        resource = all("ResourceId", "InstanceId", "InstanceName", "ResourceName");
        meter = all("MeterName", "MeterSubCategory", "MeterId");
        description = all("ProductName", "Product", "MeterSubCategory");
        commitment = all("BenefitId", "ReservationId", "ReservationName", "BenefitName");
        billingAccount = sheet.find("BillingAccountId", "EnrollmentNumber");
        family = sheet.find("ServiceFamily");
        type = sheet.find("ChargeType");
        pricing = sheet.find("PricingModel");
        previousInvoice = sheet.find("PreviousInvoiceId");
        invoice = sheet.find("InvoiceId", "InvoiceNumber");
        quantity = sheet.find("Quantity", "UsageQuantity", "ConsumedQuantity");
        unit = sheet.find("UnitOfMeasure", "Unit");
        list = sheet.find("PaygCostInBillingCurrency");
        tagColumn = sheet.find("Tags");
        boolean priced = BillSheet.normal(sheet.name(cost)).equals("costinpricingcurrency");
        boolean dollars = BillSheet.normal(sheet.name(cost)).endsWith("usd");
        int named = priced
                ? sheet.find("PricingCurrencyCode", "PricingCurrency")
                : dollars ? -1 : sheet.find("BillingCurrencyCode", "BillingCurrency", "Currency", "CurrencyCode");
        currency = new BillCurrency(sheet, cost, named);
        dates = BillDates.of(rows, date, otherDate, serviceEnd, billingStart, billingEnd);
        sheet.tells(currency::notes, dates::notes, charges::notes, tags::notes);
    }

    /// All columns of these names, in this order.
    private int[] all(String... names) {
        return Stream.of(names).mapToInt(sheet::find).toArray();
    }

    /// True when the header can only be that of an Azure export, with or without its cost.
    public static boolean recognises(List<String> header) {
        BillSheet sheet = new BillSheet(header);
        return sheet.has("MeterCategory", "MeterId") && sheet.has(DATE)
                || sheet.has("UsageDate") && sheet.has("CostUSD")
                || sheet.has("SubscriptionId", "SubscriptionGuid", "SubscriptionName")
                        && sheet.has(COST)
                        && sheet.has(DATE);
    }

    /// @param rows the rows of the file, to find the order of day and month
    /// @throws SourceException when a column that no export can do without is missing
    public static AzureReader of(List<String> header, RowScan rows) throws SourceException {
        return new AzureReader(new BillSheet(header), rows);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.AZURE;
    }

    @Override
    public BillSheet sheet() {
        return sheet;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        sheet.expectCharge(row, date);
        int from = row.text(date).isEmpty() && otherDate >= 0 ? otherDate : date;
        Instant start = dates.read(sheet.name(from), row.text(from));
        boolean day = start.equals(start.truncatedTo(ChronoUnit.DAYS));
        Instant end = start.plus(1, day ? ChronoUnit.DAYS : ChronoUnit.HOURS);
        CurrencyCode money = currency.read(row);
        AzureCharges.Charge charge = charges.read(
                row.text(type), covered(row), sheet.required(row, cost), sheet.amount(row, list), money.value());
        ChargeLine line = ChargeLine.of(charge.category(), money)
                .provider("Microsoft")
                .billingAccount(row.text(billingAccount))
                .subAccount(BillSheet.text(row, subscription))
                .service(BillSheet.text(row, service))
                .serviceCategory(row.text(family))
                .region(BillSheet.text(row, region))
                .resource(BillSheet.text(row, resource))
                .usageType(BillSheet.text(row, meter))
                .description(BillSheet.text(row, description))
                .correction(!row.text(previousInvoice).isEmpty())
                .commitment(BillSheet.text(row, commitment))
                .invoice(row.text(invoice))
                .unit(row.text(unit))
                .tags(tags.read(row.text(tagColumn)))
                .build();
        YearMonth billed = ChargeRecord.monthOf(
                row.text(billingStart).isEmpty()
                        ? start
                        : dates.read(sheet.name(billingStart), row.text(billingStart)));
        sink.charge(
                row.line(),
                new ChargeRecord(line, start, end, billed, charge.amounts(), sheet.amount(row, quantity)),
                sheet.identity(row),
                charge.dataset());
    }

    private boolean covered(SourceRow row) {
        String model = row.text(pricing).replace(" ", "").toLowerCase(Locale.ROOT);
        return model.equals("reservation")
                || model.equals("savingsplan")
                || !BillSheet.text(row, commitment).isEmpty();
    }
}
