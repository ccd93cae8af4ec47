package dev.headroom.app.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionsViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final ActionsViewModel model = new ActionsViewModel(parts.fleet(), parts.shell(), parts.formats());

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
    void theSetSaysWhatEachActionAddsAndHowFarItIsFromTheBest() {
        assertThat(model.page().stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.page().rows().rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(model.adds(row)).isLessThan(model.alone(row)));
        assertThat(model.page().figures())
                .extracting(figure -> figure.heading() + ": " + figure.meaning())
                .contains("No set saves more than: gap 0.43\u00a0%", "Effort: 1 restart");
    }

    @Test
    void whatWasLeftOutSaysWhyUnderTheNamesThatAreShown() {
        parts.shell().pseudonymsProperty().set(true);
        model.filterProperty().set(ActionFilter.LEFT);
        ActionRow row = model.page().rows().rows().getFirst();
        assertThat(row.reason()).contains("another action is chosen for " + row.name());
        assertThat(row.reason()).doesNotContain(row.action().resource());
        assertThat(model.details(row)).first().asString().startsWith("Left out");
    }

    @Test
    void anotherLimitIsKeptAfterChoosingAgain() throws InterruptedException {
        model.form().effortProperty().set("3");
        model.chooseAgain();
        parts.settle();
        assertThat(model.page().rows().rows())
                .singleElement()
                .extracting(ActionRow::kind)
                .isEqualTo("Stop");
        model.reset();
        parts.settle();
        assertThat(model.page().rows().rows()).hasSize(2);
    }

    @Test
    void aFieldThatCannotBeReadSaysSoAndNothingIsChosen() {
        model.form().effortProperty().set("much");
        assertThat(model.form().problemProperty().get())
                .hasValueSatisfying(text -> assertThat(text).contains("Effort (much) must be a number"));
        model.form().effortProperty().set("1.5");
        assertThat(model.form().problemProperty().get())
                .hasValueSatisfying(text -> assertThat(text).contains("whole number"));
        model.form().effortProperty().set("-1");
        assertThat(model.form().problemProperty().get()).isPresent();
        model.form().effortProperty().set("");
        assertThat(model.form().problemProperty().get()).isEmpty();
    }

    @Test
    void freezesAreAddedInTheirOrderAndTakenAway() {
        LimitsForm form = model.form();
        form.freeze(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 3));
        form.freeze(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25));
        form.freeze(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 20));
        assertThat(form.freezes())
                .extracting(freeze -> freeze.from().getMonthValue())
                .containsExactly(11, 12);
        assertThat(form.limits().freezes().getFirst().to()).isEqualTo(LocalDate.of(2026, 11, 26));
        form.thaw(form.freezes().getFirst());
        assertThat(form.freezes()).hasSize(1);
    }
}
