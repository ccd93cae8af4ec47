package dev.headroom.app.ui.clusters;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.format.LargestSum;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Asked;
import dev.headroom.app.ui.session.FleetAdvice;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.engine.consolidation.IdleClusters;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.consolidation.Underused;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Clusters: underused servers that are alike, and the proposals to let servers share machines. A proposal is shown
/// whole when one of its servers lies inside the scope.
public final class ClustersViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Asked<FleetAdvice.Sharing, FleetConsolidation> sharing;
    private final ChosenRows<ClusterRow> clusters =
            new ChosenRows<>(row -> row.cluster().name());
    private final AdvicePage<FleetConsolidation, SharingRow> page;

    public ClustersViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.sharing = fleet.advice().consolidation();
        this.page = new AdvicePage<>(sharing, SharingRow::key, fleet, shell, formats);
        page.follow(
                this::refresh,
                this::state,
                failure -> new PanelState.Failed("Servers could not be placed together", failure, page()::load));
    }

    /// Its rows are the proposals, the largest saving first.
    public AdvicePage<FleetConsolidation, SharingRow> page() {
        return page;
    }

    /// The groups, the one that uses least first.
    public ChosenRows<ClusterRow> clusters() {
        return clusters;
    }

    public ReadOnlyObjectProperty<FleetAdvice.Sharing> sharingProperty() {
        return sharing.questionProperty();
    }

    public void setPolicy(SizingPolicy policy) {
        sharing.ask(
                new FleetAdvice.Sharing(policy, sharing.questionProperty().get().mostServers()));
    }

    /// How many servers may share a machine.
    public void setMostServers(int most) {
        sharing.ask(new FleetAdvice.Sharing(sharing.questionProperty().get().policy(), most));
    }

    /// Under which name a server is shown.
    public String name(Underused server) {
        return fleet.namesProperty().get().resource(server.server().id());
    }

    private PanelState state(FleetConsolidation known) {
        if (known.servers() == 0) {
            return PanelState.Empty.plain(
                    "fth-check-circle",
                    "No server is underused",
                    "Underused is a server whose processor is used below 40 % on average and none of whose resources is at"
                            + " risk.");
        }
        return clusters.rows().isEmpty()
                ? ScopeStates.nothing("fth-server", "underused server", shell)
                : new PanelState.Ready();
    }

    private boolean inside(Underused server) {
        return fleet.isInside(server.server().id());
    }

    private void refresh() {
        page.known().ifPresent(this::show);
    }

    private void show(FleetConsolidation known) {
        List<ClusterRow> alike = known.clusters().stream()
                .map(cluster -> new IdleClusters.Cluster(
                        cluster.name(),
                        cluster.words(),
                        cluster.members().stream().filter(this::inside).toList()))
                .filter(cluster -> !cluster.members().isEmpty())
                .map(ClusterRow::new)
                .toList();
        List<SharingRow> places = known.groups().stream()
                .filter(group -> members(group).anyMatch(this::inside))
                .map(group -> new SharingRow(group, place(group), page.standing(DecisionSubjects.of(group))))
                .filter(row -> page.takes(row.standing()))
                .toList();
        clusters.show(alike);
        int servers = alike.stream().mapToInt(ClusterRow::servers).sum();
        int moved = places.stream().mapToInt(SharingRow::servers).sum();
        int machines = places.stream().mapToInt(SharingRow::machines).sum();
        String answer = moved == 0
                ? "%s underused servers; sharing machines saves nothing".formatted(formats.count(servers))
                : "%s underused servers, %s of them fit on %s machines"
                        .formatted(formats.count(servers), formats.count(moved), formats.count(machines));
        page.show(
                places,
                answer,
                List.of(
                        money(
                                "Can be saved a month",
                                LargestSum.of(places.stream().map(SharingRow::saving)),
                                Tone.GOOD,
                                "at list prices"),
                        money(
                                "At most",
                                LargestSum.of(places.stream().map(SharingRow::most)),
                                Tone.NEUTRAL,
                                "no placement saves more"),
                        new FigureStrip.Figure(
                                "Underused servers",
                                formats.count(servers),
                                Tone.NEUTRAL,
                                "in %d groups that are alike".formatted(alike.size())),
                        new FigureStrip.Figure(
                                "Servers to move",
                                formats.count(moved),
                                Tone.NEUTRAL,
                                "to " + formats.count(machines) + " machines")));
    }

    private FigureStrip.Figure money(String heading, Optional<Money> money, Tone tone, String meaning) {
        return new FigureStrip.Figure(
                heading,
                money.map(known -> formats.money(known, 0)).orElse(Formats.UNKNOWN),
                money.isEmpty() ? Tone.NEUTRAL : tone,
                meaning);
    }

    private static Stream<Underused> members(FleetConsolidation.Group group) {
        return group.plan().machines().stream().flatMap(machine -> machine.servers().stream());
    }

    /// What the servers have in common, such as `prod-eu, eu-west-1, test`.
    private String place(FleetConsolidation.Group group) {
        Server one = members(group).findFirst().orElseThrow().server();
        return Stream.of(fleet.namesProperty().get().account(one.account()), one.region(), one.environment())
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    /// Such as `61 % CPU and 48 % memory on its highest day`.
    public String peak(Packing.Machine machine) {
        return "%s CPU and %s memory on its highest day"
                .formatted(
                        formats.percent(machine.cpuPeakPercent(), 0), formats.percent(machine.memoryPeakPercent(), 0));
    }
}
