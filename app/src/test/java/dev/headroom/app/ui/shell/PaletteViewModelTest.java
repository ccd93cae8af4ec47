package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final PaletteViewModel palette = new PaletteViewModel();

    @BeforeEach
    void open() {
        palette.open(List.of(
                command(Command.Kind.PANEL, "Risk"),
                command(Command.Kind.PANEL, "Rightsizing"),
                command(Command.Kind.ACTION, "Import files"),
                command(Command.Kind.RESOURCE, "db-eu-07")));
    }

    @Test
    void theBestHitIsChosenFirst() {
        palette.queryProperty().set("eu7");
        assertThat(palette.chosen())
                .hasValueSatisfying(hit -> assertThat(hit.label()).isEqualTo("db-eu-07"));
    }

    @Test
    void aPrefixNarrowsToOneKind() {
        palette.queryProperty().set("@ri");
        assertThat(palette.hits())
                .allSatisfy(hit -> assertThat(hit.command().kind()).isEqualTo(Command.Kind.PANEL));
        assertThat(palette.hits()).hasSize(2);
    }

    @Test
    void theSelectionGoesRoundAtTheEnds() {
        palette.queryProperty().set("@ri");
        palette.move(-1);
        assertThat(palette.selectedProperty().get()).isEqualTo(1);
        palette.move(1);
        assertThat(palette.selectedProperty().get()).isZero();
    }

    @Test
    void nothingFoundMeansNothingChosen() {
        palette.queryProperty().set("zzz");
        assertThat(palette.hits()).isEmpty();
        assertThat(palette.chosen()).isEmpty();
    }

    private static Command command(Command.Kind kind, String label) {
        return new Command(kind, label, "", "fth-info", "", () -> {});
    }
}
