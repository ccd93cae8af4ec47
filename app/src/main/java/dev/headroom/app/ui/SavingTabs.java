package dev.headroom.app.ui;

import dev.headroom.app.ui.actions.ActionsTab;
import dev.headroom.app.ui.actions.ActionsViewModel;
import dev.headroom.app.ui.clusters.ClustersTab;
import dev.headroom.app.ui.clusters.ClustersViewModel;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.offhours.OffHoursTab;
import dev.headroom.app.ui.offhours.OffHoursViewModel;
import dev.headroom.app.ui.others.OthersTab;
import dev.headroom.app.ui.others.OthersViewModel;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.provider.SizesTab;
import dev.headroom.app.ui.provider.SizesViewModel;
import dev.headroom.app.ui.rightsizing.ResizeTab;
import dev.headroom.app.ui.rightsizing.RightsizingViewModel;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.ui.waste.WasteTab;
import dev.headroom.app.ui.waste.WasteViewModel;
import java.util.List;

/// The pages of the Rightsizing panel, in their order.
final class SavingTabs {
    private SavingTabs() {}

    /// @param connectAws opens the dialog that pulls from AWS
    static List<PanelTab.Source> of(
            FleetModel fleet, ShellViewModel shell, Formats formats, ModalHost modal, Runnable connectAws) {
        return List.of(
                new PanelTab.Source(
                        "Resize",
                        "The cheapest type that fits each server",
                        () -> new ResizeTab(new RightsizingViewModel(fleet, shell, formats), shell, modal)),
                new PanelTab.Source(
                        "Off hours",
                        "When servers can be off, week after week",
                        () -> new OffHoursTab(new OffHoursViewModel(fleet, shell, formats), shell, modal)),
                new PanelTab.Source(
                        "Idle and waste",
                        "What is paid for and not used",
                        () -> new WasteTab(new WasteViewModel(fleet, shell, formats), modal)),
                new PanelTab.Source(
                        "Other resources",
                        "Volumes, databases, functions and what else is no server",
                        () -> new OthersTab(new OthersViewModel(fleet, shell, formats), modal)),
                new PanelTab.Source(
                        "Clusters",
                        "Servers that use little, and on how few machines they would fit",
                        () -> new ClustersTab(new ClustersViewModel(fleet, shell, formats), shell, modal)),
                new PanelTab.Source(
                        "Best set",
                        "Which actions together save most under limits",
                        () -> new ActionsTab(new ActionsViewModel(fleet, shell, formats), shell, modal)),
                new PanelTab.Source(
                        "AWS says",
                        "The sizes that AWS itself advises, beside ours",
                        () -> new SizesTab(new SizesViewModel(fleet, shell, formats, connectAws), shell)));
    }
}
