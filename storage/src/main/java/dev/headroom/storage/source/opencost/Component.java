package dev.headroom.storage.source.opencost;

import java.util.Optional;

/// What the cost of a workload consists of.
enum Component {
    CPU("CPU", "cpuCost", "cpuCoreHours", "core-hours"),
    RAM("RAM", "ramCost", "ramByteHours", "byte-hours"),
    GPU("GPU", "gpuCost", "gpuHours", "GPU-hours"),
    STORAGE("Persistent volumes", "pvCost", "pvByteHours", "byte-hours"),
    NETWORK("Network", "networkCost", "", ""),
    LOAD_BALANCER("Load balancers", "loadBalancerCost", "", ""),
    /// Cost of other workloads that is shared out to this one.
    SHARED("Shared", "sharedCost", "", ""),
    /// Cost outside of the cluster that is assigned to the workload.
    EXTERNAL("External", "externalCost", "", ""),
    /// What is in the total and in no component of the file.
    OTHER("Other", "", "", "");

    private final String label;
    private final String field;
    private final String quantityField;
    private final String unit;

    Component(String label, String field, String quantityField, String unit) {
        this.label = label;
        this.field = field;
        this.quantityField = quantityField;
        this.unit = unit;
    }

    /// The usage type of its charges.
    String label() {
        return label;
    }

    /// The field of its cost; empty when none says it.
    String field() {
        return field;
    }

    /// The field of a later correction of its cost, such as `cpuCostAdjustment`.
    String adjustmentField() {
        return field + "Adjustment";
    }

    Optional<String> quantityField() {
        return Optional.of(quantityField).filter(name -> !name.isEmpty());
    }

    String unit() {
        return unit;
    }
}
