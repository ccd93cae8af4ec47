package dev.headroom.app.ui.clusters;

import dev.headroom.engine.consolidation.IdleClusters;

/// Servers that are alike, as a line of the table.
public record ClusterRow(IdleClusters.Cluster cluster) {
    public int servers() {
        return cluster.members().size();
    }

    /// The mean processor use of its servers in percent.
    public double cpu() {
        return cluster.members().stream()
                .mapToDouble(member -> member.meanCpuPercent())
                .average()
                .orElse(Double.NaN);
    }
}
