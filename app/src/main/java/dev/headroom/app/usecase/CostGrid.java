package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The daily cost of usage and commitments by currency and place, read in one go, with what is known of its days.
///
/// A day on which the whole bill of a provider has no charge is missing, not free; the last days on which the bill
/// has fewer than four fifths of the lines it usually has are incomplete. A day with a charge that does not state the
/// basis is missing for its place.
final class CostGrid {
    private static final Set<ChargeCategory> RUNNING = Set.of(ChargeCategory.USAGE, ChargeCategory.PURCHASE);
    private static final int MOST_DAYS = 1100;
    private static final int MOST_INCOMPLETE = 3;
    private static final int USUAL_DAYS = 14;
    private static final double COMPLETE = 0.8;
    private final LocalDate first;
    private final int days;
    private final CostBasis basis;
    private final Map<CurrencyCode, Map<RootCause.Place, double[]>> cells =
            new TreeMap<>(Comparator.comparing(CurrencyCode::value));
    private final Map<RootCause.Place, String> providers = new HashMap<>();
    private final Map<String, int[]> lines = new TreeMap<>();

    private CostGrid(LocalDate first, int days, CostBasis basis) {
        this.first = first;
        this.days = days;
        this.basis = basis;
    }

    /// Empty when the workspace holds no bill.
    static Optional<CostGrid> read(ChargeLedger ledger, CostBasis basis) {
        List<LocalDate> known = ledger.daily(CostGrouping.TOTAL, CostBasis.BILLED).stream()
                .map(DailyCost::day)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = known.stream().max(Comparator.naturalOrder()).orElseThrow();
        LocalDate from = known.stream().min(Comparator.naturalOrder()).orElseThrow();
        LocalDate bounded = last.minusDays(MOST_DAYS - 1L);
        LocalDate first = from.isAfter(bounded) ? from : bounded;
        CostGrid grid = new CostGrid(first, (int) (last.toEpochDay() - first.toEpochDay()) + 1, basis);
        ledger.forEach(first, last, grid::add);
        return grid.cells.isEmpty() ? Optional.empty() : Optional.of(grid);
    }

    private void add(ChargeRecord charge) {
        if (!RUNNING.contains(charge.line().category())) {
            return;
        }
        int day = Math.toIntExact(Math.floorDiv(charge.start().getEpochSecond(), 86_400L) - first.toEpochDay());
        if (day < 0 || day >= days) {
            return;
        }
        RootCause.Place place = new RootCause.Place(
                charge.line().service(),
                charge.line().subAccount(),
                charge.line().region(),
                charge.line().usageType());
        cells.computeIfAbsent(charge.currency(), _ -> new HashMap<>())
                        .computeIfAbsent(place, _ -> new double[days])[day] +=
                charge.amount(basis).map(BigDecimal::doubleValue).orElse(Double.NaN);
        providers.put(place, charge.line().provider());
        lines.computeIfAbsent(charge.line().provider(), _ -> new int[days])[day]++;
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }

    int days() {
        return days;
    }

    Set<CurrencyCode> currencies() {
        return cells.keySet();
    }

    /// The places of a part of the cost with their daily cost.
    Map<RootCause.Place, double[]> places(AnomalySubject.Cost subject) {
        Map<RootCause.Place, double[]> places = new LinkedHashMap<>();
        cells.getOrDefault(subject.currency(), Map.of()).forEach((place, values) -> {
            if (subject.covers(new AnomalySubject.Cost(subject.currency(), place.service(), place.account()))) {
                places.put(place, values);
            }
        });
        return places;
    }

    /// The cost of a part by day; NaN where a bill that belongs to it is missing.
    double[] values(AnomalySubject.Cost subject) {
        double[] values = new double[days];
        places(subject).forEach((place, own) -> {
            int[] counted = lines.getOrDefault(providers.getOrDefault(place, ""), new int[days]);
            int begins = begin(counted);
            for (int day = 0; day < days; day++) {
                values[day] += day >= begins && counted[day] == 0 ? Double.NaN : own[day];
            }
        });
        return values;
    }

    private static int begin(int[] counted) {
        int day = 0;
        while (day < counted.length && counted[day] == 0) {
            day++;
        }
        return day;
    }

    /// How many of the last days are not complete for a part of the cost.
    int incomplete(AnomalySubject.Cost subject) {
        return places(subject).keySet().stream()
                .map(place -> lines.getOrDefault(providers.getOrDefault(place, ""), new int[days]))
                .distinct()
                .mapToInt(this::incomplete)
                .max()
                .orElse(0);
    }

    private int incomplete(int[] counted) {
        int open = 0;
        while (open < MOST_INCOMPLETE && open < days - 1) {
            int day = days - 1 - open;
            int[] before = Arrays.copyOfRange(
                    counted, Math.max(0, days - MOST_INCOMPLETE - USUAL_DAYS), Math.max(1, days - MOST_INCOMPLETE));
            Arrays.sort(before);
            if (counted[day] >= COMPLETE * before[before.length / 2]) {
                return open;
            }
            open++;
        }
        return open;
    }

    /// The instant at which a day begins, in seconds since 1970.
    long at(int day) {
        return (first.toEpochDay() + day) * 86_400;
    }
}
