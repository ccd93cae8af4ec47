package dev.headroom.app.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClustersViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final ClustersViewModel model = new ClustersViewModel(parts.fleet(), parts.shell(), parts.formats());

    @BeforeEach
    void load() throws InterruptedException {
        parts.fleet().load();
        model.page().want();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void groupsAndProposalsStandWithTheirBound() {
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.clusters().rows().stream()
                        .mapToInt(ClusterRow::servers)
                        .sum())
                .isEqualTo(12);
        assertThat(model.page().rows().rows()).singleElement().satisfies(row -> {
            assertThat(row.servers()).isEqualTo(12);
            assertThat(row.machines()).isLessThan(12);
            assertThat(row.saving()).isLessThanOrEqualTo(row.most());
        });
        assertThat(model.page().answerProperty().get()).startsWith("12 underused servers, 12 of them fit on");
    }

    @Test
    void fewerServersAMachineNeedMoreMachines() throws InterruptedException {
        int before = model.page().rows().rows().getFirst().machines();
        model.setMostServers(2);
        parts.settle();
        assertThat(model.page().rows().rows().getFirst().machines()).isGreaterThan(before);
    }

    @Test
    void serversAndAccountsKeepToPseudonyms() {
        var server = model.clusters().rows().getFirst().cluster().members().getFirst();
        String real = model.name(server);
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.name(server)).isNotEqualTo(real);
        assertThat(model.page().rows().rows().getFirst().place()).doesNotContain("prod-");
    }
}
