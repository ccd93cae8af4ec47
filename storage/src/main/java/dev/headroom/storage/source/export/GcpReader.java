package dev.headroom.storage.source.export;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.BillDataset;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the billing export of Google Cloud, as BigQuery saves it: CSV with dotted or underlined names, or JSON
/// lines with nested objects. Billed is the column `cost`; credits (free trials, sustained use, commitments) are
/// separate amounts in the list `credits`, and effective is the cost plus the credits, which are negative.
/// List is `cost_at_list`. The service is `service.description`, the account the project, the invoice month
/// decides the bill that a row is on. Also read is the cost table of the console, whose days are whole.
public final class GcpReader implements SheetReader {
    private final BillSheet sheet;
    private final int cost;
    private final int start;
    private final int end;
    private final int type;
    private final int account;
    private final int service;
    private final int sku;
    private final int skuId;
    private final int[] project;
    private final int[] region;
    private final int[] resource;
    private final int priced;
    private final int pricedUnit;
    private final int used;
    private final int usedUnit;
    private final int month;
    private final int list;
    private final int adjustment;
    private final int[] tagColumns;
    private final BillCurrency currency;
    private final BillDates dates;
    private final GcpCredits credits;
    private final BillDataset dataset;
    private final TagText tags = new TagText();

    private GcpReader(BillSheet sheet, RowScan rows) throws SourceException {
        this.sheet = sheet;
        cost = sheet.require("a Google Cloud billing export", "cost", "unrounded cost");
        start = sheet.require("a Google Cloud billing export", "usage_start_time", "usage start date");
        end = sheet.find("usage_end_time", "usage end date");
        type = sheet.find("cost_type");
        account = sheet.find("billing_account_id");
        service = sheet.find("service.description", "service.id");
        sku = sheet.find("sku.description", "sku.id");
        skuId = sheet.find("sku.id");
        project = new int[] {sheet.find("project.id"), sheet.find("project.number"), sheet.find("project.name")};
        region = new int[] {sheet.find("location.region"), sheet.find("location.location")};
        resource = new int[] {sheet.find("resource.global_name"), sheet.find("resource.name")};
        priced = sheet.find("usage.amount_in_pricing_units");
        pricedUnit = sheet.find("usage.pricing_unit");
        used = sheet.find("usage.amount");
        usedUnit = sheet.find("usage.unit");
        month = sheet.find("invoice.month");
        list = sheet.find("cost_at_list");
        adjustment = sheet.find("adjustment_info.id");
        tagColumns = new int[] {sheet.find("labels"), sheet.find("tags"), sheet.find("project.labels")};
        currency = new BillCurrency(sheet, cost, sheet.find("currency"));
        credits = new GcpCredits(sheet);
        dates = BillDates.of(rows, start, end);
        boolean table = BillSheet.normal(sheet.name(start)).endsWith("date");
        dataset = table ? BillDataset.GCP_COST_TABLE : BillDataset.GCP;
        sheet.tells(currency::notes, dates::notes, credits::notes, tags::notes);
    }

    /// True when the header can only be that of a Google Cloud billing export.
    public static boolean recognises(List<String> header) {
        BillSheet sheet = new BillSheet(header);
        return sheet.has("usage_start_time", "usage start date")
                && (sheet.has("service.description", "service.id") || sheet.has("sku.id", "sku.description"));
    }

    /// @param rows the rows of the file, to find the order of day and month
    /// @throws SourceException when a column that no export can do without is missing
    public static GcpReader of(List<String> header, RowScan rows) throws SourceException {
        return new GcpReader(new BillSheet(header), rows);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.GCP;
    }

    @Override
    public BillSheet sheet() {
        return sheet;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        sheet.expectCharge(row, start);
        Instant from = dates.read(sheet.name(start), row.text(start));
        Instant to = end(row, from);
        BigDecimal billed = sheet.required(row, cost);
        CurrencyCode money = currency.read(row);
        boolean pricing = !row.text(priced).isEmpty();
        ChargeLine line = ChargeLine.of(category(row), money)
                .provider("Google Cloud")
                .billingAccount(row.text(account))
                .subAccount(BillSheet.text(row, project))
                .service(row.text(service))
                .region(BillSheet.text(row, region))
                .resource(BillSheet.text(row, resource))
                .usageType(row.text(sku))
                .description(row.text(skuId))
                .correction(!row.text(adjustment).isEmpty())
                .unit(row.text(pricing ? pricedUnit : usedUnit))
                .tags(tags(row))
                .build();
        ChargeRecord.Amounts amounts = new ChargeRecord.Amounts(
                billed, credits.of(row, money).map(billed::add), sheet.amount(row, list), Optional.empty());
        Optional<BigDecimal> quantity = sheet.amount(row, pricing ? priced : used);
        sink.charge(
                row.line(),
                new ChargeRecord(line, from, to, month(row, from), amounts, quantity),
                sheet.identity(row),
                dataset);
    }

    /// The console writes the last day itself; the export the instant after it.
    private Instant end(SourceRow row, Instant from) throws RowRefusedException {
        String text = row.text(end);
        if (text.isEmpty()) {
            return from.plus(1, ChronoUnit.DAYS);
        }
        boolean lastDay = BillSheet.normal(sheet.name(end)).endsWith("date");
        Instant to = dates.read(sheet.name(end), text).plus(lastDay ? 1 : 0, ChronoUnit.DAYS);
        if (to.isBefore(from)) {
            throw new RowRefusedException(sheet.name(end), text, "The usage ends before it starts.");
        }
        return to;
    }

    private ChargeCategory category(SourceRow row) {
        String text = row.text(type).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "tax" -> ChargeCategory.TAX;
            case "", "regular", "usage" ->
                row.text(sku).startsWith("Commitment") ? ChargeCategory.PURCHASE : ChargeCategory.USAGE;
            default -> text.contains("credit") ? ChargeCategory.CREDIT : ChargeCategory.ADJUSTMENT;
        };
    }

    private YearMonth month(SourceRow row, Instant from) throws RowRefusedException {
        String text = row.text(month);
        if (text.isEmpty()) {
            return ChargeRecord.monthOf(from);
        }
        try {
            String digits = text.replace("-", "").replaceFirst("\\.0+$", "");
            if (digits.length() == 6) {
                return YearMonth.of(Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4)));
            }
        } catch (DateTimeException | NumberFormatException impossible) {
            // refused below, like text of another length
        }
        throw new RowRefusedException(sheet.name(month), text, "Not a month such as 202011.");
    }

    /// The labels of the row, then those of its resource tags and its project that the row does not have itself.
    private Map<String, String> tags(SourceRow row) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int column : tagColumns) {
            tags.read(row.text(column)).forEach(found::putIfAbsent);
        }
        return found;
    }
}
