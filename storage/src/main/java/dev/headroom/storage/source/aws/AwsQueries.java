package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/// Asks Athena. A query is started, waited for with pauses, and stopped when nobody wants it any more.
public final class AwsQueries {
    /// Rows that Athena gives at once, at most.
    public static final int ROWS_PER_PAGE = 1_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final AthenaClient client;
    private final Asking asking;
    private final Pause pause;

    /// Lets time pass.
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    AwsQueries(AthenaClient client, Asking asking, Pause pause) {
        this.client = client;
        this.asking = asking;
        this.pause = pause;
    }

    /// Where a query runs.
    ///
    /// @param catalog empty for the Glue catalog of the account
    /// @param workgroup empty for `primary`
    /// @param output where the result is written; empty when the workgroup says it
    public record Setting(
            Optional<String> catalog, String database, Optional<String> workgroup, Optional<S3Address> output) {}

    /// A query that has succeeded.
    ///
    /// @param output the file with the result
    /// @param scanned bytes that were read for it
    public record Done(String id, Optional<S3Address> output, long scanned) {
        /// What it costs by the list price, in US dollars.
        public BigDecimal usd() {
            return CallPrice.of(AwsAction.QUERY_STATE.iam(), CallPrice.billed(scanned));
        }
    }

    /// Told while a query runs; can end it.
    public interface Watch {
        void waiting() throws InterruptedException;
    }

    /// Runs a query.
    ///
    /// @throws AwsFailureException when it cannot be started or does not succeed
    /// @throws InterruptedException when the watch says so; the query is then stopped
    public Done run(String sql, Setting setting, Watch watch) throws AwsFailureException, InterruptedException {
        String id = start(sql, setting);
        boolean ended = false;
        try {
            Done done = await(id, watch);
            ended = true;
            return done;
        } catch (AwsFailureException failure) {
            ended = failure.reason() == Reason.QUERY || failure.reason() == Reason.DENIED;
            throw failure;
        } finally {
            if (!ended) {
                stop(id);
            }
        }
    }

    private String start(String sql, Setting setting) throws AwsFailureException {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .queryString(sql)
                .queryExecutionContext(context -> context.database(setting.database())
                        .catalog(setting.catalog().orElse(null)));
        setting.workgroup().ifPresent(request::workGroup);
        setting.output().ifPresent(output -> request.resultConfiguration(where -> where.outputLocation(output + "/")));
        try {
            return asking.asked(AwsAction.QUERY.iam(), () -> client.startQueryExecution(request.build()))
                    .queryExecutionId();
        } catch (AwsFailureException failure) {
            if (failure.getCause() instanceof InvalidRequestException invalid) {
                throw notSucceeded(
                        "Athena does not take the query",
                        invalid.awsErrorDetails().errorMessage(),
                        failure);
            }
            throw failure;
        }
    }

    private Done await(String id, Watch watch) throws AwsFailureException, InterruptedException {
        Duration next = FIRST_PAUSE;
        while (true) {
            QueryExecution execution = asking.asked(
                            AwsAction.QUERY_STATE.iam(),
                            () -> client.getQueryExecution(ask -> ask.queryExecutionId(id)))
                    .queryExecution();
            switch (execution.status().state()) {
                case SUCCEEDED -> {
                    return done(execution);
                }
                case FAILED, CANCELLED ->
                    throw notSucceeded(
                            "The query did not succeed", execution.status().stateChangeReason(), null);
                case QUEUED, RUNNING, UNKNOWN_TO_SDK_VERSION -> {
                    watch.waiting();
                    pause.of(next);
                    next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
                }
            }
        }
    }

    private static Done done(QueryExecution execution) {
        Optional<String> output = Optional.ofNullable(execution.resultConfiguration())
                .flatMap(result -> Optional.ofNullable(result.outputLocation()));
        long scanned = Optional.ofNullable(execution.statistics())
                .map(QueryExecutionStatistics::dataScannedInBytes)
                .orElse(0L);
        return new Done(execution.queryExecutionId(), output.flatMap(AwsQueries::address), scanned);
    }

    private static Optional<S3Address> address(String location) {
        try {
            return Optional.of(S3Address.of(location));
        } catch (AwsFailureException elsewhere) {
            return Optional.empty();
        }
    }

    /// What Athena says of a query is about the query, so it may be shown.
    private static AwsFailureException notSucceeded(String what, @Nullable String told, @Nullable Throwable cause) {
        String why = told == null ? "no reason was given" : Printable.of(told);
        String lower = why.toLowerCase(Locale.ROOT);
        boolean denied = Stream.of("access denied", "insufficient permission", "not authorized", "accessdenied")
                .anyMatch(lower::contains);
        String advice = lower.contains("output location")
                ? "; say where results go, or name a workgroup that says it."
                : denied
                        ? "; allow Athena to read the files of the table and to write its results."
                        : "; check the table in Athena.";
        AwsFailureException failure =
                new AwsFailureException(denied ? Reason.DENIED : Reason.QUERY, what + " (" + why + ")" + advice);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    /// Nothing is told when that fails: the query ends by itself.
    private void stop(String id) {
        try {
            client.stopQueryExecution(ask -> ask.queryExecutionId(id));
        } catch (SdkException ignored) {
            // The reason why it is stopped is what matters.
        }
    }

    /// Takes the rows of a result.
    ///
    /// @param <X> what may go wrong with it
    public interface Rows<X extends Exception> {
        void take(List<String> row) throws X;
    }

    /// Gives the rows of a result page by page, the first with the names of the columns. A missing value is
    /// an empty text.
    public <X extends Exception> void rows(Done done, Rows<X> rows) throws AwsFailureException, X {
        String page = null;
        do {
            String next = page;
            GetQueryResultsResponse answer = asking.asked(
                    AwsAction.QUERY_RESULT.iam(),
                    () -> client.getQueryResults(ask -> ask.queryExecutionId(done.id())
                            .maxResults(ROWS_PER_PAGE)
                            .nextToken(next)));
            for (Row row : answer.resultSet().rows()) {
                rows.take(texts(row));
            }
            page = answer.nextToken();
        } while (page != null && !page.isEmpty());
    }

    private static List<String> texts(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(text -> text == null ? "" : text)
                .toList();
    }
}
