package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Writes the reason of a recommendation: what was measured, what it becomes, what was left out.
final class Reasoning {
    private static final double SATURATED_PERCENT = 99;
    private static final int QUARTER_ENDS_NAMED = 4;

    private final Sizing sizing;

    Reasoning(Sizing sizing) {
        this.sizing = sizing;
    }

    String keep(List<Replay> replays, List<Rejection> rejections) {
        List<String> sentences = new ArrayList<>();
        sentences.add(measured());
        sentences.add(replayed(sizing.present(), replays));
        sentences.add(risk(sizing.present()));
        sizing.flip(sizing.present()).ifPresent(point -> sentences.add(enough(point)));
        rejections.stream()
                .filter(rejection -> rejection.bottleneck() != Rejection.Bottleneck.GENERATION)
                .findFirst()
                .ifPresent(rejection -> sentences.add(rejection.words()));
        return join(sentences);
    }

    String resize(InstanceShape chosen, List<UsageChange> usage, List<Replay> replays) {
        List<ResourceKind> shortages = sizing.shortages();
        List<String> sentences = new ArrayList<>();
        sentences.add(measured());
        if (!shortages.isEmpty()) {
            sentences.add(Words.sentence(Words.list(shortages.stream()
                            .map(kind -> Words.kind(kind) + " " + percentile() + " of the last year is "
                                    + Words.percent(sizing.lastYear(kind).orElseThrow()) + ", above "
                                    + Words.percent(sizing.shortageLimit(kind)))
                            .toList()))
                    + ".");
        }
        sentences.add(becomes(chosen, usage));
        sentences.add(replayed(chosen, replays));
        sentences.add(risk(chosen));
        MigrationEffort effort = MigrationEffort.of(sizing.present(), chosen);
        sentences.add("Effort " + effort.words() + ": " + effort.because() + ", with a restart.");
        sizing.flip(chosen)
                .ifPresent(point -> sentences.add("What would flip it: headroom above "
                        + Words.percent(point.largestHeadroomPercent()) + ", or load +"
                        + Words.percent(point.largestGrowthPercent()) + " (" + Words.kind(point.bottleneck()) + ")."));
        return join(sentences);
    }

    String stop(UsageStatistics cpu, String network) {
        return join(List.of("The highest " + cpu.statistic().code() + " of CPU in the last "
                + Words.count(Math.round(cpu.days())) + " observed days is " + Words.percent(cpu.max()) + ", and "
                + network + " (" + Words.window(cpu) + "). Nobody seems to use it; its storage goes on costing."));
    }

    private String enough(FlipPoint point) {
        if (point.largestHeadroomPercent() < 0) {
            return "It passes its ceiling at times (" + Words.kind(point.bottleneck()) + "), but is not short by the "
                    + percentile() + " of the last year; its forecast decides.";
        }
        return point.largestGrowthPercent() < 0
                ? "It is large enough today, but not for "
                        + Words.percent(sizing.policy().headroomPercent()) + " growth, so nothing smaller is advised."
                : "It is large enough, and no cheaper type that fits saves enough.";
    }

    private String percentile() {
        return Words.percentile(sizing.policy().percentile());
    }

    private String measured() {
        List<String> parts = sizing.profile().statistics().values().stream()
                .filter(statistics ->
                        sizing.toPercent(statistics.kind(), sizing.present()).isPresent())
                .map(statistics -> Words.kind(statistics.kind()) + " "
                        + percentile() + " is "
                        + Words.percent(
                                sizing.load(statistics.kind(), sizing.present()).orElseThrow()))
                .toList();
        return Words.sentence(Words.list(parts)) + " of " + sizing.present().instanceType() + " ("
                + Words.window(sizing.profile().of(ResourceKind.CPU).orElseThrow()) + ").";
    }

    private String becomes(InstanceShape chosen, List<UsageChange> usage) {
        List<String> parts = usage.stream()
                .map(change -> Words.kind(change.kind()) + " " + Words.percent(change.sizingAfterPercent())
                        + " of at most " + Words.percent(change.ceilingPercent()))
                .toList();
        double headroom = sizing.policy().headroomPercent();
        return chosen.instanceType() + " would run at " + Words.list(parts)
                + (headroom > 0 ? ", and " + Words.percent(headroom) + " growth still fits." : ".");
    }

    private String replayed(InstanceShape shape, List<Replay> replays) {
        List<String> parts = replays.stream()
                .filter(replay -> replay.kind() == ResourceKind.CPU || replay.kind() == ResourceKind.MEMORY)
                .map(replay -> Words.kind(replay.kind()) + " " + Words.percent(replay.highestAfterPercent()) + " ("
                        + (replay.daysAbove() == 0
                                ? "no day"
                                : Words.count(replay.daysAbove()) + " of " + Words.count(replay.days()) + " days")
                        + " above " + Words.percent(replay.ceilingPercent()) + failures(replay) + ")")
                .toList();
        return parts.isEmpty() ? "" : "The highest day on " + shape.instanceType() + " is " + Words.list(parts) + ".";
    }

    /// How long at least, and at which quarter ends.
    private static String failures(Replay replay) {
        if (replay.daysAbove() == 0) {
            return "";
        }
        String time = replay.leastTimeAbove()
                .map(least -> ", at least " + Words.count(least.toMinutes()) + " minutes")
                .orElse("");
        List<LocalDate> ends = replay.failedQuarterEnds();
        return ends.isEmpty()
                ? time
                : time + ", at the quarter end" + (ends.size() == 1 ? " " : "s ")
                        + Words.list(ends.stream()
                                .skip(Math.max(0, ends.size() - QUARTER_ENDS_NAMED))
                                .map(LocalDate::toString)
                                .toList());
    }

    private String risk(InstanceShape shape) {
        SizingRisk risk = sizing.risk(shape);
        Sizing.RiskBasis basis = sizing.riskBasis();
        if (basis.months() == 0) {
            return "";
        }
        return "Risk " + risk.level().words() + ": " + Words.months(risk.expectedBreaches())
                + " of the next twelve are expected to pass a ceiling, by "
                + Words.decimal(basis.months()) + " months of history"
                + (basis.forecastDays() > 0 ? " and a forecast of " + basis.forecastDays() + " days." : ".");
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        UsageProfile profile = sizing.profile();
        if (profile.of(ResourceKind.MEMORY).isEmpty()) {
            notes.add("Memory is not measured, so it stays at "
                    + Words.gib(sizing.present().memoryGib()) + " or more.");
        }
        List<String> uncompared = List.of(ResourceKind.DISK_IO, ResourceKind.NETWORK).stream()
                .filter(kind -> profile.of(kind).isEmpty()
                        || sizing.toPercent(kind, sizing.present()).isEmpty())
                .map(Words::kind)
                .toList();
        if (!uncompared.isEmpty()) {
            notes.add(Words.sentence(Words.list(uncompared)) + (uncompared.size() == 1 ? " was" : " were")
                    + " not compared, for lack of readings or of a bandwidth.");
        }
        profile.of(ResourceKind.CPU).ifPresent(cpu -> {
            profile.resizedAt()
                    .ifPresent(resized ->
                            notes.add("History before the resize on " + Words.day(cpu, resized) + " is left out."));
            if (cpu.max() >= SATURATED_PERCENT) {
                notes.add("CPU reached " + Words.percent(cpu.max()) + ", so the real need may be higher.");
            }
        });
        return notes;
    }

    private String join(List<String> sentences) {
        List<String> all = new ArrayList<>(sentences);
        all.addAll(notes());
        all.removeIf(String::isEmpty);
        return String.join(" ", all);
    }
}
