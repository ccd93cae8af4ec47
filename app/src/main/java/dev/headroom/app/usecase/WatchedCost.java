package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyDetector;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.EpisodeKind;
import dev.headroom.engine.anomaly.EpisodeReader;
import dev.headroom.engine.anomaly.JudgedRow;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.quantity.CurrencyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Looks for anomalies in the daily cost: the whole of each currency, each service, and each account of a
/// service that several accounts use.
final class WatchedCost {
    private static final double DAY = 86_400;
    private static final int BEFORE = 56;
    private static final int AFTER = 14;
    private static final int MOST_SERVICES = 500;
    private static final int MOST_ACCOUNTS = 1000;
    private static final int USUAL_DAYS = 28;
    private final CostGrid grid;
    private final Sensitivity sensitivity;

    WatchedCost(CostGrid grid, Sensitivity sensitivity) {
        this.grid = grid;
        this.sensitivity = sensitivity;
    }

    /// The series to look at; of very many services or accounts those with the highest cost.
    List<AnomalySubject.Cost> subjects() {
        List<AnomalySubject.Cost> subjects = new ArrayList<>();
        for (CurrencyCode currency : grid.currencies()) {
            AnomalySubject.Cost total = new AnomalySubject.Cost(currency, "", "");
            subjects.add(total);
            Map<String, Double> services = new TreeMap<>();
            Map<AnomalySubject.Cost, Double> accounts = new TreeMap<>(Comparator.comparing(AnomalySubject.Cost::key));
            Map<String, Set<String>> users = new TreeMap<>();
            grid.places(total).forEach((place, values) -> {
                double sum = Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .map(Math::abs)
                        .sum();
                if (!place.service().isEmpty()) {
                    services.merge(place.service(), sum, Double::sum);
                    users.computeIfAbsent(place.service(), _ -> new TreeSet<>()).add(place.account());
                    if (!place.account().isEmpty()) {
                        accounts.merge(
                                new AnomalySubject.Cost(currency, place.service(), place.account()), sum, Double::sum);
                    }
                }
            });
            accounts.keySet()
                    .removeIf(account ->
                            users.getOrDefault(account.service(), Set.of()).size() < 2);
            largest(services, MOST_SERVICES)
                    .forEach(service -> subjects.add(new AnomalySubject.Cost(currency, service, "")));
            subjects.addAll(largest(accounts, MOST_ACCOUNTS));
        }
        return subjects;
    }

    private static <T> List<T> largest(Map<T, Double> sums, int most) {
        return sums.entrySet().stream()
                .sorted(Map.Entry.<T, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The cost of a usual day of everything: the median of the last 28 known days.
    Map<CurrencyCode, Double> usualDays() {
        return grid.currencies().stream().collect(Collectors.toMap(currency -> currency, currency -> {
            double[] values = grid.values(new AnomalySubject.Cost(currency, "", ""));
            double[] last = Arrays.stream(values, Math.max(0, values.length - USUAL_DAYS), values.length)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return last.length == 0 ? 0.0 : last[last.length / 2];
        }));
    }

    /// The anomalies of one series. Days before its first cost are not there.
    List<FoundAnomaly> find(AnomalySubject.Cost subject, double usualDay) {
        double[] values = grid.values(subject);
        int begin = 0;
        while (begin < values.length && values[begin] == 0) {
            begin++;
        }
        int complete = values.length - grid.incomplete(subject);
        AnomalyDetector detector = AnomalyDetector.of(DAY, sensitivity);
        List<JudgedRow> rows = new ArrayList<>(values.length);
        for (int day = begin; day < values.length; day++) {
            long at = grid.at(day);
            rows.add(new JudgedRow(
                    at,
                    values[day],
                    day < complete ? detector.next(at, values[day]) : detector.nextIncomplete(at, values[day])));
        }
        List<FoundAnomaly> found = new ArrayList<>();
        for (Episode episode : EpisodeReader.read(rows, DAY)) {
            int start = index(rows, episode.start());
            int last = index(rows, episode.last());
            found.add(new FoundAnomaly(
                    subject,
                    episode,
                    // What missing days cost is not known, so that it does not lower anything.
                    Urgency.ofCost(
                            episode.severity(), episode.impact(), episode.kind() == EpisodeKind.MISSING ? 0 : usualDay),
                    Optional.empty(),
                    DAY,
                    rows.subList(Math.max(0, start - BEFORE), Math.min(rows.size(), last + AFTER + 1)),
                    List.of(),
                    List.of(),
                    ""));
        }
        return found;
    }

    private static int index(List<JudgedRow> rows, long at) {
        return (int) Math.round((at - rows.getFirst().at()) / DAY);
    }

    /// The same with the shares of the places.
    FoundAnomaly explained(FoundAnomaly anomaly) {
        if (!(anomaly.subject() instanceof AnomalySubject.Cost subject)
                || anomaly.episode().impact() == 0
                || Double.isNaN(anomaly.episode().impact())) {
            return anomaly;
        }
        int first = day(anomaly.episode().start());
        int last = day(anomaly.episode().last());
        if (anomaly.episode().rows() > last - first + 1) {
            first = last - anomaly.episode().rows() + 1;
        }
        return anomaly.causedBy(RootCause.of(
                grid.places(subject), first, last, anomaly.episode().impact()));
    }

    private int day(long at) {
        return (int) Math.round((at - grid.at(0)) / DAY);
    }
}
