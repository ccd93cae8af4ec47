package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The version of the model of the shown series, and training it from the window.
class VersionModelTest {
    private final FakeSession session = FakeSession.filled();
    private final ViewModels parts = new ViewModels(session);
    private final ForecastViewModel panel =
            new ForecastViewModel(parts.fleet(), parts.shell(), parts.runner(), parts.formats());
    private final VersionModel model = panel.version();

    @AfterEach
    void close() {
        parts.close();
    }

    private VersionWords words() {
        return model.wordsProperty().get().known().orElseThrow();
    }

    private void open() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
    }

    @Test
    void withoutAVersionTheAutomaticModelIsNamedAndAFirstOneIsTrained() throws InterruptedException {
        open();
        assertThat(words().title()).isEqualTo("No version yet");
        assertThat(words().verdict()).isEmpty();
        assertThat(words().action()).isEqualTo("Train a version");
        model.train();
        assertThat(model.trainingProperty().get()).isTrue();
        assertThat(model.refusalProperty().get()).startsWith("Scoring the model");
        parts.settle();
        assertThat(model.trainingProperty().get()).isFalse();
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(model.noteProperty().get())
                .isEqualTo("Version 1 is in use now. The same model as in use, on newer data.");
        assertThat(words().title()).isEqualTo("Version 1, Combination");
    }

    @Test
    void aDriftedVersionSaysWhy() throws InterruptedException {
        session.trained(1);
        open();
        assertThat(words().tone()).isEqualTo(Tone.BAD);
        assertThat(words().trained()).isEqualTo("Trained 21 Oct 2026 on data to 20 Oct 2026");
        assertThat(words().metrics()).isEqualTo("MASE 0.74, RMSE 2.31, 80\u00a0% band 79\u00a0% over 5 origins");
        assertThat(words().reason()).contains("too low by 6.4");
        model.train();
        parts.settle();
        assertThat(words().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void aPastViewCannotBeTrainedAndSaysWhy() throws InterruptedException {
        session.trained(1);
        open();
        panel.past().choose(LocalDate.of(2026, 11, 1));
        parts.settle();
        assertThat(model.refusalProperty().get()).isEqualTo("Return to the last observation to train.");
        model.train();
        assertThat(model.trainingProperty().get()).isFalse();
        assertThat(parts.runner().running()).isEmpty();
    }

    @Test
    void aFailureIsToldAndTheButtonWorksAgain() throws InterruptedException {
        open();
        session.refuse(true);
        model.train();
        parts.settle();
        assertThat(model.noteProperty().get()).startsWith("The model could not be trained: The disk is full");
        assertThat(model.refusalProperty().get()).isEmpty();
    }

    @Test
    void anotherSeriesStartsWithoutTheNoteOfTheLastOne() throws InterruptedException {
        open();
        model.train();
        parts.settle();
        assertThat(model.noteProperty().get()).isNotEmpty();
        panel.metricProperty().set(ResourceKind.MEMORY);
        parts.settle();
        assertThat(model.noteProperty().get()).isEmpty();
    }
}
