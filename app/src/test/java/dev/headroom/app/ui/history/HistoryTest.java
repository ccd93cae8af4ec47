package dev.headroom.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();
    private final List<Integer> values = new ArrayList<>(List.of(0));

    private Change set(int value) {
        int before = values.getLast();
        return Change.atOnce("value " + value, () -> values.add(value), () -> values.add(before));
    }

    @Test
    void changesAreUndoneInReverseAndDoneAgain() {
        history.make(set(1));
        history.make(set(2));
        assertThat(history.undoableProperty().get().map(Change::name)).contains("value 2");
        history.undo();
        history.undo();
        assertThat(values.getLast()).isZero();
        assertThat(history.undoableProperty().get()).isEmpty();
        assertThat(history.redoableProperty().get().map(Change::name)).contains("value 1");
        history.undo();
        history.redo();
        history.redo();
        assertThat(values).containsExactly(0, 1, 2, 1, 0, 1, 2);
        assertThat(history.redoableProperty().get()).isEmpty();
    }

    @Test
    void aNewChangeEndsWhatCouldBeDoneAgain() {
        history.make(set(1));
        history.undo();
        history.make(set(5));
        history.redo();
        assertThat(values.getLast()).isEqualTo(5);
        history.undo();
        assertThat(values.getLast()).isZero();
    }

    @Test
    void whatIsAskedForWhileAStepRunsWaitsForIt() {
        List<Consumer<Change.Outcome>> running = new ArrayList<>();
        history.make(new Change(() -> "slow", running::add, running::add));
        assertThat(history.busyProperty().get()).isTrue();
        history.make(set(1));
        history.undo();
        assertThat(values).as("nothing overtakes the running step").containsExactly(0);
        running.getFirst().accept(Change.Outcome.DONE);
        assertThat(values).containsExactly(0, 1, 0);
        assertThat(history.busyProperty().get()).isFalse();
        assertThat(history.undoableProperty().get().map(Change::name)).contains("slow");
        assertThat(history.redoableProperty().get().map(Change::name)).contains("value 1");
    }

    @Test
    void onlyTheLastChangeIsTakenBackByItself() {
        Change first = set(1);
        history.make(first);
        history.make(set(2));
        history.undoIfLast(first);
        assertThat(values.getLast()).isEqualTo(2);
        history.undo();
        history.undoIfLast(first);
        assertThat(values.getLast()).isZero();
    }

    @Test
    void aFailedStepLeavesTheHistoryAsItWas() {
        history.make(new Change(
                () -> "stubborn",
                over -> over.accept(Change.Outcome.DONE),
                over -> over.accept(Change.Outcome.FAILED)));
        history.undo();
        assertThat(history.undoableProperty().get().map(Change::name)).contains("stubborn");
        assertThat(history.redoableProperty().get()).isEmpty();
        history.make(new Change(() -> "refused", over -> over.accept(Change.Outcome.FAILED), over -> {}));
        assertThat(history.undoableProperty().get().map(Change::name)).contains("stubborn");
    }
}
