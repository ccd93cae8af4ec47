package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.scenario.Baseline;
import dev.headroom.engine.scenario.BaselineFigures;
import dev.headroom.engine.scenario.ScopeMembers;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What scenarios of one view are computed on: made once, used for every change.
///
/// @param servers those of the loads, by id
/// @param histories the daily p95 so far in percent of the capacity, by load
/// @param costHistory the daily cost so far; empty when there are no bills
/// @param left what could not be looked at, and why
public record ScenarioGround(
        GroundRequest request,
        BaselineFigures figures,
        ScopeMembers members,
        Map<String, Server> servers,
        Map<LoadKey, TimeSeries> histories,
        Optional<TimeSeries> costHistory,
        List<String> left) {
    public ScenarioGround {
        servers = Map.copyOf(servers);
        histories = Map.copyOf(histories);
        left = List.copyOf(left);
    }

    /// One resource of one server.
    public record LoadKey(String resource, ResourceKind kind) {}

    public Baseline baseline() {
        return figures.baseline();
    }

    /// True when a server is in the view, and not only there because load could come from it or go to it.
    public boolean isShown(String resource) {
        return members.server(request.view(), resource);
    }
}
