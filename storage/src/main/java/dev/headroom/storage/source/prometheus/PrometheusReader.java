package dev.headroom.storage.source.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.DocumentReader;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.document.DocumentOutline;
import dev.headroom.storage.source.document.Json;
import dev.headroom.storage.source.document.Reading;
import dev.headroom.storage.source.document.UsageEntries;
import dev.headroom.storage.source.document.UsageTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Reads the answer of Prometheus to a range query (`/api/v1/query_range`).
///
/// The metric is the label `__name__`, or what the user says; the server is the first of the labels of [#resource]
/// that a result has. A PromQL expression does not say over what its values were taken, so the statistic comes from
/// the name (`...:max`), the label `quantile` or the user. Counters are refused: their rate is what a machine uses.
public final class PrometheusReader implements DocumentReader {
    private static final List<String> SERVERS =
            List.of("resource", "instance_id", "node", "nodename", "hostname", "host", "vm", "server", "instance");

    private final ImportOptions options;
    private final UsageTerms terms;
    private final Map<String, Map<String, String>> taken = new HashMap<>();
    private Set<String> notes = new LinkedHashSet<>();
    private String errorType = "";
    private String error = "";
    private boolean failed;

    public PrometheusReader(ImportOptions options) {
        this.options = options;
        terms = new UsageTerms(options);
    }

    /// True for an answer of the query interface, also for one that says that the query failed.
    public static boolean recognises(DocumentOutline outline) {
        return outline.has("data.resultType")
                || outline.has("data.result")
                || outline.has("status") && outline.has("errorType");
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.UTILIZATION;
    }

    @Override
    public List<String> recognised() {
        return List.of("metric", "values");
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void read(JsonParser json, DocumentSink sink) throws IOException, SourceException {
        UsageEntries entries = new UsageEntries(terms, sink);
        json.nextToken();
        Json.fields(json, name -> {
            switch (name) {
                case "status" -> failed = Json.text(json).equals("error");
                case "errorType" -> errorType = Json.text(json);
                case "error" -> error = Json.text(json);
                case "warnings", "infos" ->
                    Json.list(json, Reading.MOST).forEach(said -> terms.note("Prometheus says: " + said));
                case "data" -> Json.fields(json, field -> data(json, field, entries));
                default -> json.skipChildren();
            }
        });
        if (failed) {
            throw new SourceException(
                    ErrorCode.FILE_FAILED_ANSWER,
                    "Prometheus answered with an error" + (errorType.isEmpty() ? "" : " (" + errorType + ")") + ": "
                            + (error.isEmpty() ? "without a message" : error)
                            + "; correct the query and export again.");
        }
        entries.finish();
        notes = terms.finish();
    }

    private void data(JsonParser json, String field, UsageEntries entries) throws IOException, SourceException {
        switch (field) {
            case "resultType" -> {
                String type = Json.text(json);
                if (!type.equals("matrix")) {
                    throw instant(type);
                }
            }
            case "result" -> Json.entries(json, () -> result(json, entries));
            default -> json.skipChildren();
        }
    }

    private static SourceException instant(String type) {
        return new SourceException(
                ErrorCode.FILE_UNSUPPORTED,
                "The answer is a " + type
                        + " and not a matrix; ask query_range with start, end and step for a series.");
    }

    private void result(JsonParser json, UsageEntries entries) throws IOException, SourceException {
        Map<String, String> labels = new HashMap<>();
        List<Reading> early = new ArrayList<>();
        Target[] target = new Target[1];
        Json.fields(json, name -> {
            switch (name) {
                case "metric" -> {
                    labels.putAll(Json.texts(json));
                    target[0] = target(labels);
                }
                case "values" ->
                    Json.entries(json, () -> {
                        Reading reading = reading(json);
                        if (target[0] != null) {
                            entries.take(target[0].term(), target[0].resource(), reading);
                        } else if (early.size() < Reading.MOST) {
                            early.add(reading);
                        } else {
                            throw Json.tooLong(Reading.MOST);
                        }
                    });
                case "value" -> throw instant("vector");
                case "histograms" -> {
                    terms.note("Native histograms are left out; ask for a quantile of them.");
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        });
        if (!early.isEmpty()) {
            Target late = target(labels);
            for (Reading reading : early) {
                entries.take(late.term(), late.resource(), reading);
            }
        }
    }

    private record Target(UsageTerms.Term term, String resource) {}

    private static Reading reading(JsonParser json) throws IOException, SourceException {
        List<String> pair = json.currentToken() == JsonToken.START_ARRAY ? Json.list(json, 2) : List.of();
        if (pair.size() != 2) {
            json.skipChildren();
            return new Reading("", "");
        }
        return new Reading(pair.get(0), pair.get(1));
    }

    private Target target(Map<String, String> labels) throws SourceException {
        String named = labels.getOrDefault("__name__", "");
        String metric = !named.isEmpty()
                ? named
                : options.metric()
                        .orElseThrow(() -> notTold(
                                OpenQuestion.metric(),
                                "A result names no metric, as after rate() or a division; import it"
                                        + " with --metric cpu, memory, network, disk_io or another name."));
        if (named.endsWith("_total")) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    "The metric " + named + " is a counter that only grows; ask for rate(" + named
                            + "[5m]) and export again.");
        }
        String resource = resource(labels)
                .or(options::resource)
                .orElseThrow(() -> notTold(
                        OpenQuestion.resource(),
                        "A result of " + metric + " has none of the labels "
                                + String.join(", ", SERVERS)
                                + " or pod; keep one of them in the query, such as avg by (instance),"
                                + " or import it with --resource ID."));
        Optional<String> quantile = Optional.ofNullable(labels.get("quantile"))
                .filter("0.95"::equals)
                .map(_ -> "p95");
        UsageTerms.Term term =
                terms.resolve(new UsageTerms.Said(metric, quantile, Optional.empty(), OptionalLong.empty()));
        Map<String, String> other = taken.putIfAbsent(
                resource + "\n" + term.name() + "\n" + term.metric().statistic().code(), Map.copyOf(labels));
        if (other != null) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    "Two results are both about " + metric + " of " + resource + " and differ in "
                            + String.join(", ", differing(labels, other))
                            + "; sum or average over these labels in the query, such as avg by (instance).");
        }
        return new Target(term, resource);
    }

    /// The server that a result is about: `namespace/pod` for a pod, else the first of the labels that name one,
    /// without the port of the exporter.
    static Optional<String> resource(Map<String, String> labels) {
        String pod = labels.getOrDefault("pod", "");
        if (!pod.isEmpty()) {
            String namespace = labels.getOrDefault("namespace", "");
            return Optional.of(namespace.isEmpty() ? pod : namespace + "/" + pod);
        }
        return SERVERS.stream()
                .map(label -> labels.getOrDefault(label, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.replaceFirst(":\\d{1,5}$", ""));
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> two) {
        Set<String> labels = new TreeSet<>(one.keySet());
        labels.addAll(two.keySet());
        labels.removeIf(label -> one.getOrDefault(label, "").equals(two.getOrDefault(label, "")));
        return labels.isEmpty() ? Set.of("nothing") : labels;
    }

    private static SourceException notTold(OpenQuestion question, String sentence) {
        return SourceException.notTold(question, sentence);
    }
}
