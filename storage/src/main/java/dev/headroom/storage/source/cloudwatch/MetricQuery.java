package dev.headroom.storage.source.cloudwatch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of `--metric-data-queries`: what a result of `get-metric-data` with the same Id is about. Empty texts
/// are not stated, as in a metric math expression.
///
/// @param period in seconds; 0 when it is not stated
record MetricQuery(String metric, String statistic, String unit, long period, Map<String, String> dimensions) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final List<String> SERVERS =
            List.of("InstanceId", "DBInstanceIdentifier", "CacheClusterId", "AutoScalingGroupName", "VolumeId", "host");

    /// The server: the first of the dimensions that name one, or the only dimension there is.
    Optional<String> resource() {
        Optional<String> known = SERVERS.stream()
                .map(name -> dimensions.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
        return known.or(
                () -> dimensions.size() == 1 ? dimensions.values().stream().findFirst() : Optional.empty());
    }

    /// The queries of an answer by their Id: from the file that the user names, else from `NAME.queries.json` or
    /// `NAME-queries.json` beside `NAME.json`; none when there is no such file.
    static Map<String, MetricQuery> of(Path answer, ImportOptions options) throws SourceException {
        if (options.queries().isPresent()) {
            return read(options.queries().get());
        }
        String name = String.valueOf(answer.getFileName()).replaceFirst("(\\.json)?(\\.gz)?$", "");
        for (String sibling : List.of(name + ".queries.json", name + "-queries.json")) {
            Path file = answer.resolveSibling(sibling);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return Map.of();
    }

    private static Map<String, MetricQuery> read(Path file) throws SourceException {
        Map<String, MetricQuery> queries = new HashMap<>();
        try (TextInput input = TextInput.open(file);
                JsonParser json = JSON.createParser(input.reader())) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                Json.entries(json, () -> query(json, queries));
            } else {
                Json.fields(json, name -> {
                    if (name.equals("MetricDataQueries")) {
                        Json.entries(json, () -> query(json, queries));
                    } else {
                        json.skipChildren();
                    }
                });
            }
        } catch (JsonParseException broken) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_JSON,
                    "The file " + file.getFileName() + " with the queries is not JSON.",
                    broken);
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        }
        return queries;
    }

    private static void query(JsonParser json, Map<String, MetricQuery> queries) throws IOException, SourceException {
        Map<String, String> said = new HashMap<>();
        Map<String, String> dimensions = new LinkedHashMap<>();
        Json.fields(json, name -> {
            switch (name) {
                case "Id" -> said.put("Id", Json.text(json));
                case "MetricStat" ->
                    Json.fields(json, field -> {
                        if (field.equals("Metric")) {
                            Json.fields(json, part -> {
                                if (part.equals("Dimensions")) {
                                    Json.entries(json, () -> {
                                        Map<String, String> pair = Json.texts(json);
                                        dimensions.put(pair.getOrDefault("Name", ""), pair.getOrDefault("Value", ""));
                                    });
                                } else {
                                    said.put(part, Json.text(json));
                                }
                            });
                        } else {
                            said.put(field, Json.text(json));
                        }
                    });
                default -> json.skipChildren();
            }
        });
        String period = said.getOrDefault("Period", "");
        queries.put(
                said.getOrDefault("Id", ""),
                new MetricQuery(
                        said.getOrDefault("MetricName", ""),
                        said.getOrDefault("Stat", ""),
                        said.getOrDefault("Unit", ""),
                        period.matches("\\d{1,9}") ? Long.parseLong(period) : 0,
                        dimensions));
    }
}
