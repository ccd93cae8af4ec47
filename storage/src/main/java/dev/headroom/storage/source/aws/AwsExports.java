package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the deliveries of bills that AWS has put into a bucket, by their manifests.
///
/// Source: the user guide of AWS Data Exports. An export has `metadata/BILLING_PERIOD=2026-01/` with the
/// manifest and `data/BILLING_PERIOD=2026-01/` with the files; one that keeps earlier deliveries has a
/// folder for each below these. A legacy Cost and Usage Report has a folder `20260101-20260201` with the
/// manifest of the current delivery.
public final class AwsExports {
    private static final Pattern PERIOD = Pattern.compile("(?i)billing_period=(\\d{4}-(?:0[1-9]|1[0-2]))");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}(?:0[1-9]|1[0-2]))01-\\d{8}");
    private static final String METADATA = "metadata";
    private static final int NAMED = 5;

    private final AwsObjects objects;

    AwsExports(AwsObjects objects) {
        this.objects = objects;
    }

    /// The current deliveries, oldest period first.
    ///
    /// @param wanted the periods that are looked at
    /// @throws AwsFailureException also when there is no export
    public List<ExportDelivery> deliveries(S3Address export, Predicate<YearMonth> wanted) throws AwsFailureException {
        AwsObjects.Level level = objects.level(export);
        if (level.folders().stream().anyMatch(folder -> folder.name().equals(METADATA))) {
            return dataExport(export, wanted);
        }
        List<S3Address> ranges = level.folders().stream()
                .filter(folder -> RANGE.matcher(folder.name()).matches())
                .toList();
        if (ranges.isEmpty()) {
            throw new AwsFailureException(Reason.NOT_THERE, nothing(export, level));
        }
        List<ExportDelivery> deliveries = new ArrayList<>();
        for (S3Address range : ranges) {
            YearMonth period = legacyPeriod(range.name());
            if (wanted.test(period)) {
                objects.level(range).objects().stream()
                        .filter(AwsExports::isManifest)
                        .findFirst()
                        .ifPresent(manifest -> deliveries.add(new ExportDelivery(export, period, manifest)));
            }
        }
        deliveries.sort(Comparator.comparing(ExportDelivery::period));
        return deliveries;
    }

    private static String nothing(S3Address export, AwsObjects.Level level) {
        List<String> names = level.folders().stream()
                .map(S3Address::name)
                .limit(NAMED)
                .map(Printable::of)
                .toList();
        return "There is no export of bills at " + export
                + (names.isEmpty() ? "" : " (its folders are " + String.join(", ", names) + ")")
                + "; name the folder that holds metadata and data, or the folders of the months of a legacy report.";
    }

    private List<ExportDelivery> dataExport(S3Address export, Predicate<YearMonth> wanted) throws AwsFailureException {
        Map<YearMonth, AwsObjects.Stored> current = new TreeMap<>();
        for (AwsObjects.Stored manifest : objects.list(export.below(METADATA + "/"))) {
            if (!isManifest(manifest)) {
                continue;
            }
            for (String segment : manifest.address().segments()) {
                Matcher matcher = PERIOD.matcher(segment);
                if (matcher.matches()) {
                    YearMonth period = YearMonth.parse(matcher.group(1));
                    if (wanted.test(period)) {
                        current.merge(
                                period,
                                manifest,
                                (one, other) -> order(one).compareTo(order(other)) >= 0 ? one : other);
                    }
                }
            }
        }
        return current.entrySet().stream()
                .map(entry -> new ExportDelivery(export, entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The folder of a delivery begins with its time; a manifest without one is that of an export which
    /// replaces.
    private static String order(AwsObjects.Stored manifest) {
        List<String> segments = manifest.address().segments();
        String folder = segments.size() < 2 ? "" : segments.get(segments.size() - 2);
        return PERIOD.matcher(folder).matches() ? "~" : folder;
    }

    private static boolean isManifest(AwsObjects.Stored object) {
        return object.address().isPlain()
                && object.address().name().toLowerCase(Locale.ROOT).endsWith("manifest.json");
    }

    private static YearMonth legacyPeriod(String range) {
        return YearMonth.parse(range.substring(0, 6), DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT));
    }

    /// Where a file of a manifest lies. A bucket that is a copy of another one has manifests that name the
    /// other.
    ///
    /// @param listed a key, or an address in S3
    /// @throws AwsFailureException when it is no place in the export
    public static S3Address file(S3Address export, String listed) throws AwsFailureException {
        String key = listed.contains("://") ? S3Address.of(listed).key() : listed.replaceAll("^/+", "");
        String inside = export.key().isEmpty() ? "" : export.key() + "/";
        S3Address file = export.at(key.startsWith(inside) ? key : inside + tail(key));
        if (!file.isPlain()) {
            throw new AwsFailureException(
                    Reason.NOT_THERE,
                    "The manifest of " + export + " lists \"" + Printable.of(listed)
                            + "\", which is no place in the export; let AWS deliver it again.");
        }
        return file;
    }

    /// From the folder on that begins the data of an export.
    private static String tail(String key) {
        String[] segments = key.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean begins =
                    segments[i].equals("data") || RANGE.matcher(segments[i]).matches();
            if (begins) {
                return String.join("/", Arrays.asList(segments).subList(i, segments.length));
            }
        }
        return key;
    }
}
