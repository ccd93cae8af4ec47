package dev.headroom.storage.pull;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.BillDataset;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.aws.AwsCosts;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.CallPrice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cost and usage from Cost Explorer, kept as a kind of bill of its own that any other bill of the same month and
/// account is preferred to.
///
/// A month is always kept as a whole: the days that are asked for replace what was kept of them, and the other
/// days of the month are told again as they are kept. So a day that AWS restated counts once, and so does one
/// that disappeared.
final class CostPart implements PullPart {
    private static final String NAME = "cost-explorer";
    private static final String PROVIDER = "AWS";
    private static final String NOTE =
            "Cost Explorer tells cost by day, service and account; resources, tags and kinds of"
                    + " charges are in a Cost and Usage Report or a FOCUS export only.";

    private final Place place;
    private final AwsCosts costs;
    private final ChargeLedger charges;
    private final String payer;
    private final List<CostAsks.Ask> asks;
    private final double rowsPerDay;

    /// @param payer the account on whose bill the cost of the place is
    /// @param asks what to ask for
    /// @param rowsPerDay how many rows a day is expected to have; 0 when that is not known
    CostPart(
            Place place,
            AwsCosts costs,
            ChargeLedger charges,
            String payer,
            List<CostAsks.Ask> asks,
            double rowsPerDay) {
        this.place = place;
        this.costs = costs;
        this.charges = charges;
        this.payer = payer;
        this.asks = List.copyOf(asks);
        this.rowsPerDay = rowsPerDay;
    }

    @Override
    public PullTopic topic() {
        return PullTopic.COST;
    }

    @Override
    public Place place() {
        return place;
    }

    /// An estimate: AWS does not say how much a page holds. At least one page a request.
    @Override
    public Expected expected() {
        long pages = asks.stream().mapToLong(this::pages).sum();
        return new Expected(pages, 0, 0, CallPrice.of("ce:GetCostAndUsage", pages));
    }

    private long pages(CostAsks.Ask ask) {
        long spans = ask.span() == AwsCosts.Span.DAY
                ? ask.until().toEpochDay() - ask.from().toEpochDay()
                : YearMonth.from(ask.from()).until(YearMonth.from(ask.until()), ChronoUnit.MONTHS);
        return Math.max(1, (long) Math.ceil(spans * rowsPerDay / CostAsks.ROWS_PER_PAGE));
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        Path name = place.path(NAME);
        for (CostAsks.Ask ask : asks) {
            List<AwsCosts.Row> rows = told(ask, desk, name);
            desk.keep(
                    name,
                    SourceFormat.COST_EXPLORER,
                    List.of(ask.cover(place)),
                    Redelivery.REPLACE,
                    sink -> put(ask, rows, sink));
        }
    }

    private List<AwsCosts.Row> told(CostAsks.Ask ask, PullDesk desk, Path name)
            throws AwsFailureException, InterruptedException {
        List<AwsCosts.Row> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            AwsCosts.Page page = desk.asked(() -> costs.page(ask.span(), ask.from(), ask.until(), token));
            rows.addAll(page.rows());
            next = page.next();
            desk.answered(name, 1);
        } while (next.isPresent());
        return rows;
    }

    private List<String> put(CostAsks.Ask ask, List<AwsCosts.Row> rows, DocumentSink sink) throws SourceException {
        for (ChargeRecord kept : keptBeside(ask)) {
            sink.charge(sink.entry(), kept, CostCharges.identity(kept));
        }
        CostCharges as = CostCharges.of(payer, rows);
        for (AwsCosts.Row row : rows) {
            long entry = sink.entry();
            try {
                Optional<ChargeRecord> charge = as.charge(row);
                if (charge.isPresent()) {
                    sink.charge(entry, charge.get(), CostCharges.identity(charge.get()));
                }
            } catch (RowRefusedException refused) {
                sink.refuse(entry, refused);
            }
        }
        return List.of(NOTE);
    }

    /// What is kept of the months that are asked for and not told by the answer.
    private List<ChargeRecord> keptBeside(CostAsks.Ask ask) {
        List<ChargeRecord> beside = new ArrayList<>();
        YearMonth month = YearMonth.from(ask.from());
        while (month.atDay(1).isBefore(ask.until())) {
            charges.toldBy(BillDataset.COST_EXPLORER, PROVIDER, payer, month, kept -> {
                if (!isToldBy(ask, kept)) {
                    beside.add(kept);
                }
            });
            month = month.plusMonths(1);
        }
        return beside;
    }

    /// The account that pays is told of all accounts, another one of itself only.
    private boolean isToldBy(CostAsks.Ask ask, ChargeRecord kept) {
        LocalDate day = day(kept.start());
        boolean asked = !day.isBefore(ask.from()) && day.isBefore(ask.until());
        return asked
                && (payer.equals(place.account()) || kept.line().subAccount().equals(place.account()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
