package dev.headroom.storage.source.cloudwatch;

import com.fasterxml.jackson.core.JsonParser;
import dev.headroom.storage.source.DocumentReader;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.document.DocumentOutline;
import dev.headroom.storage.source.document.Json;
import dev.headroom.storage.source.document.MetricName;
import dev.headroom.storage.source.document.Reading;
import dev.headroom.storage.source.document.UsageEntries;
import dev.headroom.storage.source.document.UsageTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Reads the output of `aws cloudwatch get-metric-statistics`. The answer names the metric and the unit, and every
/// datapoint its statistics, each of which is a series of its own. It does not name the server: the user does, or
/// the file name has the id of an instance in it, as in `i-0123abcd-cpu.json`.
public final class MetricStatisticsReader implements DocumentReader {
    private static final int MOST_DATAPOINTS = 100_000;
    private final Path file;
    private final ImportOptions options;
    private final UsageTerms terms;
    private Set<String> notes = new LinkedHashSet<>();

    public MetricStatisticsReader(Path file, ImportOptions options) {
        this.file = file;
        this.options = options;
        terms = new UsageTerms(options);
    }

    public static boolean recognises(DocumentOutline outline) {
        return outline.has("Datapoints");
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.UTILIZATION;
    }

    @Override
    public List<String> recognised() {
        return List.of("Label", "Timestamp", "Average", "Maximum", "Minimum", "Sum", "ExtendedStatistics", "Unit");
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void read(JsonParser json, DocumentSink sink) throws IOException, SourceException {
        String[] label = {""};
        List<Map<String, String>> points = new ArrayList<>();
        json.nextToken();
        Json.fields(json, name -> {
            switch (name) {
                case "Label" -> label[0] = Json.text(json);
                case "Datapoints" ->
                    Json.entries(json, () -> {
                        if (points.size() == MOST_DATAPOINTS) {
                            throw Json.tooLong(MOST_DATAPOINTS);
                        }
                        points.add(point(json));
                    });
                default -> json.skipChildren();
            }
        });
        UsageEntries entries = new UsageEntries(terms, sink);
        String resource = resource(label[0]);
        OptionalLong period = Periods.of(points.stream()
                .map(point -> point.getOrDefault("Timestamp", ""))
                .toList());
        Map<String, UsageTerms.Term> known = new HashMap<>();
        for (Map<String, String> point : points) {
            for (Map.Entry<String, String> value : point.entrySet()) {
                if (MetricName.statistic(value.getKey()).isPresent()) {
                    String unit = point.getOrDefault("Unit", "");
                    String key = value.getKey() + " " + unit;
                    UsageTerms.Term term = known.get(key);
                    if (term == null) {
                        term = terms.resolve(new UsageTerms.Said(
                                label[0],
                                Optional.of(value.getKey()),
                                Optional.of(unit).filter(u -> !u.isEmpty()),
                                period));
                        known.put(key, term);
                    }
                    entries.take(term, resource, new Reading(point.getOrDefault("Timestamp", ""), value.getValue()));
                } else if (ResultName.isStatistic(value.getKey())
                        && !value.getKey().equals("SampleCount")) {
                    terms.note(
                            "The statistic " + value.getKey() + " is left out; mean, p95, max, min and sum are kept.");
                }
            }
        }
        entries.finish();
        notes = terms.finish();
    }

    private String resource(String label) throws SourceException {
        String name = String.valueOf(file.getFileName());
        Optional<String> given = options.resource();
        Optional<String> named = ResultName.instance(name);
        if (given.isEmpty() && named.isPresent()) {
            terms.note("The server is " + named.get() + ", as the name of the file says.");
        }
        return given.or(() -> named)
                .orElseThrow(
                        () -> SourceException.notTold(
                                OpenQuestion.resource(),
                                "The answer about " + label + " does not say which server it is about; import it with"
                                        + " --resource ID, or name the file after the instance, such as i-0123456789abcdef0.json."));
    }

    private static Map<String, String> point(JsonParser json) throws IOException, SourceException {
        Map<String, String> point = new LinkedHashMap<>();
        Json.fields(json, name -> {
            if (name.equals("ExtendedStatistics")) {
                point.putAll(Json.texts(json));
            } else {
                point.put(name, Json.text(json));
            }
        });
        return point;
    }
}
