package dev.headroom.storage.pull;

import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsMetrics;
import dev.headroom.storage.source.aws.CallPrice;
import dev.headroom.storage.source.aws.MetricPlan;
import dev.headroom.storage.source.aws.MetricWanted;
import dev.headroom.storage.source.document.UsageEntries;
import dev.headroom.storage.source.document.UsageTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/// The metrics of a place: what is not kept yet, in the fewest calls, kept in blocks of several calls.
///
/// Each metric has its own word up to when it is complete, so a new server gets its whole history while the
/// others go on from where they are. The last three hours before that are asked for again, because CloudWatch
/// may still complete them.
final class UsagePart implements PullPart {
    private static final Duration SETTLING = Duration.ofHours(3);
    private static final int AHEAD = 6;
    /// Calls that are kept in one transaction.
    private static final int TOGETHER = 4;

    private static final long BYTES_PER_POINT = 80;
    private static final int MOST_FAILURES = 2;
    private static final String NAME = "usage";

    private final Place place;
    private final AwsMetrics metrics;
    private final List<Call> calls;

    /// One call, and what is complete when it is kept.
    record Call(List<MetricWanted> wanted, MetricPlan.Block block, Instant from) {}

    private record Window(Instant from, Instant until) {}

    /// @param covers what is kept of the place, by subject
    UsagePart(
            Place place,
            AwsMetrics metrics,
            List<MetricWanted> wanted,
            Map<String, Cover> covers,
            Instant since,
            Duration step,
            Instant now) {
        this.place = place;
        this.metrics = metrics;
        this.calls = calls(wanted, covers, since, step, now);
    }

    private static List<Call> calls(
            List<MetricWanted> wanted, Map<String, Cover> covers, Instant since, Duration step, Instant now) {
        Instant until = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        Map<Window, List<MetricWanted>> groups = new LinkedHashMap<>();
        for (MetricWanted one : wanted) {
            for (Window window : open(Optional.ofNullable(covers.get(one.subject(step))), since, until)) {
                groups.computeIfAbsent(window, _ -> new ArrayList<>()).add(one);
            }
        }
        List<Call> calls = new ArrayList<>();
        groups.forEach((window, all) -> {
            List<MetricWanted> group = MetricPlan.packed(all, window.from(), window.until(), step, now);
            List<MetricPlan.Block> blocks = MetricPlan.blocks(
                    group.size(), i -> group.get(i).joined(), window.from(), window.until(), step, now);
            for (MetricPlan.Block block : blocks) {
                boolean first = block.from().equals(blocks.getFirst().from());
                calls.add(new Call(
                        group.subList(block.firstMetric(), block.firstMetric() + block.metrics()),
                        block,
                        first ? window.from() : block.from()));
            }
        });
        return calls;
    }

    /// What of a window is not complete.
    private static List<Window> open(Optional<Cover> cover, Instant since, Instant until) {
        if (cover.isEmpty() || cover.get().until().isBefore(since)) {
            return since.isBefore(until) ? List.of(new Window(since, until)) : List.of();
        }
        List<Window> windows = new ArrayList<>();
        if (since.isBefore(cover.get().from())) {
            windows.add(new Window(since, cover.get().from()));
        }
        if (cover.get().until().isBefore(until)) {
            windows.add(new Window(cover.get().until().minus(SETTLING), until));
        }
        return windows;
    }

    @Override
    public PullTopic topic() {
        return PullTopic.USAGE;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Expected expected() {
        long points = calls.stream().mapToLong(call -> call.block().points()).sum();
        long asked = calls.stream().mapToLong(call -> call.wanted().size()).sum();
        return new Expected(
                calls.size(), points, points * BYTES_PER_POINT, CallPrice.of("cloudwatch:GetMetricData", asked));
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        List<Callable<List<AwsMetrics.Points>>> asks = new ArrayList<>();
        calls.forEach(call -> asks.add(() -> metrics.read(call.wanted(), call.block())));
        try (Prefetch<List<AwsMetrics.Points>> answers = new Prefetch<>(asks, AHEAD, desk::isToStop)) {
            int failures = 0;
            for (int i = 0; i < calls.size(); i += TOGETHER) {
                int end = Math.min(i + TOGETHER, calls.size());
                try {
                    block(calls.subList(i, end), answers, desk);
                    failures = 0;
                } catch (AwsFailureException failure) {
                    failures++;
                    if (!failure.reason().isPassing() || failures >= MOST_FAILURES) {
                        throw failure;
                    }
                    desk.missing(topic(), place, failure);
                    answers.skipTo(end);
                }
            }
        }
    }

    /// All answers of a block are there before it is kept, so that a slow place does not hold up the others.
    private void block(List<Call> block, Prefetch<List<AwsMetrics.Points>> answers, PullDesk desk)
            throws AwsFailureException, SourceException, InterruptedException {
        List<List<AwsMetrics.Points>> told = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            told.add(answers.next());
            desk.answered(place.path(NAME), 1);
        }
        desk.keep(place.path(NAME), SourceFormat.UTILIZATION, covers(block), sink -> {
            UsageTerms terms = new UsageTerms(ImportOptions.none());
            UsageEntries entries = new UsageEntries(terms, sink);
            for (int i = 0; i < block.size(); i++) {
                put(block.get(i), told.get(i), terms, entries);
            }
            entries.finish();
            return List.copyOf(terms.finish());
        });
    }

    private List<Cover> covers(List<Call> block) {
        List<Cover> covers = new ArrayList<>();
        for (Call call : block) {
            for (MetricWanted one : call.wanted()) {
                covers.add(new Cover(
                        place.name(),
                        one.subject(call.block().step()),
                        call.from(),
                        call.block().until()));
            }
        }
        return covers;
    }

    private static void put(Call call, List<AwsMetrics.Points> answer, UsageTerms terms, UsageEntries entries)
            throws SourceException {
        Map<Integer, AwsMetrics.Points> told = new HashMap<>();
        answer.forEach(points -> told.put(points.wanted(), points));
        for (int i = 0; i < call.wanted().size(); i++) {
            MetricWanted wanted = call.wanted().get(i);
            AwsMetrics.Points points = Silence.filled(
                    told.getOrDefault(i, new AwsMetrics.Points(i, List.of(), List.of())), wanted, call.block());
            if (points.times().isEmpty()) {
                continue;
            }
            UsageTerms.Term term = terms.resolve(new UsageTerms.Said(
                    wanted.metric(),
                    Optional.of(wanted.statistic()),
                    Optional.of(wanted.unit()),
                    OptionalLong.of(call.block().step().toSeconds())));
            for (int at = 0; at < points.times().size(); at++) {
                entries.take(
                        term,
                        wanted.resource(),
                        points.times().get(at),
                        points.values().get(at));
            }
        }
    }
}
