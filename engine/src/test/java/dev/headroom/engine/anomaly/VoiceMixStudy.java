package dev.headroom.engine.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What each voice and each mix of voices finds: writes the detections of a folder of series once a mix, in
/// the columns that a scorer of alerts takes. The table in `docs/science.md` is made with it, and the command
/// stands there.
///
/// Arguments: the folder of series (`timestamp,value` in UTC, a value may be empty) and the folder to write
/// to, which gets one folder a mix. The step is the median of the first 32 gaps, as in the product.
public final class VoiceMixStudy {
    private static final int GAPS = 32;

    private VoiceMixStudy() {}

    /// The mixes by name, the product last.
    static Map<String, VoiceMix> mixes() {
        Map<String, VoiceMix> mixes = new LinkedHashMap<>();
        mixes.put("short-shapes-alone", (said, hours) -> said.shortly());
        mixes.put("long-shapes-alone", (said, hours) -> said.longer());
        mixes.put("residual-alone", (said, hours) -> said.residual());
        // The forest alone is heard from 2.0 on.
        mixes.put("forest-alone", (said, hours) -> said.forest() * 1.5 / 2.0);
        mixes.put("average", (said, hours) -> shapes(said, hours, (said.shortly() + said.longer()) / 2));
        mixes.put("geometric", (said, hours) -> shapes(said, hours, Math.sqrt(said.shortly() * said.longer())));
        mixes.put("geometric-forest", (said, hours) -> VoiceMix.STANDARD.novelty(without(said), hours));
        mixes.put("product", VoiceMix.STANDARD);
        return mixes;
    }

    private static double shapes(VoiceMix.Said said, double hours, double shapes) {
        double weight = 0.2 * Math.min(1, hours);
        return Math.max((1 - weight) * shapes + weight * said.residual(), 0.5 * said.daily());
    }

    private static VoiceMix.Said without(VoiceMix.Said said) {
        return new VoiceMix.Said(said.shortly(), said.longer(), said.daily(), said.residual(), said.forest(), 0);
    }

    public static void main(String[] args) throws IOException {
        Path in = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(in)) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Map.Entry<String, VoiceMix> mix : mixes().entrySet()) {
            for (Path file : files) {
                Path target = out.resolve(mix.getKey()).resolve(in.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, detections(Files.readAllLines(file), mix.getValue()));
            }
        }
    }

    /// One line a row: its time as it was written, its score, and whether it alerts.
    static List<String> detections(List<String> lines, VoiceMix mix) {
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        long[] times = rows.stream().mapToLong(row -> seconds(row[0])).toArray();
        StreamDetector detector = new StreamDetector(step(times), Sensitivity.STANDARD, mix);
        List<String> written = new ArrayList<>();
        written.add("timestamp,score,alert");
        for (int i = 0; i < times.length; i++) {
            String value = rows.get(i)[1];
            AnomalyPoint point = detector.next(times[i], value.isBlank() ? Double.NaN : Double.parseDouble(value));
            // The first rows are judged when the step is known; an alert among them comes too late to be one.
            written.add(rows.get(i)[0] + "," + point.score() + "," + (point.alert() && i >= GAPS ? 1 : 0));
        }
        return written;
    }

    private static long seconds(String text) {
        return LocalDateTime.parse(
                        text.strip().replace("\"", "").replace(' ', 'T').replace("Z", ""))
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static double step(long[] times) {
        double[] gaps = new double[Math.min(GAPS, times.length - 1)];
        Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
        Arrays.sort(gaps);
        return Math.max(1, (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2);
    }
}
