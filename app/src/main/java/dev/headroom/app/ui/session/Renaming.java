package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.rightsizing.Recommendation;
import java.util.List;

/// Results with the servers under the names that are shown.
final class Renaming {
    private Renaming() {}

    static List<Server> servers(List<Server> servers, Names names) {
        return servers.stream().map(names::of).toList();
    }

    static FleetRisk risk(FleetRisk risk, Names names) {
        return new FleetRisk(
                risk.asOf(),
                risk.limitPercent(),
                risk.risks().stream().map(cell -> risk(cell, names)).toList(),
                risk.unknown());
    }

    private static ServerRisk risk(ServerRisk risk, Names names) {
        return new ServerRisk(
                names.of(risk.server()),
                risk.kind(),
                risk.limit(),
                risk.asOf(),
                risk.currentPercent(),
                risk.remainingPercent(),
                risk.risks(),
                risk.riskClass());
    }

    static FleetRightsizing rightsizing(FleetRightsizing result, Names names) {
        return new FleetRightsizing(
                result.policy(),
                result.prices(),
                result.recommendations().stream()
                        .map(recommendation -> recommendation(recommendation, names))
                        .toList(),
                result.decisions(),
                result.savings());
    }

    private static Recommendation recommendation(Recommendation recommendation, Names names) {
        Server server = names.of(recommendation.server());
        return switch (recommendation) {
            case Recommendation.Keep keep -> new Recommendation.Keep(server, keep.shape(), keep.evidence());
            case Recommendation.Resize resize ->
                new Recommendation.Resize(
                        server,
                        resize.present(),
                        resize.chosen(),
                        resize.shortages(),
                        resize.estimate(),
                        resize.evidence());
            case Recommendation.Stop stop ->
                new Recommendation.Stop(server, stop.shape(), stop.estimate(), stop.evidence());
            case Recommendation.Undecided undecided ->
                new Recommendation.Undecided(server, undecided.from(), undecided.cause(), undecided.reason());
        };
    }
}
