package dev.headroom.storage.source;

import java.util.Arrays;
import java.util.Optional;

/// The formats that files are recognised as, by their content.
public enum SourceFormat {
    FOCUS_1_0("focus-1.0"),
    FOCUS_1_1("focus-1.1"),
    FOCUS_1_2("focus-1.2"),
    CUR_LEGACY("cur-legacy"),
    CUR_2_0("cur-2.0"),
    AZURE("azure"),
    GCP("gcp"),
    OCI("oci"),
    ALIBABA("alibaba"),
    /// Cost that OpenCost or Kubecost allocated to workloads.
    OPENCOST("opencost"),
    /// A plain table of cost by day.
    COST_TABLE("cost-table"),
    /// The answers of Cost Explorer of AWS.
    COST_EXPLORER("cost-explorer"),
    UTILIZATION("utilization"),
    INVENTORY("inventory"),
    /// Currency rates by day.
    RATES("rates"),
    /// The file was refused before its format was known.
    UNKNOWN("unknown");

    private final String code;

    SourceFormat(String code) {
        this.code = code;
    }

    /// The name in machine-readable output, such as `focus-1.0`.
    public String code() {
        return code;
    }

    public static Optional<SourceFormat> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }
}
