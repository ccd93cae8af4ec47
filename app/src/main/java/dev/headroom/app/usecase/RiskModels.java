package dev.headroom.app.usecase;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.quantity.ResourceKind;

/// The models behind decisions: of the daily p95 of a resource, as it was promoted or else chosen automatically, fitted
/// once for everybody who asks.
final class RiskModels {
    private final OpenWorkspace workspace;

    RiskModels(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// The forecast that decisions look at: as far as the longest horizon of risk.
    static ForecastRequest request(String server, ResourceKind kind) {
        return ForecastRequest.dailyP95(server, kind, ForecastSeries.RISK_HORIZONS.getLast());
    }

    FitOutcome fit(ForecastRequest request, FleetSeries.Daily readings) {
        ForecastRequest used = workspace.models().applied(request);
        return workspace.fits().fit(readings.series(), used.spec(), used.seed());
    }

    /// Why a resource has no model; empty when it has one.
    static String why(FitOutcome outcome) {
        return switch (outcome) {
            case FitOutcome.Fitted fitted -> "";
            case FitOutcome.TooShort few -> "only " + few.observations() + " observations";
            case FitOutcome.Constant constant -> "constant at " + constant.value();
            case FitOutcome.NotConverged failed -> failed.reason();
        };
    }
}
