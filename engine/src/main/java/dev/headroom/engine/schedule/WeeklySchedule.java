package dev.headroom.engine.schedule;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// When a server is off, week after week.
///
/// @param zone on whose clock
/// @param blocks in the order of the week, not overlapping
public record WeeklySchedule(ZoneId zone, List<OffBlock> blocks) {
    private static final int HOURS = 24;
    /// The letters of the days in off-hours tags: H is Thursday and U Sunday.
    private static final String TAG_DAYS = "MTWHFSU";

    public WeeklySchedule {
        // Schedulers read UTC as a name; Java calls it Z as an offset.
        zone = zone.getId().equals("Z") ? ZoneId.of("UTC") : zone;
        blocks = List.copyOf(blocks);
    }

    /// The stretches of unused hours that are long enough, each cut short so that the server runs again in time.
    ///
    /// @param unused the 168 hours from Monday 00:00; not all of them true
    static WeeklySchedule of(ZoneId zone, boolean[] unused, SchedulePolicy policy) {
        List<OffBlock> blocks = new ArrayList<>();
        for (int start = 0; start < WeekHours.COUNT; start++) {
            if (unused[start] && !unused[(start + WeekHours.COUNT - 1) % WeekHours.COUNT]) {
                int hours = 1;
                while (unused[(start + hours) % WeekHours.COUNT]) {
                    hours++;
                }
                int off = hours - policy.leadHours();
                if (off >= policy.minimumBlockHours()) {
                    blocks.add(new OffBlock(DayOfWeek.of(start / HOURS + 1), start % HOURS, off));
                }
            }
        }
        return new WeeklySchedule(zone, blocks);
    }

    /// Hours a week that the server is off, 0..167.
    public int offHours() {
        return blocks.stream().mapToInt(OffBlock::hours).sum();
    }

    /// The 168 hours from Monday 00:00; true where the server is off.
    public boolean[] off() {
        boolean[] off = new boolean[WeekHours.COUNT];
        for (OffBlock block : blocks) {
            int start = WeekHours.index(block.day(), block.hour());
            for (int i = 0; i < block.hours(); i++) {
                off[(start + i) % WeekHours.COUNT] = true;
            }
        }
        return off;
    }

    /// When to stop, as cron times such as `0 20 * * 1-5`; days with the same hour share one.
    public List<String> stopCron() {
        return cron(true);
    }

    /// When to start again.
    public List<String> startCron() {
        return cron(false);
    }

    /// The schedule as a tag value in the form that off-hours tools read, such as
    /// `off=[(M-F,20)];on=[(M-F,6)];tz=America/New_York`.
    public String tag() {
        return "off=[" + tagTimes(true) + "];on=[" + tagTimes(false) + "];tz=" + zone.getId();
    }

    /// Such as `Mon-Thu 20:00 to next day 06:00, Fri 20:00 to Mon 06:00`.
    public String words() {
        Map<String, List<DayOfWeek>> same = new LinkedHashMap<>();
        for (OffBlock block : blocks) {
            int days = (block.hour() + block.hours()) / HOURS;
            String until = days > 1 ? OffBlock.name(block.endDay()) + " " : days == 1 ? "next day " : "";
            same.computeIfAbsent(
                            OffBlock.clock(block.hour()) + " to " + until + OffBlock.clock(block.endHour()),
                            key -> new ArrayList<>())
                    .add(block.day());
        }
        return same.entrySet().stream()
                .map(entry -> days(new TreeSet<>(entry.getValue())) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<String> cron(boolean stop) {
        List<String> lines = new ArrayList<>();
        times(stop)
                .forEach((hour, days) -> lines.add("0 " + hour + " * * "
                        + runs(days).stream()
                                .map(run -> run.length == 1
                                        ? String.valueOf(run[0].getValue() % 7)
                                        : run[0].getValue() % 7 + "-" + run[1].getValue())
                                .collect(Collectors.joining(","))));
        return lines;
    }

    private String tagTimes(boolean stop) {
        return times(stop).entrySet().stream()
                .flatMap(entry -> runs(entry.getValue()).stream()
                        .map(run -> "("
                                + Arrays.stream(run)
                                        .map(day -> String.valueOf(TAG_DAYS.charAt(day.getValue() - 1)))
                                        .collect(Collectors.joining("-"))
                                + "," + entry.getKey() + ")"))
                .collect(Collectors.joining(","));
    }

    private TreeMap<Integer, TreeSet<DayOfWeek>> times(boolean stop) {
        TreeMap<Integer, TreeSet<DayOfWeek>> times = new TreeMap<>();
        for (OffBlock block : blocks) {
            times.computeIfAbsent(stop ? block.hour() : block.endHour(), hour -> new TreeSet<>())
                    .add(stop ? block.day() : block.endDay());
        }
        return times;
    }

    private static String days(TreeSet<DayOfWeek> days) {
        return runs(days).stream()
                .map(run -> Arrays.stream(run).map(OffBlock::name).collect(Collectors.joining("-")))
                .collect(Collectors.joining(", "));
    }

    /// Days that follow each other as first and last, others alone.
    private static List<DayOfWeek[]> runs(TreeSet<DayOfWeek> days) {
        List<DayOfWeek[]> runs = new ArrayList<>();
        List<DayOfWeek> open = new ArrayList<>();
        for (DayOfWeek day : days) {
            if (!open.isEmpty() && open.getLast().getValue() + 1 != day.getValue()) {
                runs.add(run(open));
                open.clear();
            }
            open.add(day);
        }
        if (!open.isEmpty()) {
            runs.add(run(open));
        }
        return runs;
    }

    private static DayOfWeek[] run(List<DayOfWeek> days) {
        return days.size() == 1 ? new DayOfWeek[] {days.getFirst()} : new DayOfWeek[] {days.getFirst(), days.getLast()};
    }
}
