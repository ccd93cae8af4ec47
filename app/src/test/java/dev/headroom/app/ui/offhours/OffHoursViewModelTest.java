package dev.headroom.app.ui.offhours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffHoursViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final OffHoursViewModel model = new OffHoursViewModel(parts.fleet(), parts.shell(), parts.formats());

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
    void serversThatSleepAtNightAreListedWithTheirHoursAndSaving() {
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.page().rows().rows()).hasSize(10).allSatisfy(row -> {
            assertThat(row.hours()).isEqualTo(93);
            assertThat(row.gross().isPresent())
                    .as("prices are shipped for one region")
                    .isEqualTo(row.advice().server().region().equals("us-east-1"));
            assertThat(row.when()).contains("20:00");
        });
        assertThat(model.page().answerProperty().get())
                .startsWith("10 servers can be off")
                .contains("a month");
    }

    @Test
    void theOtherServersSayWhyTheyStayOn() {
        model.filterProperty().set(OffFilter.ON);
        assertThat(model.page().rows().rows())
                .extracting(OffRow::when)
                .contains("Of production", "No regular hours")
                .hasSize(30);
        assertThat(model.week(model.page().rows().rows().getFirst())).isEmpty();
    }

    @Test
    void theWeekAndTheChangesAreThoseOfTheChosenServers() {
        OffRow row =
                Objects.requireNonNull(model.page().rows().selectedProperty().get());
        assertThat(model.week(row)).isPresent();
        assertThat(model.cron())
                .startsWith("CRON_TZ=UTC")
                .contains("0 20 * * 1-5")
                .contains("stop-instances --instance-ids " + row.id());
        assertThat(model.tags()).startsWith(row.id() + ",maid_offhours,off=").endsWith("\n");
        model.page().rows().choose(model.page().rows().rows().subList(0, 3));
        assertThat(model.tags().lines()).hasSize(3);
    }

    @Test
    void productionIsLookedAtWhenAsked() throws InterruptedException {
        model.lookAtProduction(true);
        assertThat(model.page().stateProperty().get())
                .as("the last result stays")
                .isInstanceOf(PanelState.Ready.class);
        parts.settle();
        model.filterProperty().set(OffFilter.ON);
        assertThat(model.page().rows().rows()).extracting(OffRow::when).doesNotContain("Of production");
    }

    @Test
    void aDecisionTakesAServerOffTheOpenListAndAnUndoBringsItBack() throws InterruptedException {
        OffRow first = model.page().rows().rows().getFirst();
        model.page().desk().decide(List.of(first), new Decision.Dismiss("Night tests"));
        parts.settle();
        assertThat(model.page().rows().rows()).hasSize(9).extracting(OffRow::id).doesNotContain(first.id());
        assertThat(model.page().answerProperty().get()).startsWith("9 servers can be off");
        assertThat(parts.session().decided().getLast().kind()).isEqualTo(AdviceKind.SCHEDULE);
        model.page().statusProperty().set(StatusFilter.DISMISSED);
        assertThat(model.page().rows().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.standing().why()).contains("Night tests"));
        model.page().statusProperty().set(StatusFilter.OPEN);
        model.page().desk().undo();
        parts.settle();
        assertThat(model.page().rows().rows()).hasSize(10);
        assertThat(parts.session().decided()).hasSize(2);
    }

    @Test
    void pseudonymsAndTheScopeHold() throws InterruptedException {
        String real = model.page().rows().rows().getFirst().name();
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.page().rows().rows()).extracting(OffRow::name).doesNotContain(real);
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount("nobody"));
        parts.settle();
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Empty.class);
    }
}
