package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/// What the Glue catalog says of tables.
public final class AwsTables {
    private final GlueClient client;
    private final Asking asking;

    AwsTables(GlueClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /// A table.
    ///
    /// @param columns those of its partitions included
    /// @param location where its files lie; empty for a view
    public record Description(List<TableColumn> columns, Optional<S3Address> location) {}

    /// @throws AwsFailureException also when there is no such table
    public Description describe(String database, String table) throws AwsFailureException {
        try {
            Table found = asking.asked(
                    AwsAction.TABLE.iam(),
                    () -> client.getTable(ask -> ask.databaseName(database).name(table))
                            .table());
            Optional<StorageDescriptor> storage = Optional.ofNullable(found.storageDescriptor());
            List<TableColumn> columns = Stream.concat(
                            storage.map(StorageDescriptor::columns).stream().flatMap(List::stream),
                            found.partitionKeys().stream())
                    .map(AwsTables::column)
                    .toList();
            return new Description(columns, storage.flatMap(AwsTables::location));
        } catch (AwsFailureException failure) {
            if (failure.getCause() instanceof EntityNotFoundException) {
                throw new AwsFailureException(
                        Reason.NOT_THERE,
                        "There is no table " + database + "." + table
                                + " in the catalog of this account and region; check its name and the region.",
                        failure);
            }
            throw failure;
        }
    }

    private static TableColumn column(Column column) {
        return new TableColumn(column.name(), column.type() == null ? "string" : column.type());
    }

    private static Optional<S3Address> location(StorageDescriptor storage) {
        if (storage.location() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(S3Address.of(storage.location()));
        } catch (AwsFailureException elsewhere) {
            return Optional.empty();
        }
    }
}
