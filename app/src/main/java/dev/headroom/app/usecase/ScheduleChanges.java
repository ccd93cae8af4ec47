package dev.headroom.app.usecase;

import dev.headroom.engine.schedule.ScheduleAdvice;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The schedules as lists of changes for other tools: a crontab and tags. Headroom itself switches nothing.
public final class ScheduleChanges {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/@-]+");

    /// What stops an EC2 instance.
    public static final String STOP = "aws ec2 stop-instances --instance-ids {}";
    /// What starts one.
    public static final String START = "aws ec2 start-instances --instance-ids {}";
    /// The key of tags as Cloud Custodian's off-hours reads them.
    public static final String TAG_KEY = "maid_offhours";

    private ScheduleChanges() {}

    /// A crontab: on the clock of each server's zone, one line a time to stop or to start.
    ///
    /// @param stop the command, with `{}` where the resource goes
    public static void crontab(FleetSchedules schedules, String stop, String start, Path file) throws UseCaseException {
        OutputFile.writeText(file, out -> out.write(crontab(schedules.off(), stop, start)));
    }

    /// The lines of a crontab for some servers.
    ///
    /// @param stop the command, with `{}` where the resource goes
    public static String crontab(List<ScheduleAdvice.Off> servers, String stop, String start) {
        StringBuilder out = new StringBuilder();
        String zone = "";
        for (ScheduleAdvice.Off off : byZone(servers)) {
            String wanted = off.schedule().zone().getId();
            if (!wanted.equals(zone)) {
                out.append("CRON_TZ=").append(wanted).append('\n');
                zone = wanted;
            }
            String resource = off.server().id();
            out.append("# ").append(CONTROL.matcher(resource).replaceAll(" ")).append(": off ");
            out.append(off.schedule().words()).append('\n');
            for (String time : off.schedule().stopCron()) {
                out.append(time).append(' ').append(command(stop, resource)).append('\n');
            }
            for (String time : off.schedule().startCron()) {
                out.append(time).append(' ').append(command(start, resource)).append('\n');
            }
        }
        return out.toString();
    }

    /// The command for a resource, whose name comes from outside: as one word of the shell, and without the line ends
    /// and percent signs that a crontab reads in its own way.
    private static String command(String template, String resource) {
        String name = CONTROL.matcher(resource).replaceAll(" ");
        String word = PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
        return template.replace("{}", word).replace("%", "\\%");
    }

    /// A table of tags to set: `resource,key,value`.
    public static void tags(FleetSchedules schedules, String key, Path file) throws UseCaseException {
        OutputFile.writeText(file, writer -> {
            CsvTable table = new CsvTable(writer, List.of("resource", "key", "value"));
            schedules
                    .off()
                    .forEach(off ->
                            table.row(off.server().id(), key, off.schedule().tag()));
        });
    }

    private static List<ScheduleAdvice.Off> byZone(List<ScheduleAdvice.Off> servers) {
        return servers.stream()
                .sorted(Comparator.comparing((ScheduleAdvice.Off off) ->
                                off.schedule().zone().getId())
                        .thenComparing(off -> off.server().id()))
                .toList();
    }
}
