package dev.headroom.storage.pull;

import dev.headroom.storage.source.athena.TableName;
import dev.headroom.storage.source.aws.S3Address;
import java.util.List;
import java.util.Optional;

/// Where bills come from.
///
/// @param exports folders of exports in S3: CUR 2.0, FOCUS or legacy reports
/// @param tables the same in Athena, for those who may not read the files or want the sums only
public record CostSources(List<S3Address> exports, List<Table> tables) {
    public CostSources {
        exports = List.copyOf(exports);
        tables = List.copyOf(tables);
    }

    /// A table of Athena with how it is asked.
    ///
    /// @param region where Athena is; empty for the first region of the request
    /// @param workgroup empty for that of the account, `primary`
    /// @param output where results are written; empty when the workgroup says it
    public record Table(
            TableName name, Optional<String> region, Optional<String> workgroup, Optional<S3Address> output) {}
}
