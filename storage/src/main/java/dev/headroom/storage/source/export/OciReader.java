package dev.headroom.storage.source.export;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads cost reports of Oracle Cloud (`lineItem/…`, `product/…`, `usage/…`, `cost/…`, `tags/…`). The cost is
/// `cost/myCost`; a report has neither list prices nor amortised purchases, so it is effective, too. The service
/// is `product/service`, the account the compartment, the billing account the subscription. A line with
/// `lineItem/isCorrection` corrects an earlier one. Usage reports, which have no cost, are refused.
public final class OciReader implements SheetReader {
    private static final String TAGS = "tags/";
    private final BillSheet sheet;
    private final Map<Integer, String> tagColumns = new LinkedHashMap<>();
    private final int cost;
    private final int start;
    private final int end;
    private final int[] billingAccount;
    private final int[] account;
    private final int[] service;
    private final int[] region;
    private final int[] resource;
    private final int[] usageType;
    private final int sku;
    private final int correction;
    private final int quantity;
    private final int[] unit;
    private final BillCurrency currency;
    private final BillDates dates;

    private OciReader(BillSheet sheet, RowScan rows) throws SourceException {
        this.sheet = sheet;
        cost = sheet.require("an Oracle Cloud report", "cost/myCost");
        start = sheet.require("an Oracle Cloud cost report", "lineItem/intervalUsageStart");
        end = sheet.require("an Oracle Cloud cost report", "lineItem/intervalUsageEnd");
        billingAccount = new int[] {sheet.find("cost/subscriptionId"), sheet.find("lineItem/tenantId")};
        account = new int[] {sheet.find("product/compartmentId"), sheet.find("lineItem/tenantId")};
        service = new int[] {sheet.find("product/service")};
        region = new int[] {sheet.find("product/region"), sheet.find("product/availabilityDomain")};
        resource = new int[] {sheet.find("product/resourceId")};
        usageType = new int[] {sheet.find("product/Description"), sheet.find("product/resource")};
        sku = sheet.find("cost/productSku");
        correction = sheet.find("lineItem/isCorrection");
        quantity = sheet.find("usage/billedQuantity");
        unit = new int[] {sheet.find("cost/skuUnitDescription"), sheet.find("cost/billingUnitReadable")};
        currency = new BillCurrency(sheet, cost, sheet.find("cost/currencyCode"));
        dates = BillDates.of(rows, start, end);
        for (int i = 0; i < sheet.header().size(); i++) {
            String name = sheet.header().get(i).strip();
            if (name.toLowerCase(Locale.ROOT).startsWith(TAGS) && name.length() > TAGS.length()) {
                tagColumns.put(i, name.substring(TAGS.length()));
                sheet.use(i);
            }
        }
        sheet.tells(currency::notes, dates::notes);
    }

    /// True when the header can only be that of an Oracle Cloud cost or usage report.
    public static boolean recognises(List<String> header) {
        return new BillSheet(header).has("lineItem/intervalUsageStart", "cost/myCost");
    }

    /// @param rows the rows of the file, to find the order of day and month
    /// @throws SourceException when a column that no cost report can do without is missing
    public static OciReader of(List<String> header, RowScan rows) throws SourceException {
        return new OciReader(new BillSheet(header), rows);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.OCI;
    }

    @Override
    public BillSheet sheet() {
        return sheet;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        sheet.expectCharge(row, start);
        Instant from = dates.read(sheet.name(start), row.text(start));
        Instant to = dates.read(sheet.name(end), row.text(end));
        if (to.isBefore(from)) {
            throw new RowRefusedException(sheet.name(end), row.text(end), "The usage ends before it starts.");
        }
        BigDecimal amount = sheet.required(row, cost);
        ChargeLine line = ChargeLine.of(ChargeCategory.USAGE, currency.read(row))
                .provider("Oracle")
                .billingAccount(BillSheet.text(row, billingAccount))
                .subAccount(BillSheet.text(row, account))
                .service(BillSheet.text(row, service))
                .region(BillSheet.text(row, region))
                .resource(BillSheet.text(row, resource))
                .usageType(BillSheet.text(row, usageType))
                .description(row.text(sku))
                .correction(row.text(correction).equalsIgnoreCase("true"))
                .unit(BillSheet.text(row, unit))
                .tags(tags(row))
                .build();
        ChargeRecord.Amounts amounts =
                new ChargeRecord.Amounts(amount, Optional.of(amount), Optional.empty(), Optional.empty());
        sink.charge(
                row.line(),
                new ChargeRecord(line, from, to, ChargeRecord.monthOf(from), amounts, sheet.amount(row, quantity)),
                sheet.identity(row));
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
