package dev.headroom.app.usecase;

import java.util.List;

/// Everything the demo found out.
public record DemoResult(
        WorkspaceSummary workspace,
        ImportReport imported,
        List<CheckQuality.Judged> quality,
        ForecastFile.Report forecasts,
        FleetRisk risk,
        FleetRightsizing rightsizing,
        AssetAdvice others,
        FleetAnomalies anomalies,
        List<CostOutlook> cost,
        List<CostSplit> costByAccount) {
    public DemoResult {
        quality = List.copyOf(quality);
        cost = List.copyOf(cost);
        costByAccount = List.copyOf(costByAccount);
    }
}
