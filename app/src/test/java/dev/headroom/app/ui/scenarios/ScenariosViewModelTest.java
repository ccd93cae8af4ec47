package dev.headroom.app.ui.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import dev.headroom.engine.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosViewModelTest {
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    private static ScenariosViewModel opened(ViewModels window) throws InterruptedException {
        window.fleet().load();
        ScenariosViewModel model =
                new ScenariosViewModel(window.fleet(), window.shell(), window.runner(), window.formats());
        window.settle();
        return model;
    }

    private static Event growth(double percent) {
        return Event.of("", EventScope.ALL, MARCH, new Change.Growth(percent, Change.Pace.ONCE, LoadReach.USUAL));
    }

    private static ScenarioFace face(ScenariosViewModel model) {
        return Objects.requireNonNull(model.faceProperty().get());
    }

    private static DifferenceRow row(List<DifferenceRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutEventsScenarioAndBaselineAreTheSame() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
            assertThat(model.standing()).isEqualTo("New");
            assertThat(face(model).loadRows())
                    .allSatisfy(row -> assertThat(row.scenario()).isEqualTo(row.baseline()));
            assertThat(row(face(model).costRows(), "All 182 days").difference()).isEqualTo("$0");
        }
    }

    @Test
    void anAddedEventChangesLoadAndCostAndTheAnswer() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.add(growth(30));
            window.settle();
            assertThat(row(face(model).loadRows(), "Probability, 182").tone()).isEqualTo(Tone.BAD);
            assertThat(row(face(model).costRows(), "March 2027").difference()).startsWith("+$");
            assertThat(row(face(model).costRows(), "December 2026").difference())
                    .isEqualTo("$0");
            assertThat(model.answerProperty().get())
                    .contains("passes its limit within 182 days with")
                    .contains("; cost +$");
            assertThat(model.standing()).isEqualTo("Not saved");
        }
    }

    @Test
    void editsAreUndoneAndDoneAgain() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.add(growth(30));
            model.move(0, 7);
            model.toggle(0);
            model.resize(0, MARCH.plusMonths(2));
            Event event = model.scenarioProperty().get().events().getFirst();
            assertThat(event.from()).isEqualTo(MARCH.plusDays(7));
            assertThat(event.isOn()).isFalse();
            assertThat(event.until()).contains(MARCH.plusMonths(2));
            model.history().undo();
            model.history().undo();
            model.history().undo();
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
            model.history().undo();
            assertThat(model.scenarioProperty().get().events()).isEmpty();
            model.history().redo();
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
            window.settle();
            assertThat(face(model).outcome().scenario().events()).containsExactly(growth(30));
        }
    }

    @Test
    void theLastOfSeveralQuickChangesIsShown() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            List<Integer> shown = new ArrayList<>();
            model.faceProperty()
                    .addListener((source, before, now) -> shown.add(Objects.requireNonNull(now)
                            .outcome()
                            .scenario()
                            .events()
                            .size()));
            for (int i = 0; i < 5; i++) {
                model.add(growth(i));
            }
            window.settle();
            assertThat(shown).endsWith(5);
            assertThat(face(model).outcome().scenario().events()).hasSize(5);
        }
    }

    @Test
    void theChosenServerAndMetricAreThoseOfTheWindow() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            window.shell().selectionProperty().set("we-eu-01");
            window.settle();
            assertThat(face(model).subject()).isEqualTo("we-eu-01, CPU");
        }
    }

    @Test
    void theScopeOfTheWindowIsWhatIsLookedAt() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            window.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount("prod-eu"));
            window.settle();
            GroundRequest last = window.session().grounds().getLast();
            assertThat(last.view().account()).isEqualTo("prod-eu");
            assertThat(last.reach()).isEqualTo(GroundRequest.Reach.VIEW);
            model.add(Event.of("", EventScope.ALL, MARCH, new Change.Migration(50, Optional.empty(), LoadReach.USUAL)));
            window.settle();
            assertThat(window.session().grounds().getLast().reach()).isEqualTo(GroundRequest.Reach.FLEET);
        }
    }

    @Test
    void aChangeOfAnEventPreparesNothingAnew() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            int before = window.session().grounds().size();
            model.add(growth(10));
            model.move(0, 1);
            window.settle();
            assertThat(window.session().grounds()).hasSize(before);
        }
    }

    @Test
    void eachSaveIsAVersionThatCanBeOpenedAndCompared() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.rename("Spring launch");
            model.add(growth(30));
            model.save(failure -> {
                throw new AssertionError(failure.message());
            });
            window.settle();
            assertThat(model.standing()).isEqualTo("Saved, version 1");
            Scenario first = model.keptProperty().get().getFirst().scenario();
            assertThat(first.provenance().orElseThrow().baseline()).isEqualTo("invented");
            model.replace(0, growth(10), "changing an event");
            assertThat(model.standing()).isEqualTo("Edited, not saved");
            model.compare(Optional.of(first));
            window.settle();
            assertThat(row(face(model).loadRows(), "Peak p95").other())
                    .isNotEmpty()
                    .isNotEqualTo(row(face(model).loadRows(), "Peak p95").scenario());
            model.open(first);
            window.settle();
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
            assertThat(model.standing()).isEqualTo("Saved, version 1");
            model.duplicate();
            assertThat(model.scenarioProperty().get().name()).isEqualTo("Spring launch, copy");
            assertThat(model.standing()).isEqualTo("Not saved");
        }
    }

    @Test
    void aScenarioGoesToAFileAndComesBack(@TempDir Path folder) throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.rename("Spring launch");
            model.add(growth(30));
            Path file = folder.resolve("spring.json");
            model.document().to(file, "");
            model.begin();
            model.openFile(file, failure -> {
                throw new AssertionError(failure.message());
            });
            window.settle();
            assertThat(model.scenarioProperty().get().name()).isEqualTo("Spring launch");
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
            assertThat(model.standing()).isEqualTo("Not saved");
            model.history().undo();
            assertThat(model.scenarioProperty().get().events()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoScenarioChangesNothing(@TempDir Path folder) throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.add(growth(30));
            List<String> codes = new ArrayList<>();
            model.openFile(
                    Files.writeString(folder.resolve("shopping.json"), "[1]"), failure -> codes.add(failure.code()));
            window.settle();
            assertThat(codes).containsExactly("HR-3281");
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
        }
    }

    @Test
    void theEventsOfAnotherScenarioCanBeAdded() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.rename("Spring");
            model.add(growth(30));
            model.stack(Scenario.named("Summer").with(List.of(growth(10))));
            assertThat(model.scenarioProperty().get().name()).isEqualTo("Spring");
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30), growth(10));
            model.history().undo();
            assertThat(model.scenarioProperty().get().events()).containsExactly(growth(30));
        }
    }

    @Test
    void theFirstDayMovesAndTheEndStays() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.add(growth(30).at(MARCH, Optional.of(MARCH.plusMonths(1))));
            model.start(0, MARCH.plusDays(5));
            assertThat(model.scenarioProperty().get().events().getFirst().from())
                    .isEqualTo(MARCH.plusDays(5));
            assertThat(model.scenarioProperty().get().events().getFirst().until())
                    .contains(MARCH.plusMonths(1));
            model.start(0, MARCH.plusMonths(2));
            assertThat(model.scenarioProperty().get().events().getFirst().from())
                    .as("not behind its end")
                    .isEqualTo(MARCH.plusDays(5));
        }
    }

    @Test
    void aFailureSaysItsCodeAndIsRetried() throws Exception {
        FakeSession session = FakeSession.filled();
        try (ViewModels window = new ViewModels(session)) {
            window.fleet().load();
            window.settle();
            session.refuse(true);
            ScenariosViewModel model =
                    new ScenariosViewModel(window.fleet(), window.shell(), window.runner(), window.formats());
            window.settle();
            PanelState.Failed failed = (PanelState.Failed) model.stateProperty().get();
            assertThat(failed.failure().code()).isEqualTo("HR-4242");
            session.refuse(false);
            failed.again().run();
            window.settle();
            assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        }
    }

    @Test
    void theTableIsThatOfTheCommandLine(@TempDir Path folder) throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            model.add(growth(30));
            window.settle();
            Path file = folder.resolve("scenario.csv");
            model.sheet().to(file, "");
            assertThat(Files.readAllLines(file).getFirst()).startsWith("scenario,subject,metric,figure,unit,baseline");
        }
    }

    @Test
    void hostNamesAreNotShownUnderPseudonyms() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            window.shell().pseudonymsProperty().set(true);
            assertThat(model.place(EventScope.resource("we-eu-01"))).isNotEqualTo("we-eu-01");
            assertThat(model.place(EventScope.account("prod-eu"))).isNotEqualTo("prod-eu");
        }
    }

    @Test
    void everyKindOfNewEventCanBeTypedAsItIs() throws Exception {
        try (ViewModels window = new ViewModels(FakeSession.filled())) {
            ScenariosViewModel model = opened(window);
            for (NewEvents kind : NewEvents.values()) {
                Event made = model.draft(kind);
                EventDraft draft = EventDraft.of(made);
                assertThat(draft.event(draft.fields(), draft.scope(), draft.to()))
                        .isEqualTo(made);
            }
            Event launch = model.draft(NewEvents.LAUNCH);
            var fields = EventDraft.of(launch).fields();
            fields.put("points", "a lot");
            Assertions.assertThatThrownBy(() -> EventDraft.of(launch).event(fields, launch.scope(), Optional.empty()))
                    .hasMessageContaining("points (\"a lot\") must be a number");
        }
    }
}
