package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.engine.series.Sufficiency;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryVerdictTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final ForecastViewModel model =
            new ForecastViewModel(parts.fleet(), parts.shell(), parts.runner(), parts.formats());

    @AfterEach
    void close() {
        parts.close();
    }

    private Sufficiency verdict() {
        return model.history().property().get().orElseThrow();
    }

    @Test
    void nothingIsSaidBeforeAnythingIsKnown() {
        assertThat(model.history().property().get()).isEmpty();
    }

    @Test
    void withoutAForecastTheJudgementOfTheSeriesCounts() throws InterruptedException {
        parts.session().refuseForecasts();
        parts.fleet().load();
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Failed.class);
        assertThat(verdict().sentence()).isEqualTo("Enough history: 200 observations for 90 steps ahead.");
    }

    @Test
    void withAForecastItsOwnHistoryAndHorizonCount() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        int days = parts.fleet()
                .summary()
                .dataTo()
                .map(last -> Span.DAYS_90.days(last, ZoneOffset.UTC))
                .orElseThrow();
        assertThat(verdict().sentence()).isEqualTo("Enough history: 700 observations for " + days + " steps ahead.");
        model.spanProperty().set(Span.MONTHS_12);
        parts.settle();
        assertThat(verdict().verdict()).isEqualTo(Sufficiency.Verdict.ENOUGH);
        assertThat(verdict().needed()).isBetween(364, 366);
    }

    @Test
    void aShortHistoryIsWeakForALongHorizon() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        model.spanProperty().set(Span.MONTHS_12);
        LocalDate early =
                InventedFleet.AS_OF.atZone(ZoneOffset.UTC).toLocalDate().minusDays(600);
        model.past().choose(early);
        parts.settle();
        assertThat(verdict().verdict()).isEqualTo(Sufficiency.Verdict.WEAK);
        assertThat(verdict().sentence()).startsWith("Weak history: ").contains("steps ahead");
    }
}
