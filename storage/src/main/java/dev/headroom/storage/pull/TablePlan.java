package dev.headroom.storage.pull;

import dev.headroom.storage.source.athena.BillQuery;
import dev.headroom.storage.source.athena.BillTable;
import dev.headroom.storage.source.athena.TableName;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.AwsQueries;
import dev.headroom.storage.source.aws.AwsTables;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.aws.TableColumn;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out which bill a table of Athena is, and what of it is to be asked for. The columns come from the
/// catalog, or from a query of it that scans nothing.
final class TablePlan {
    private static final Pattern MONTH = Pattern.compile(
            "(?i)(?:^|/)(?:billing_period=(\\d{4}-(?:0[1-9]|1[0-2]))|year=(\\d{4})/month=(0?[1-9]|1[0-2]))(?:/|$)");

    private final Workspace workspace;
    private final AwsConnection connection;
    private final String account;
    private final String region;

    TablePlan(Workspace workspace, AwsConnection connection, String account, String region) {
        this.workspace = workspace;
        this.connection = connection;
        this.account = account;
        this.region = region;
    }

    /// @throws AwsFailureException when the table cannot be asked, or is no bill
    PullPart part(CostSources.Table source, Place place, ExportPlan.BillMonths months, Instant now)
            throws AwsFailureException, InterruptedException {
        TableName name = source.name();
        AwsQueries queries = connection.queries(account, region);
        AwsQueries.Setting setting =
                new AwsQueries.Setting(name.catalog(), name.database(), source.workgroup(), source.output());
        AwsTables.Description description = described(name, queries, setting);
        BillTable table = BillTable.of(name, description.columns());
        String subjects = "athena|" + region + "|" + name + "|";
        List<YearMonth> open =
                AthenaPart.open(months, subjects, workspace.pulls().covers(place.name()));
        Map<YearMonth, Long> bytes = open.isEmpty() ? Map.of() : bytes(description.location());
        Path folder = DownloadFolder.of(workspace).resolve("athena");
        AwsObjects objects = connection.objects(account);
        return new AthenaPart(
                place,
                table,
                queries,
                setting,
                open,
                month -> bytes.getOrDefault(month, 0L),
                new BillResult(queries, new Download(objects, folder)),
                new AthenaPart.Kept(folder, workspace.pulls(), subjects, now));
    }

    private AwsTables.Description described(TableName name, AwsQueries queries, AwsQueries.Setting setting)
            throws AwsFailureException, InterruptedException {
        if (name.catalog().isPresent()) {
            return asked(name, queries, setting);
        }
        try {
            return connection.tables(account, region).describe(name.database(), name.table());
        } catch (AwsFailureException failure) {
            if (failure.reason() != Reason.DENIED) {
                throw failure;
            }
            return asked(name, queries, setting);
        }
    }

    private static AwsTables.Description asked(TableName name, AwsQueries queries, AwsQueries.Setting setting)
            throws AwsFailureException, InterruptedException {
        AwsQueries.Done done = queries.run(BillQuery.columnsOf(name), setting, () -> {});
        List<TableColumn> columns = new ArrayList<>();
        queries.<AwsFailureException>rows(done, row -> columns.add(new TableColumn(row.get(0), row.get(1))));
        if (columns.size() <= 1) {
            throw new AwsFailureException(
                    Reason.NOT_THERE,
                    "There is no table " + name + " that this login may see; check its name, the region and the"
                            + " rights.");
        }
        return new AwsTables.Description(columns.subList(1, columns.size()), Optional.empty());
    }

    /// What the files of each month have, where the folders say the month and the bucket may be listed.
    private Map<YearMonth, Long> bytes(Optional<S3Address> location) {
        Map<YearMonth, Long> bytes = new HashMap<>();
        if (location.isEmpty()) {
            return bytes;
        }
        try {
            for (AwsObjects.Stored file : connection.objects(account).list(location.get())) {
                Matcher month = MONTH.matcher(file.address().key());
                if (month.find()) {
                    bytes.merge(period(month), file.size(), Long::sum);
                }
            }
        } catch (AwsFailureException unknown) {
            // How much a query reads is then told only afterwards.
        }
        return bytes;
    }

    private static YearMonth period(Matcher month) {
        return month.group(1) == null
                ? YearMonth.of(Integer.parseInt(month.group(2)), Integer.parseInt(month.group(3)))
                : YearMonth.parse(month.group(1));
    }
}
