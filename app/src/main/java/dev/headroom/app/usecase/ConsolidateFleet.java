package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.RiskClass;
import dev.headroom.engine.consolidation.IdleClusters;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.consolidation.Underused;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Groups the underused servers of a workspace by what they are like, and proposes on how few machines they would fit
/// together.
///
/// Underused is a server whose processor is of the class underutilised ([AssessRisk]) and none of whose resources is of
/// the class high or very high. Only servers of one provider, account, region, environment, architecture and currency
/// share machines, and no machine is larger than the largest one that they have.
public final class ConsolidateFleet {
    private static final int DAYS = 90;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public ConsolidateFleet(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @param mostServers on one machine; positive
    public FleetConsolidation run(SizingPolicy policy, int mostServers, Progress progress) throws UseCaseException {
        FleetRisk risk = new AssessRisk(workspace, shapes).run(ForecastRequest.DEFAULT_LIMIT_PERCENT, progress);
        List<Underused> servers = underused(risk);
        List<FleetConsolidation.Group> groups = new ArrayList<>();
        for (Map.Entry<Place, List<Underused>> entry : places(servers).entrySet()) {
            group(entry.getKey(), entry.getValue(), policy, mostServers).ifPresent(groups::add);
        }
        groups.sort(Comparator.comparing(FleetConsolidation.Group::saving).reversed());
        return new FleetConsolidation(
                policy, risk.asOf(), DAYS, IdleClusters.of(servers, ForecastRequest.DEFAULT_SEED), groups);
    }

    private Optional<FleetConsolidation.Group> group(
            Place place, List<Underused> servers, SizingPolicy policy, int mostServers) {
        List<InstanceShape> types = shapes.currentGeneration(place.architecture(), place.region()).stream()
                .filter(type -> !type.burstable() && noLarger(type, servers))
                .filter(type -> type.onDemandMonth()
                        .filter(month -> month.currency().equals(place.currency()))
                        .isPresent())
                .toList();
        if (servers.size() < 2 || types.isEmpty()) {
            return Optional.empty();
        }
        Money now = servers.stream()
                .map(server -> server.shape().onDemandMonth().orElseThrow())
                .reduce(Money::plus)
                .orElseThrow();
        return Packing.of(servers, types, policy, mostServers)
                .filter(plan ->
                        plan.month().compareTo(now) < 0 && plan.machines().size() < servers.size())
                .map(plan -> new FleetConsolidation.Group(place.words(), now, plan));
    }

    /// No machine is larger than the largest that the servers have now, so that none becomes a single point of failure
    /// of a new size.
    private static boolean noLarger(InstanceShape type, List<Underused> servers) {
        return type.vcpu()
                        <= servers.stream()
                                .mapToDouble(server -> server.shape().vcpu())
                                .max()
                                .orElse(0)
                && type.memoryGib()
                        <= servers.stream()
                                .mapToDouble(server -> server.shape().memoryGib())
                                .max()
                                .orElse(0);
    }

    private List<Underused> underused(FleetRisk risk) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            Map<String, Server> servers = new LinkedHashMap<>();
            Set<String> low = new LinkedHashSet<>();
            Set<String> pressed = new LinkedHashSet<>();
            for (ServerRisk one : risk.risks()) {
                servers.put(one.server().id(), one.server());
                if (one.riskClass() == RiskClass.HIGH || one.riskClass() == RiskClass.VERY_HIGH) {
                    pressed.add(one.server().id());
                } else if (one.kind() == ResourceKind.CPU && one.riskClass() == RiskClass.UNDERUTILISED) {
                    low.add(one.server().id());
                }
            }
            low.removeAll(pressed);
            Instant from = risk.asOf().truncatedTo(ChronoUnit.DAYS).minus(DAYS - 1L, ChronoUnit.DAYS);
            List<Underused> result = new ArrayList<>();
            for (String id : low) {
                member(fleet, Objects.requireNonNull(servers.get(id)), from, risk.asOf())
                        .ifPresent(result::add);
            }
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Empty for a server without a priced type, or without readings up to the end.
    private Optional<Underused> member(FleetSeries fleet, Server server, Instant from, Instant asOf) {
        Optional<InstanceShape> shape = server.instanceType()
                .flatMap(type -> shapes.find(type, server.region()))
                .filter(known -> known.onDemandMonth().isPresent());
        Map<ResourceKind, TimeSeries> daily = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            fleet.daily(server.id(), kind, Statistic.P95)
                    .map(found -> FleetSeries.from(found.series(), from))
                    .filter(series ->
                            series.length() > 0 && !series.grid().end().isBefore(asOf.truncatedTo(ChronoUnit.DAYS)))
                    .filter(series -> series.missing() < series.length())
                    .ifPresent(series -> daily.put(kind, series));
        }
        if (shape.isEmpty() || !daily.containsKey(ResourceKind.CPU)) {
            return Optional.empty();
        }
        TimeSeries mean = fleet.daily(server.id(), ResourceKind.CPU, Statistic.MEAN)
                .map(found -> FleetSeries.from(found.series(), from))
                .filter(series -> series.missing() < series.length())
                .orElse(daily.get(ResourceKind.CPU));
        double sum = 0;
        for (double value : mean.values()) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return Optional.of(new Underused(server, shape.get(), daily, sum / (mean.length() - mean.missing())));
    }

    private Map<Place, List<Underused>> places(List<Underused> servers) {
        Map<Place, List<Underused>> places = new TreeMap<>(Comparator.comparing(Place::words));
        for (Underused server : servers) {
            places.computeIfAbsent(Place.of(server), place -> new ArrayList<>()).add(server);
        }
        return places;
    }

    /// What servers must share before they can share a machine.
    private record Place(
            String provider,
            String account,
            String region,
            String environment,
            String architecture,
            CurrencyCode currency) {
        static Place of(Underused member) {
            Server server = member.server();
            return new Place(
                    server.provider(),
                    server.account(),
                    server.region(),
                    server.environment(),
                    member.shape().architecture(),
                    member.shape().onDemandMonth().orElseThrow().currency());
        }

        String words() {
            return String.join(" / ", provider, account, region, environment, architecture, currency.value());
        }
    }
}
