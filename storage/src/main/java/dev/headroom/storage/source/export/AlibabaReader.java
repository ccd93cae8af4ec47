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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads bill details of Alibaba Cloud in English, with the names of the console (`Pretax Amount`) or of the
/// interface (`PretaxAmount`). Billed is the pretax amount, list the pretax gross amount. The effective cost
/// of a subscription order is unknown: it spreads over months that the bill does not have. A row without a
/// date covers its billing month. Dates are kept as UTC days, though Alibaba Cloud counts them in UTC+8.
public final class AlibabaReader implements SheetReader {
    private static final String KIND = "an Alibaba Cloud bill";
    private static final String[] AMOUNT = {"Pretax Amount", "Pretax Cost", "Amount Payable", "Payable Amount"};
    private static final String[] CYCLE = {"Billing Cycle", "Billing Month"};
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})");

    private final BillSheet sheet;
    private final int amount;
    private final int date;
    private final int cycle;
    private final int gross;
    private final int item;
    private final int subscription;
    private final int[] billingAccount;
    private final int[] account;
    private final int[] service;
    private final int[] region;
    private final int[] resource;
    private final int[] usageType;
    private final int detail;
    private final int quantity;
    private final int unit;
    private final int tagColumn;
    private final BillCurrency currency;
    private final BillDates dates;
    private final TagText tags = new TagText();

    private AlibabaReader(BillSheet sheet, RowScan rows) throws SourceException {
        this.sheet = sheet;
        amount = sheet.require(KIND, AMOUNT);
        date = sheet.find("Billing Date", "Usage Start Time", "Service Start Time", "Consume Time");
        cycle = date < 0 ? sheet.require(KIND, CYCLE) : sheet.find(CYCLE);
        gross = sheet.find("Pretax Gross Amount", "Catalogue Gross Amount", "Gross Amount");
        item = sheet.find("Item", "Bill Type", "Line Item Type", "Fee Type");
        subscription = sheet.find("Subscription Type", "Billing Method");
        billingAccount = new int[] {
            sheet.find("Bill Account ID", "Account ID", "Resource Purchase Account ID"),
            sheet.find("Bill Account Name", "Account Name", "Resource Purchase Account")
        };
        account = new int[] {
            sheet.find("Owner ID", "Owner Account ID", "Resource Owner Account ID"),
            sheet.find("Owner Name", "Owner Account Name", "Resource Owner Account")
        };
        service = new int[] {sheet.find("Product Code"), sheet.find("Product Name", "Product"), sheet.find("Pip Code")};
        region = new int[] {sheet.find("Region"), sheet.find("Zone")};
        resource = new int[] {sheet.find("Instance ID"), sheet.find("Instance Name", "Nick Name")};
        usageType = new int[] {sheet.find("Billing Item", "Billable Item"), sheet.find("Commodity Code")};
        detail = sheet.find("Product Detail", "Commodity Name");
        quantity = sheet.find("Usage");
        unit = sheet.find("Usage Unit");
        tagColumn = sheet.find("Tag", "Tags", "Instance Tag", "Resource Tag");
        currency = new BillCurrency(sheet, amount, sheet.find("Currency", "Bill Currency"));
        dates = BillDates.of(rows, date);
        sheet.tells(currency::notes, dates::notes, tags::notes);
    }

    /// True when the header can only be that of an Alibaba Cloud bill.
    public static boolean recognises(List<String> header) {
        BillSheet sheet = new BillSheet(header);
        boolean product = sheet.has("Product Code", "Product Name", "Product Detail", "Commodity Code");
        return product
                && sheet.has("Billing Date", "Billing Cycle", "Billing Month")
                && (sheet.has(AMOUNT) || sheet.has("Pretax Gross Amount", "Subscription Type"));
    }

    /// @param rows the rows of the file, to find the order of day and month
    /// @throws SourceException when a column that no bill can do without is missing
    public static AlibabaReader of(List<String> header, RowScan rows) throws SourceException {
        return new AlibabaReader(new BillSheet(header), rows);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.ALIBABA;
    }

    @Override
    public BillSheet sheet() {
        return sheet;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        sheet.expectCharge(row, date < 0 ? cycle : date);
        boolean dated = !row.text(date).isEmpty();
        Instant start = dated ? dates.read(sheet.name(date), row.text(date)) : start(month(row));
        YearMonth billed = row.text(cycle).isEmpty() ? ChargeRecord.monthOf(start) : month(row);
        Instant end = dated ? start.plus(1, ChronoUnit.DAYS) : start(billed.plusMonths(1));
        BigDecimal pretax = sheet.required(row, amount);
        ChargeCategory category = category(row);
        ChargeLine line = ChargeLine.of(category, currency.read(row))
                .provider("Alibaba Cloud")
                .billingAccount(BillSheet.text(row, billingAccount))
                .subAccount(BillSheet.text(row, account))
                .service(BillSheet.text(row, service))
                .region(BillSheet.text(row, region))
                .resource(BillSheet.text(row, resource))
                .usageType(BillSheet.text(row, usageType))
                .description(row.text(detail))
                .unit(row.text(unit))
                .tags(tags.read(row.text(tagColumn)))
                .build();
        Optional<BigDecimal> effective = category == ChargeCategory.PURCHASE ? Optional.empty() : Optional.of(pretax);
        ChargeRecord.Amounts amounts =
                new ChargeRecord.Amounts(pretax, effective, sheet.amount(row, gross), Optional.empty());
        sink.charge(
                row.line(),
                new ChargeRecord(line, start, end, billed, amounts, sheet.amount(row, quantity)),
                sheet.identity(row));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private YearMonth month(SourceRow row) throws RowRefusedException {
        Matcher month = MONTH.matcher(row.text(cycle));
        try {
            if (month.matches()) {
                return YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
            }
        } catch (DateTimeException impossible) {
            // refused below, like text of another form
        }
        throw new RowRefusedException(sheet.name(cycle), row.text(cycle), "Not a month such as 2024-09.");
    }

    /// The bill type decides; without one, what was paid by subscription is a purchase.
    private ChargeCategory category(SourceRow row) {
        String text = plain(row.text(item));
        if (text.contains("refund") || text.contains("adjust") || text.contains("rounding")) {
            return ChargeCategory.ADJUSTMENT;
        }
        if (text.contains("tax")) {
            return ChargeCategory.TAX;
        }
        if (text.contains("credit") || text.contains("voucher")) {
            return ChargeCategory.CREDIT;
        }
        boolean prepaid = plain(row.text(subscription)).equals("subscription");
        return text.contains("subscription") || text.isEmpty() && prepaid
                ? ChargeCategory.PURCHASE
                : ChargeCategory.USAGE;
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
