package dev.headroom.storage.source.cloudwatch;

import com.fasterxml.jackson.core.JsonParser;
import dev.headroom.storage.ErrorCode;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Reads the output of `aws cloudwatch get-metric-data`. What a result is about is told by the query with its Id,
/// where the queries are given or lie beside the answer ([MetricQuery#of]), else by its Label and Id
/// ([ResultName]). One result is in memory at a time. Incomplete results and messages are noted.
public final class MetricDataReader implements DocumentReader {
    private final Path file;
    private final ImportOptions options;
    private final UsageTerms terms;
    private Set<String> notes = new LinkedHashSet<>();

    public MetricDataReader(Path file, ImportOptions options) {
        this.file = file;
        this.options = options;
        terms = new UsageTerms(options);
    }

    public static boolean recognises(DocumentOutline outline) {
        return outline.has("MetricDataResults");
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.UTILIZATION;
    }

    @Override
    public List<String> recognised() {
        return List.of("Id", "Label", "Timestamps", "Values", "StatusCode", "Messages");
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void read(JsonParser json, DocumentSink sink) throws IOException, SourceException {
        Map<String, MetricQuery> queries = MetricQuery.of(file, options);
        UsageEntries entries = new UsageEntries(terms, sink);
        json.nextToken();
        Json.fields(json, name -> {
            switch (name) {
                case "MetricDataResults" -> Json.entries(json, () -> take(result(json), queries, entries));
                case "Messages" -> messages(json, "");
                case "NextToken" -> {
                    if (!Json.text(json).isEmpty()) {
                        terms.note("The answer has a NextToken: CloudWatch has more pages that are not in this file.");
                    }
                }
                default -> json.skipChildren();
            }
        });
        entries.finish();
        notes = terms.finish();
    }

    private record Result(String id, String label, String status, List<String> times, List<String> values) {
        String name() {
            return label.isEmpty() ? id : label;
        }
    }

    private Result result(JsonParser json) throws IOException, SourceException {
        String[] said = {"", "", ""};
        List<String> times = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Json.fields(json, name -> {
            switch (name) {
                case "Id" -> said[0] = Json.text(json);
                case "Label" -> said[1] = Json.text(json);
                case "StatusCode" -> said[2] = Json.text(json);
                case "Timestamps" -> times.addAll(Json.list(json, Reading.MOST));
                case "Values" -> values.addAll(Json.list(json, Reading.MOST));
                case "Messages" -> messages(json, " of " + (said[1].isEmpty() ? said[0] : said[1]));
                default -> json.skipChildren();
            }
        });
        return new Result(said[0], said[1], said[2], times, values);
    }

    private void messages(JsonParser json, String about) throws IOException, SourceException {
        Json.entries(json, () -> {
            Map<String, String> message = Json.texts(json);
            terms.note("CloudWatch says" + about + ": " + message.getOrDefault("Code", "") + " "
                    + message.getOrDefault("Value", ""));
        });
    }

    private void take(Result result, Map<String, MetricQuery> queries, UsageEntries entries) throws SourceException {
        if (result.times().size() != result.values().size()) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_JSON,
                    "The result " + result.name() + " has " + result.times().size() + " Timestamps and "
                            + result.values().size() + " Values; fetch it again.");
        }
        switch (result.status()) {
            case "", "Complete" -> {}
            case "PartialData" ->
                terms.note(result.name() + " is PartialData: CloudWatch has more values of it than this file.");
            default ->
                terms.note(result.name() + " ended with " + result.status() + "; what it has of values is kept.");
        }
        if (result.times().isEmpty()) {
            terms.note(result.name() + " has no values in the time that was asked for.");
            return;
        }
        Optional<MetricQuery> query = Optional.ofNullable(queries.get(result.id()))
                .filter(q -> !q.metric().isEmpty());
        ResultName name = ResultName.of(result.name(), result.id());
        String metric = query.map(MetricQuery::metric).orElse(name.metric());
        Optional<String> statistic = query.map(MetricQuery::statistic).or(name::statistic);
        if (statistic.isPresent() && MetricName.statistic(statistic.get()).isEmpty()) {
            terms.note(result.name() + " is left out: the statistic " + statistic.get()
                    + " is not kept; mean, p95, max, min, sum and last are.");
            return;
        }
        String resource = query.flatMap(MetricQuery::resource)
                .or(name::resource)
                .or(options::resource)
                .orElseThrow(() -> SourceException.notTold(
                        OpenQuestion.resource(),
                        "The result " + result.name() + " does not say which server it is about; import it with"
                                + " --queries QUERIES.json, the file of --metric-data-queries, or with --resource ID,"
                                + " or label the results \"ID METRIC STATISTIC\"."));
        OptionalLong period = query.filter(q -> q.period() > 0)
                .map(q -> OptionalLong.of(q.period()))
                .orElseGet(() -> Periods.of(result.times()));
        UsageTerms.Term term = terms.resolve(new UsageTerms.Said(
                metric,
                statistic,
                query.map(MetricQuery::unit).filter(unit -> !unit.isEmpty()).or(() -> DocumentedUnits.of(metric)),
                period));
        for (int i = 0; i < result.times().size(); i++) {
            entries.take(
                    term,
                    resource,
                    new Reading(result.times().get(i), result.values().get(i)));
        }
    }
}
