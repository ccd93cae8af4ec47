package dev.headroom.storage.source.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.source.BillDataset;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Azure usage records with a cost, as cost tools collect them from the usage aggregates of a subscription:
/// one JSON object a line with `subscription_id`, `usage_start_time`, `usage_end_time`, `cost`,
/// `meter_details.meter_category` and `resource_id`. Usage is all that they hold, so the cost is billed and
/// effective. The tags are in `instance_data`.
public final class AzureUsageReader implements SheetReader {
    private final BillSheet sheet;
    private final int cost;
    private final int start;
    private final int end;
    private final int subscription;
    private final int category;
    private final int meter;
    private final int detail;
    private final int unit;
    private final int resource;
    private final int region;
    private final int quantity;
    private final int instance;
    private final BillCurrency currency;
    private final BillDates dates;
    private final TagText tags = new TagText();

    private AzureUsageReader(BillSheet sheet) throws SourceException {
        this.sheet = sheet;
        cost = sheet.require("a list of Azure usage records", "cost");
        start = sheet.require("a list of Azure usage records", "usage_start_time");
        end = sheet.require("a list of Azure usage records", "usage_end_time");
        subscription = sheet.find("subscription_id");
        category = sheet.find("meter_details.meter_category");
        meter = sheet.find("meter_details.meter_name");
        detail = sheet.find("meter_details.meter_sub_category");
        unit = sheet.find("meter_details.unit");
        resource = sheet.find("resource_id");
        region = sheet.find("resource_location", "meter_details.meter_location");
        quantity = sheet.find("usage_quantity");
        instance = sheet.find("instance_data");
        currency = new BillCurrency(sheet, cost, sheet.find("currency", "billing_currency"));
        dates = BillDates.of(RowScan.NONE);
        sheet.tells(currency::notes, tags::notes);
    }

    /// True when the fields can only be those of Azure usage records.
    public static boolean recognises(List<String> header) {
        BillSheet sheet = new BillSheet(header);
        return sheet.has("meter_details.meter_category", "meter_details.meter_name") && sheet.has("usage_start_time");
    }

    /// @throws SourceException when a field that no record can do without is missing
    public static AzureUsageReader of(List<String> header) throws SourceException {
        return new AzureUsageReader(new BillSheet(header));
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
        Instant from = dates.read(sheet.name(start), row.text(start));
        Instant to = dates.read(sheet.name(end), row.text(end));
        if (to.isBefore(from)) {
            throw new RowRefusedException(sheet.name(end), row.text(end), "The usage ends before it starts.");
        }
        BigDecimal amount = sheet.required(row, cost);
        ChargeLine line = ChargeLine.of(ChargeCategory.USAGE, currency.read(row))
                .provider("Microsoft")
                .subAccount(row.text(subscription))
                .service(row.text(category))
                .region(row.text(region))
                .resource(row.text(resource))
                .usageType(row.text(meter))
                .description(row.text(detail))
                .unit(row.text(unit))
                .tags(tags(row))
                .build();
        ChargeRecord.Amounts amounts =
                new ChargeRecord.Amounts(amount, Optional.of(amount), Optional.empty(), Optional.empty());
        sink.charge(
                row.line(),
                new ChargeRecord(line, from, to, ChargeRecord.monthOf(from), amounts, sheet.amount(row, quantity)),
                sheet.identity(row),
                BillDataset.AZURE_USAGE);
    }

    private Map<String, String> tags(SourceRow row) {
        return JsonText.read(row.text(instance))
                .map(data -> data.path("Microsoft.Resources").path("tags"))
                .filter(JsonNode::isObject)
                .map(found -> tags.read(found.toString()))
                .orElse(Map.of());
    }
}
