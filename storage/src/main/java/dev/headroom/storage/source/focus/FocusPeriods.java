package dev.headroom.storage.source.focus;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.source.FindingLog;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.TimestampReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads when a charge was made and on which month's bill it is.
///
/// Two ways of writing that the specification does not allow are read all the same, with a finding, because
/// they leave no doubt: dates with slashes where only one order of day and month makes the billing period a
/// whole calendar month, and an end whose hour is beyond 24, which is so many hours after midnight.
final class FocusPeriods {
    private static final Pattern BEYOND_MIDNIGHT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](2[5-9]|[3-9]\\d)(:[0-5]\\d(?::[0-5]\\d)?Z?)");
    private final Columns columns;
    private final FindingLog log;
    private final int start;
    private final int end;
    private final int billingStart;
    private final int billingEnd;
    private final TimestampReader starts;
    private final TimestampReader ends;
    private final TimestampReader billingStarts;

    /// @param billed the month whose bill the charge is on
    record Periods(Instant from, Instant to, YearMonth billed) {}

    FocusPeriods(Columns columns, FindingLog log) throws SourceException {
        this.columns = columns;
        this.log = log;
        start = columns.require("ChargePeriodStart");
        end = columns.require("ChargePeriodEnd");
        billingStart = columns.find("BillingPeriodStart");
        billingEnd = columns.find("BillingPeriodEnd");
        starts = TimestampReader.utc(columns.name(start));
        ends = TimestampReader.utc(columns.name(end));
        billingStarts = TimestampReader.utc(columns.name(billingStart));
    }

    /// @throws RowRefusedException when the row does not say when the charge was made
    Periods read(SourceRow row, ChargeCategory category, boolean correction) throws RowRefusedException {
        Optional<SlashedDate.Order> order = SlashedDate.orderOfMonth(row.text(billingStart), row.text(billingEnd));
        Instant from = instant(row, start, starts, order);
        Instant to = end(row, order);
        if (to.isBefore(from)) {
            throw new RowRefusedException(columns.name(end), row.text(end), "The charge period ends before it starts.");
        }
        if (to.equals(from)) {
            add("charge-period", row, end, "The charge period must end after it starts.");
        }
        if (row.text(billingStart).isEmpty()) {
            return new Periods(from, to, ChargeRecord.monthOf(from));
        }
        Instant billed = instant(row, billingStart, billingStarts, order);
        if (!correction) {
            checkWithin(row, category, from, to, billed, order);
        }
        return new Periods(from, to, ChargeRecord.monthOf(billed));
    }

    private Instant instant(SourceRow row, int column, TimestampReader reader, Optional<SlashedDate.Order> order)
            throws RowRefusedException {
        String text = row.text(column);
        Optional<LocalDate> slashed = order.flatMap(known -> SlashedDate.read(text, known));
        if (slashed.isEmpty()) {
            return reader.read(text).at();
        }
        add(
                "date-order",
                row,
                column,
                "The date is read as " + order.get().words()
                        + ", because only so the billing period is a calendar month.");
        return slashed.get().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Instant end(SourceRow row, Optional<SlashedDate.Order> order) throws RowRefusedException {
        Matcher beyond = BEYOND_MIDNIGHT.matcher(row.text(end));
        if (!beyond.matches()) {
            return instant(row, end, ends, order);
        }
        int hours = Integer.parseInt(beyond.group(2));
        Instant midnight = ends.read(beyond.group(1) + "T00" + beyond.group(3)).at();
        add("date-format", row, end, "There is no such hour; the end is read as so many hours after midnight.");
        return midnight.plusSeconds(hours * 3_600L);
    }

    /// Usage lies within its billing period; purchases may cover more than that and only begin in it.
    private void checkWithin(
            SourceRow row,
            ChargeCategory category,
            Instant from,
            Instant to,
            Instant billed,
            Optional<SlashedDate.Order> order) {
        Optional<Instant> until = billingEnd(row, order);
        if (until.isEmpty()) {
            return;
        }
        if (!until.get().isAfter(billed)) {
            add("billing-period", row, billingEnd, "The billing period must end after it starts.");
        } else if (from.isBefore(billed) || !from.isBefore(until.get())) {
            add("outside-billing-period", row, start, "The charge does not begin in its billing period.");
        } else if (category == ChargeCategory.USAGE && to.isAfter(until.get())) {
            add("outside-billing-period", row, end, "The usage ends after its billing period.");
        }
    }

    private Optional<Instant> billingEnd(SourceRow row, Optional<SlashedDate.Order> order) {
        if (row.text(billingEnd).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(instant(row, billingEnd, TimestampReader.utc(columns.name(billingEnd)), order));
        } catch (RowRefusedException unreadable) {
            // Its format is a finding already, and nothing but checks depends on it.
            return Optional.empty();
        }
    }

    private void add(String rule, SourceRow row, int column, String meaning) {
        log.add(rule, columns.name(column), row.line(), row.text(column), meaning);
    }
}
