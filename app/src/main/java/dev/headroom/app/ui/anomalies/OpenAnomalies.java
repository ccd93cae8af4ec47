package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.anomaly.Urgency;
import java.util.List;

/// The anomalies inside the scope, under the names that are shown.
public final class OpenAnomalies {
    private OpenAnomalies() {}

    /// Those that are open and at least of medium urgency, the most urgent first.
    public static List<AnomalyRow> of(FleetModel fleet, FleetAnomalies all, Formats formats) {
        return inside(fleet, all, formats).stream()
                .filter(row ->
                        row.standing().isOpen() && row.anomaly().urgency().compareTo(Urgency.MEDIUM) >= 0)
                .sorted(AnomalyOrder.URGENCY.comparator())
                .toList();
    }

    /// Wherever they stand, the latest first.
    static List<AnomalyRow> inside(FleetModel fleet, FleetAnomalies all, Formats formats) {
        AnomalyWords words = new AnomalyWords(formats, fleet.namesProperty().get());
        return all.found().stream()
                .filter(anomaly -> isInside(fleet, anomaly))
                .map(anomaly -> words.row(anomaly, all.standing(anomaly)))
                .toList();
    }

    private static boolean isInside(FleetModel fleet, FoundAnomaly anomaly) {
        Scope scope = fleet.scopeProperty().get();
        if (scope.isAll()) {
            return true;
        }
        return switch (anomaly.subject()) {
            case AnomalySubject.Metric metric -> fleet.isInside(metric.series().resource());
            case AnomalySubject.Cost cost ->
                scope.resource().isEmpty()
                        && (scope.account().isEmpty() || scope.account().equals(cost.account()))
                        && switch (scope.slice()) {
                            case Scope.Slice.All _ -> true;
                            case Scope.Slice.Service(String name) -> name.equals(cost.service());
                            case Scope.Slice.Tag _ -> false;
                        };
        };
    }
}
