package dev.headroom.storage.source;

import java.util.Arrays;
import java.util.Optional;

/// Which kind of bill a charge was told by. Two kinds can tell the same charges, so that a new version of a bill
/// replaces only versions of its own kind, and of the kinds that tell the same bill only one family counts.
///
/// Families stand in the order in which they are preferred: those that know more kinds of cost first.
///
/// The exports of actual and of amortised cost of Azure are two views of the same charges. Their rows are divided
/// into those that both have ([#AZURE]) and those that only one has, so that each charge is kept once, billed cost
/// comes from the one and effective cost from the other, in whatever order they arrive.
public enum BillDataset {
    FOCUS("focus", "focus"),
    CUR_2_0("cur-2.0", "cur-2.0"),
    CUR_LEGACY("cur-legacy", "cur-legacy"),
    /// What no commitment touches: the same in the exports of actual and of amortised cost.
    AZURE("azure", "azure"),
    /// Purchases and refunds of commitments, which only the export of actual cost has.
    AZURE_ACTUAL("azure-actual", "azure"),
    /// Usage under a commitment as the export of actual cost tells it: at a cost of 0, its effective cost unknown.
    AZURE_COVERED("azure-covered", "azure"),
    /// Usage under a commitment and its unused rest, as the export of amortised cost tells them.
    AZURE_AMORTISED("azure-amortised", "azure"),
    /// Both exports together, as earlier formats of the workspace kept them.
    AZURE_MIXED("azure-mixed", "azure"),
    AZURE_USAGE("azure-usage", "azure-usage"),
    GCP("gcp", "gcp"),
    GCP_COST_TABLE("gcp-cost-table", "gcp-cost-table"),
    OCI("oci", "oci"),
    ALIBABA("alibaba", "alibaba"),
    COST_TABLE("cost-table", "cost-table"),
    /// What Cost Explorer of AWS tells by day, service and account: the same charges as any bill, with less of each.
    COST_EXPLORER("cost-explorer", "cost-explorer"),
    /// Cost that is allocated to workloads; it divides what a provider bills and never competes with it.
    OPENCOST("opencost", "opencost"),
    UNKNOWN("", "");

    private final String code;
    private final String family;

    BillDataset(String code, String family) {
        this.code = code;
        this.family = family;
    }

    /// The name in output and on disk, such as `azure-actual`.
    public String code() {
        return code;
    }

    /// The kinds that complete each other, such as `azure`.
    public String family() {
        return family;
    }

    /// True when its charges are on no invoice, so that their billed cost is 0.
    public boolean isView() {
        return this == AZURE_COVERED || this == AZURE_AMORTISED;
    }

    public boolean isAzureExport() {
        return family.equals(AZURE.family);
    }

    public static Optional<BillDataset> ofCode(String code) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.code.equals(code))
                .findFirst();
    }

    /// The kind of the charges of a format whose files are all of one kind.
    public static BillDataset of(SourceFormat format) {
        return switch (format) {
            case FOCUS_1_0, FOCUS_1_1, FOCUS_1_2 -> FOCUS;
            case CUR_LEGACY -> CUR_LEGACY;
            case CUR_2_0 -> CUR_2_0;
            case AZURE -> AZURE;
            case GCP -> GCP;
            case OCI -> OCI;
            case ALIBABA -> ALIBABA;
            case OPENCOST -> OPENCOST;
            case COST_TABLE -> COST_TABLE;
            case COST_EXPLORER -> COST_EXPLORER;
            case UTILIZATION, INVENTORY, RATES, UNKNOWN -> UNKNOWN;
        };
    }
}
