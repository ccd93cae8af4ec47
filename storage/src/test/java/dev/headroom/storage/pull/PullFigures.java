package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MetricWanted;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.ServerMetrics;
import dev.headroom.storage.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Times the first pull of the metrics of many servers, in the environment that [ServeAccounts] prints:
///
///     java -Xmx1g -cp ... dev.headroom.storage.pull.PullFigures SERVERS METRICS DAYS FOLDER
///
/// The servers are all in one region, and at most six metrics are asked of each. The folder must be empty; the
/// workspace is left in it.
public final class PullFigures {
    private static final double MEGABYTE = 1e6;

    private PullFigures() {}

    public static void main(String[] arguments) throws Exception {
        int servers = Integer.parseInt(arguments[0]);
        int metrics = Integer.parseInt(arguments[1]);
        Instant now = Instant.now();
        Place place = new Place(GeneratedAccounts.PAYER, "eu-central-1");
        Path folder = Path.of(arguments[3]);
        List<MetricWanted> wanted = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            wanted.addAll(ServerMetrics.of(String.format(Locale.ROOT, "i-%08d", i), List.of())
                    .subList(0, metrics));
        }
        CallMeter meter = new CallMeter();
        long start = System.nanoTime();
        try (AwsConnection login = AwsConnection.open(AwsLogin.usual(), place.region(), MfaPrompt.NOBODY, meter);
                Workspace workspace = Workspace.open(folder)) {
            UsagePart part = new UsagePart(
                    place,
                    login.metrics(place.account(), place.region()),
                    wanted,
                    Map.of(),
                    now.minus(Duration.ofDays(Long.parseLong(arguments[2]))),
                    Duration.ofHours(1),
                    now);
            System.out.printf(
                    Locale.ROOT, "%,d calls planned%n", part.expected().calls());
            PullDesk desk = new PullDesk(
                    workspace.live(now), PullListener.none(), part.expected().calls());
            new PullRun(List.of(part), desk)
                    .end()
                    .ifPresent(end -> System.out.println(end.code() + " " + end.sentence()));
            desk.missing().forEach(missing -> System.out.println(missing.sentence()));
            report(desk, meter, Duration.ofNanos(System.nanoTime() - start));
        }
        System.out.printf(Locale.ROOT, "%,.0f MB workspace%n", size(folder) / MEGABYTE);
    }

    private static void report(PullDesk desk, CallMeter meter, Duration took) {
        long values = desk.kept().stream().mapToLong(PullReport.Kept::accepted).sum();
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        meter.usage()
                .forEach((operation, usage) -> System.out.printf(
                        Locale.ROOT,
                        "%s: %,d calls, %,.0f MB received, $%s%n",
                        operation,
                        usage.calls(),
                        usage.bytes() / MEGABYTE,
                        usage.usd().toPlainString()));
        System.out.printf(
                Locale.ROOT,
                "%,d values in %,d s, %,d s of processor: %,d values a second and core, in a heap of %,.0f MB%n",
                values,
                took.toSeconds(),
                processor / 1_000,
                values * 1_000 / Math.max(1, processor),
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
