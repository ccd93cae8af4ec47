package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What of the bills is not kept yet.
final class CostPlan {
    private static final String BILLING = "billing";

    private final Workspace workspace;
    private final AwsConnection connection;
    private final String account;
    private final String region;
    private final Instant now;
    private final ExportPlan.BillMonths months;
    private final Place place;

    /// @param region of tables that name none
    CostPlan(Workspace workspace, AwsConnection connection, String account, String region, Instant since, Instant now) {
        this.region = region;
        this.now = now;
        this.workspace = workspace;
        this.connection = connection;
        this.account = account;
        months = new ExportPlan.BillMonths(
                YearMonth.from(since.atZone(ZoneOffset.UTC)), YearMonth.from(now.atZone(ZoneOffset.UTC)));
        place = new Place(account, BILLING);
    }

    /// Takes what cannot be pulled.
    interface Missing {
        void add(AwsFailureException why, Place place) throws AwsFailureException;
    }

    List<PullPart> parts(CostSources sources, Missing missing) throws AwsFailureException, InterruptedException {
        List<PullPart> parts = new ArrayList<>();
        for (S3Address export : sources.exports()) {
            try {
                parts.add(export(export, missing));
            } catch (AwsFailureException failure) {
                missing.add(failure, place);
            }
        }
        for (CostSources.Table source : sources.tables()) {
            try {
                parts.add(new TablePlan(
                                workspace, connection, account, source.region().orElse(region))
                        .part(source, place, months, now));
            } catch (AwsFailureException failure) {
                missing.add(failure, place);
            }
        }
        return parts;
    }

    private PullPart export(S3Address export, Missing missing) throws AwsFailureException {
        AwsObjects objects = connection.objects(account);
        Download download = new Download(objects, DownloadFolder.of(workspace).resolve("s3"));
        List<ExportMonth> open = new ExportPlan(connection.exports(account), objects, download, months)
                .open(export, workspace.pulls().covers(place.name()), why -> missing.add(why, place));
        return new ExportPart(
                place,
                export,
                open,
                download,
                workspace.pulls(),
                workspace.isEncrypted() ? ExportPart.Afterwards.REMOVED : ExportPart.Afterwards.KEPT);
    }
}
