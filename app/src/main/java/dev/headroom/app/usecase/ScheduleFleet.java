package dev.headroom.app.usecase;

import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.schedule.OffHours;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds for every server of a workspace the hours of the week in which it can be off.
public final class ScheduleFleet {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Map<Years, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    public ScheduleFleet(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    public FleetSchedules run(ScheduleRequest request, Progress progress) throws UseCaseException {
        List<Input> inputs = read(request);
        List<ScheduleAdvice> advice = new ArrayList<>();
        Parallel.forEach(inputs, input -> advise(input, request), advice::add, "Finding off-hours", progress);
        return FleetSchedules.of(
                request,
                PriceBasis.of(
                        shapes, advice.stream().map(ScheduleAdvice::server).toList()),
                advice);
    }

    private record Input(
            Server server, Optional<TimeSeries> cpu, Optional<TimeSeries> network, CommitmentCover cover) {}

    private record Years(String country, int first, int last) {}

    private List<Input> read(ScheduleRequest request) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            Map<String, CommitmentCover> covers = CommitmentCovers.byResource(workspace, Optional.empty());
            List<Input> inputs = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Server server = entry.server();
                boolean looked = request.covers(server);
                inputs.add(new Input(
                        server,
                        looked ? hourly(fleet, server, ResourceKind.CPU) : Optional.empty(),
                        looked ? hourly(fleet, server, ResourceKind.NETWORK) : Optional.empty(),
                        covers.getOrDefault(server.id(), CommitmentCover.unknown())));
            }
            if (inputs.isEmpty()) {
                throw ListServers.none();
            }
            return inputs;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Optional<TimeSeries> hourly(FleetSeries fleet, Server server, ResourceKind kind) {
        return fleet.hourly(server.id(), kind).map(FleetSeries.Daily::series);
    }

    private ScheduleAdvice advise(Input input, ScheduleRequest request) {
        Server server = input.server();
        Optional<Money> month = server.instanceType()
                .flatMap(type -> shapes.find(type, server.region()))
                .flatMap(InstanceShape::onDemandMonth);
        return request.covers(server)
                ? OffHours.advise(
                        server,
                        input.cpu(),
                        input.network(),
                        request.zone().orElseGet(() -> RegionPlace.zone(server.region())),
                        input.cpu().map(series -> holidays(server, series)).orElse(Set.of()),
                        month,
                        input.cover(),
                        request.policy())
                : OffHours.production(server, month);
    }

    /// The public holidays of the server's country; none where the country is not known.
    private Set<LocalDate> holidays(Server server, TimeSeries series) {
        ZoneId utc = ZoneOffset.UTC;
        int first = LocalDate.ofInstant(series.grid().start(), utc).getYear();
        int last = LocalDate.ofInstant(series.grid().end(), utc).getYear();
        return RegionPlace.country(server.region())
                .map(country -> holidays.computeIfAbsent(
                        new Years(country, first, last),
                        years -> Holidays.of(country).between(first, last).keySet()))
                .orElse(Set.of());
    }
}
