package dev.headroom.storage.pull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.source.athena.LocalAthena;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionResponse;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.GetTableRequest;
import software.amazon.awssdk.services.glue.model.GetTableResponse;

/// Athena and the Glue catalog of the loopback server. Queries really run, on tables of a local database,
/// and their results are written to the bucket `results`. Limits are those of the documentation: 1,000 rows
/// a page.
final class LoopbackAthena implements AutoCloseable {
    static final String RESULTS = "results";
    static final long SCANNED = 123_456_789;

    private final LocalAthena database = new LocalAthena();
    private final LoopbackAws aws;
    private final Path folder;
    private final List<StartQueryExecutionRequest> started = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private Optional<String> location = Optional.empty();
    private QueryExecutionState state = QueryExecutionState.SUCCEEDED;
    private String reason = "";

    LoopbackAthena(LoopbackAws aws, Path folder) throws Exception {
        this.aws = aws;
        this.folder = folder;
        aws.on("athena", "StartQueryExecution", StartQueryExecutionRequest::builder, this::start)
                .on("athena", "GetQueryExecution", GetQueryExecutionRequest::builder, this::execution)
                .on("athena", "GetQueryResults", GetQueryResultsRequest::builder, this::results)
                .on("athena", "StopQueryExecution", StopQueryExecutionRequest::builder, this::stop)
                .on("glue", "GetTable", GetTableRequest::builder, this::table);
    }

    LocalAthena database() {
        return database;
    }

    List<StartQueryExecutionRequest> started() {
        return started;
    }

    List<String> stopped() {
        return stopped;
    }

    /// Where the files of tables lie.
    void located(String address) {
        location = Optional.of(address);
    }

    /// What becomes of queries from now on.
    void ending(QueryExecutionState how, String why) {
        state = how;
        reason = why;
    }

    private Path file(String id) {
        return folder.resolve(id + ".csv");
    }

    private SdkPojo start(StartQueryExecutionRequest request, Call call) throws Fault {
        started.add(request);
        String id = "q-" + started.size();
        try {
            Path file = database.csv(request.queryString(), file(id));
            aws.buckets().put(RESULTS, "athena/" + id + ".csv", Files.readAllBytes(file));
        } catch (SQLException | IOException wrong) {
            throw new Fault(400, "InvalidRequestException", "the statement is wrong");
        }
        return StartQueryExecutionResponse.builder().queryExecutionId(id).build();
    }

    private SdkPojo execution(GetQueryExecutionRequest request, Call call) {
        return GetQueryExecutionResponse.builder()
                .queryExecution(query -> query.queryExecutionId(request.queryExecutionId())
                        .status(status -> status.state(state).stateChangeReason(reason))
                        .statistics(statistics -> statistics.dataScannedInBytes(SCANNED))
                        .resultConfiguration(where -> where.outputLocation(
                                "s3://" + RESULTS + "/athena/" + request.queryExecutionId() + ".csv")))
                .build();
    }

    private SdkPojo results(GetQueryResultsRequest request, Call call) throws Fault {
        if (request.maxResults() > 1_000) {
            throw new Fault(400, "InvalidRequestException", "MaxResults is more than maximum allowed length 1000");
        }
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file(request.queryExecutionId()))) {
            csv.forEach(record -> rows.add(Row.builder()
                    .data(record.getFields().stream()
                            .map(text -> Datum.builder()
                                    .varCharValue(text.isEmpty() ? null : text)
                                    .build())
                            .toList())
                    .build()));
        } catch (IOException unreadable) {
            throw new Fault(400, "InvalidRequestException", "no such query");
        }
        int first = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int end = Math.min(rows.size(), first + request.maxResults());
        return GetQueryResultsResponse.builder()
                .resultSet(set -> set.rows(rows.subList(first, end)))
                .nextToken(end < rows.size() ? String.valueOf(end) : null)
                .build();
    }

    private SdkPojo stop(StopQueryExecutionRequest request, Call call) {
        stopped.add(request.queryExecutionId());
        return StopQueryExecutionResponse.builder().build();
    }

    private SdkPojo table(GetTableRequest request, Call call) throws Fault {
        try {
            List<Column> columns = database.columns(request.name()).stream()
                    .map(column -> Column.builder()
                            .name(column.name())
                            .type(column.type())
                            .build())
                    .toList();
            if (columns.isEmpty()) {
                throw new Fault(400, "EntityNotFoundException", "Entity Not Found");
            }
            return GetTableResponse.builder()
                    .table(table -> table.name(request.name())
                            .storageDescriptor(
                                    storage -> storage.columns(columns).location(location.orElse(null))))
                    .build();
        } catch (SQLException wrong) {
            throw new Fault(400, "InvalidInputException", "wrong");
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
