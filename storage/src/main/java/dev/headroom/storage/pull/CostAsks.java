package dev.headroom.storage.pull;

import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.source.BillDataset;
import dev.headroom.storage.source.aws.AwsCosts.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which days Cost Explorer is asked for: those that are not kept yet, the last three of those that are, and
/// until the 15th of a month the whole month before, because AWS completes both late. Today is not over and
/// is not asked for.
///
/// Days are told 13 months back and in the current month; what is wanted from before is asked by month, up to
/// 38 months back. Each request is about one month, so that each is kept by itself.
final class CostAsks {
    static final int DAILY_MONTHS = 13;
    static final int MOST_MONTHS = 38;
    /// What a page is taken to hold where its size matters for the price: AWS does not tell it.
    static final int ROWS_PER_PAGE = 1_000;

    static final String DAILY = "cost-explorer/daily";
    static final String MONTHLY = "cost-explorer/monthly";
    private static final int SETTLING_DAYS = 3;
    private static final int SETTLED_ON = 15;

    private CostAsks() {}

    /// @param until exclusive
    record Ask(Span span, LocalDate from, LocalDate until) {
        Cover cover(Place place) {
            return new Cover(place.name(), span == Span.DAY ? DAILY : MONTHLY, instant(from), instant(until));
        }
    }

    private record Window(LocalDate from, LocalDate until) {}

    /// In the order in which they keep what is complete in one piece.
    ///
    /// @param covers what is kept of the place, by subject
    static List<Ask> of(Map<String, Cover> covers, Instant since, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        YearMonth current = YearMonth.from(today);
        YearMonth wanted = YearMonth.from(since.atZone(ZoneOffset.UTC));
        LocalDate dailyFrom = later(wanted, current.minusMonths(DAILY_MONTHS)).atDay(1);
        List<Ask> asks = new ArrayList<>();
        Optional<Window> kept = Optional.ofNullable(covers.get(DAILY)).map(CostAsks::window);
        if (kept.isEmpty() || kept.get().until().isBefore(dailyFrom)) {
            backwards(dailyFrom, today, asks);
        } else {
            forwards(again(kept.get(), dailyFrom, today), today, asks);
            backwards(dailyFrom, kept.get().from(), asks);
        }
        LocalDate daily = kept.filter(window ->
                        !window.until().isBefore(dailyFrom) && window.from().isBefore(dailyFrom))
                .map(Window::from)
                .orElse(dailyFrom);
        LocalDate monthlyFrom = later(wanted, current.minusMonths(MOST_MONTHS)).atDay(1);
        LocalDate monthlyUntil = Optional.ofNullable(covers.get(MONTHLY))
                .map(CostAsks::window)
                .filter(window -> !window.until().isBefore(daily))
                .map(Window::from)
                .orElse(daily);
        if (monthlyFrom.isBefore(monthlyUntil) && wanted.isBefore(current.minusMonths(DAILY_MONTHS))) {
            asks.add(new Ask(Span.MONTH, monthlyFrom, monthlyUntil));
        }
        return asks;
    }

    /// How many rows a day had, at most, in what is kept; 0 when nothing is.
    static double rowsPerDay(List<BillVersion> versions) {
        return versions.stream()
                .filter(version -> version.dataset().equals(BillDataset.COST_EXPLORER.code())
                        && version.replaced().isEmpty())
                .mapToDouble(
                        version -> (double) version.charges() / version.month().lengthOfMonth())
                .max()
                .orElse(0);
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static Window window(Cover cover) {
        return new Window(
                cover.from().atZone(ZoneOffset.UTC).toLocalDate(),
                cover.until().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// The first day that is asked for again.
    private static LocalDate again(Window kept, LocalDate dailyFrom, LocalDate today) {
        LocalDate last = kept.until().minusDays(SETTLING_DAYS);
        LocalDate monthBefore = YearMonth.from(today).minusMonths(1).atDay(1);
        LocalDate first = today.getDayOfMonth() < SETTLED_ON && monthBefore.isBefore(last) ? monthBefore : last;
        LocalDate floor = kept.from().isAfter(dailyFrom) ? kept.from() : dailyFrom;
        return first.isBefore(floor) ? floor : first;
    }

    private static void forwards(LocalDate from, LocalDate until, List<Ask> asks) {
        LocalDate first = from;
        while (first.isBefore(until)) {
            LocalDate next = YearMonth.from(first).plusMonths(1).atDay(1);
            LocalDate end = next.isBefore(until) ? next : until;
            asks.add(new Ask(Span.DAY, first, end));
            first = end;
        }
    }

    /// The newest month first: it is the one that matters most.
    private static void backwards(LocalDate from, LocalDate until, List<Ask> asks) {
        List<Ask> months = new ArrayList<>();
        forwards(from, until, months);
        asks.addAll(months.reversed());
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
