package dev.headroom.storage.source.cloudwatch;

import java.util.Map;
import java.util.Optional;

/// The units of metrics as the documentation of AWS states them, for answers that do not: `get-metric-data` names no
/// unit. Only EC2, EBS on EC2 and the CloudWatch agent; a metric of another name has to be told.
final class DocumentedUnits {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("CPUUtilization", "Percent"),
            Map.entry("NetworkIn", "Bytes"),
            Map.entry("NetworkOut", "Bytes"),
            Map.entry("NetworkPacketsIn", "Count"),
            Map.entry("NetworkPacketsOut", "Count"),
            Map.entry("DiskReadBytes", "Bytes"),
            Map.entry("DiskWriteBytes", "Bytes"),
            Map.entry("DiskReadOps", "Count"),
            Map.entry("DiskWriteOps", "Count"),
            Map.entry("EBSReadBytes", "Bytes"),
            Map.entry("EBSWriteBytes", "Bytes"),
            Map.entry("EBSReadOps", "Count"),
            Map.entry("EBSWriteOps", "Count"),
            Map.entry("CPUCreditBalance", "Count"),
            Map.entry("CPUCreditUsage", "Count"),
            Map.entry("mem_used_percent", "Percent"),
            Map.entry("MemoryUtilization", "Percent"),
            Map.entry("disk_used_percent", "Percent"));

    private DocumentedUnits() {}

    static Optional<String> of(String metric) {
        return Optional.ofNullable(UNITS.get(metric));
    }
}
