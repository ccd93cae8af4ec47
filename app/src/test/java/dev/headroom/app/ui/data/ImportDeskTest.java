package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.usecase.ImportQuestion;
import dev.headroom.app.usecase.ImportRequest;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportDeskTest {
    private final FakeSession session = FakeSession.filled();
    private final ViewModels parts = new ViewModels(session);
    private final ImportViewModel model =
            new ImportViewModel(session, parts.shell(), parts.runner(), parts.formats(), () -> {});

    @AfterEach
    void close() {
        parts.close();
    }

    private ImportDesk desk(String... files) throws InterruptedException {
        List<ImportDesk> desks = new ArrayList<>();
        model.preview(Arrays.stream(files).map(Path::of).toList(), desks::add);
        parts.settle();
        return desks.getFirst();
    }

    private static ImportQuestion asked(ImportDesk desk, int file) {
        return desk.items().get(file).asked().getFirst();
    }

    @Test
    void aFileThatLeavesSomethingOpenIsNotReadyUntilItIsAnswered() throws InterruptedException {
        ImportDesk desk = desk("allocation.csv", "usage.csv");
        assertThat(desk.ready()).isEqualTo(1);
        assertThat(desk.open()).isEqualTo(1);
        desk.answer(Path.of("allocation.csv"), asked(desk, 0), "EUR");
        assertThat(desk.items().getFirst().looking()).isTrue();
        assertThat(desk.ready()).isEqualTo(1);
        parts.settle();
        assertThat(desk.open()).isZero();
        assertThat(desk.ready()).isEqualTo(2);
        assertThat(asked(desk, 0).kind()).isEqualTo(ImportQuestion.Kind.CURRENCY);
    }

    @Test
    void filesThatAskTheSameGetTheSameAnswer() throws InterruptedException {
        ImportDesk desk = desk("allocation-1.csv", "allocation-2.csv");
        desk.answer(Path.of("allocation-1.csv"), asked(desk, 0), "EUR");
        parts.settle();
        assertThat(desk.ready()).isEqualTo(2);
        desk.answer(Path.of("allocation-2.csv"), asked(desk, 1), "USD");
        parts.settle();
        assertThat(desk.items().getFirst().answers().to(asked(desk, 0))).contains("EUR");
        assertThat(desk.items().getLast().answers().to(asked(desk, 0))).contains("USD");
    }

    @Test
    void whatIsNoAnswerIsSaidAndNothingIsLookedAt() throws InterruptedException {
        ImportDesk desk = desk("allocation.csv");
        int looked = session.previewed().size();
        desk.answer(Path.of("allocation.csv"), asked(desk, 0), "not a code!");
        parts.settle();
        assertThat(desk.items().getFirst().complaint()).contains("A currency is a code such as USD.");
        assertThat(session.previewed()).hasSize(looked);
    }

    @Test
    void anAssumptionCanBeReplacedAndStaysVisible() throws InterruptedException {
        ImportDesk desk = desk("readings.csv");
        assertThat(desk.ready()).isEqualTo(1);
        desk.answer(Path.of("readings.csv"), asked(desk, 0), "max");
        parts.settle();
        assertThat(desk.items().getFirst().answers().to(asked(desk, 0))).contains("max");
        assertThat(desk.ready()).isEqualTo(1);
    }

    @Test
    void whatIsSaidGoesWithTheFilesItIsSaidAbout() throws InterruptedException {
        ImportDesk desk = desk("allocation.csv", "usage.csv", "readings.csv", "photo.jpg");
        desk.answer(Path.of("allocation.csv"), asked(desk, 0), "eur");
        desk.answer(Path.of("readings.csv"), asked(desk, 2), "p95");
        parts.settle();
        model.importFiles(desk);
        parts.settle();
        assertThat(session.imported())
                .containsExactly(
                        List.of(Path.of("allocation.csv")),
                        List.of(Path.of("usage.csv")),
                        List.of(Path.of("readings.csv")));
        ImportRequest allocation = session.said().getFirst().request(List.of());
        assertThat(allocation.currency()).contains(new CurrencyCode("EUR"));
        assertThat(allocation.statistic()).isEmpty();
        assertThat(session.said().getLast().request(List.of()).statistic()).contains(Statistic.P95);
        assertThat(parts.shell().notices()).hasSize(1);
    }
}
