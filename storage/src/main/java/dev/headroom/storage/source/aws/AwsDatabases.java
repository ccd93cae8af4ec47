package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.util.EnumMap;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

/// Reads the databases of Amazon RDS of one account and region.
///
/// The id is the resource name (ARN), as on bills. Storage of Aurora belongs to the cluster and not to the
/// instance, which says 1 GiB whatever it holds; it is left out.
final class AwsDatabases {
    private static final int PAGE = 100;
    private static final String CLUSTERED = "aurora";

    private final RdsClient rds;
    private final AwsEntries entries;
    private final Asking asking;

    AwsDatabases(RdsClient rds, AwsEntries entries, Asking asking) {
        this.rds = rds;
        this.entries = entries;
        this.asking = asking;
    }

    List<Asset> read() throws AwsFailureException {
        return asking.asked(
                AwsAction.DATABASES.iam(),
                () -> rds.describeDBInstancesPaginator(ask -> ask.maxRecords(PAGE)).dbInstances().stream()
                        .map(this::database)
                        .toList());
    }

    private Asset database(DBInstance told) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        AwsEntries.put(facts, AssetFact.ENGINE, told.engine());
        AwsEntries.put(facts, AssetFact.STATE, told.dbInstanceStatus());
        AwsEntries.put(facts, AssetFact.MULTI_AZ, told.multiAZ());
        AwsEntries.put(facts, AssetFact.CREATED, told.instanceCreateTime());
        if (told.engine() == null || !told.engine().startsWith(CLUSTERED)) {
            AwsEntries.put(facts, AssetFact.SIZE_GIB, told.allocatedStorage());
            AwsEntries.put(facts, AssetFact.STORAGE_TYPE, told.storageType());
            AwsEntries.put(facts, AssetFact.IOPS, told.iops());
            AwsEntries.put(facts, AssetFact.THROUGHPUT_MIBPS, told.storageThroughput());
        }
        String id = told.dbInstanceArn() == null ? told.dbInstanceIdentifier() : told.dbInstanceArn();
        return entries.asset(
                id,
                AssetKind.DATABASE,
                told.dbInstanceIdentifier(),
                told.dbInstanceClass(),
                facts,
                AwsEntries.tags(told.tagList(), Tag::key, Tag::value));
    }
}
