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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Reads plain tables of cost by day, as cost tools and scripts write them: a date, a cost, and what it is for
/// (provider, account, service, region, resource, tags). Every row is usage. The cost is billed and effective
/// alike, because such a table does not tell them apart. Days are UTC.
public final class CostTableReader implements SheetReader {
    private static final String KIND = "a table of cost by day";
    private static final String[] DATE = {"date", "day", "usage date", "usage day"};
    private static final String[] COST = {"cost", "cost_usd", "cost_eur", "cost_gbp", "daily cost", "amount"};
    private static final String[] SERVICE = {"service", "service name", "product"};
    private static final String[] RESOURCE = {"resource_id", "resource", "resource name"};

    private final BillSheet sheet;
    private final int date;
    private final int cost;
    private final int provider;
    private final int account;
    private final int service;
    private final int region;
    private final int resource;
    private final int type;
    private final int name;
    private final int tagColumn;
    private final BillCurrency currency;
    private final BillDates dates;
    private final TagText tags = new TagText();

    private CostTableReader(BillSheet sheet, RowScan rows) throws SourceException {
        this.sheet = sheet;
        date = sheet.require(KIND, DATE);
        cost = sheet.require(KIND, COST);
        provider = sheet.find("cloud", "provider", "provider name", "vendor");
        account = sheet.find("account", "account id", "account name", "subscription", "project");
        service = sheet.find(SERVICE);
        region = sheet.find("region", "location");
        resource = sheet.find(RESOURCE);
        type = sheet.find("resource type", "usage type", "type");
        name = sheet.find("resource name", "description", "name");
        tagColumn = sheet.find("tags", "tags_json", "labels");
        currency = new BillCurrency(sheet, cost, sheet.find("currency", "currency code", "billing currency"));
        dates = BillDates.of(rows, date);
        sheet.tells(currency::notes, dates::notes, tags::notes);
    }

    /// True when the header has a date, a cost and what it is for, and nothing of a known bill.
    public static boolean recognises(List<String> header) {
        BillSheet sheet = new BillSheet(header);
        return sheet.has(DATE) && sheet.has(COST) && (sheet.has(SERVICE) || sheet.has(RESOURCE));
    }

    /// @param rows the rows of the file, to find the order of day and month
    /// @throws SourceException when a column is missing
    public static CostTableReader of(List<String> header, RowScan rows) throws SourceException {
        return new CostTableReader(new BillSheet(header), rows);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.COST_TABLE;
    }

    @Override
    public BillSheet sheet() {
        return sheet;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        sheet.expectCharge(row, date);
        Instant start = dates.read(sheet.name(date), row.text(date));
        BigDecimal amount = sheet.required(row, cost);
        ChargeLine line = ChargeLine.of(ChargeCategory.USAGE, currency.read(row))
                .provider(row.text(provider))
                .subAccount(row.text(account))
                .service(row.text(service))
                .region(row.text(region))
                .resource(row.text(resource))
                .usageType(row.text(type))
                .description(row.text(name))
                .tags(tags.read(row.text(tagColumn)))
                .build();
        ChargeRecord.Amounts amounts =
                new ChargeRecord.Amounts(amount, Optional.of(amount), Optional.empty(), Optional.empty());
        sink.charge(
                row.line(),
                new ChargeRecord(
                        line,
                        start,
                        start.plus(1, ChronoUnit.DAYS),
                        ChargeRecord.monthOf(start),
                        amounts,
                        Optional.empty()),
                sheet.identity(row));
    }
}
