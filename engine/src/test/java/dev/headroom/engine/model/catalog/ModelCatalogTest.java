package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
    @Test
    void everyNameGivesASpecificationOfThatName() {
        for (String name : ModelCatalog.NAMES) {
            assertThat(ModelCatalog.parse(name, SeasonLengths.of(7)).name()).isEqualTo(name);
        }
    }

    @Test
    void seasonsArePassedOn() {
        assertThat(ModelCatalog.parse("ets", SeasonLengths.of(7))).isEqualTo(new ModelSpec.Ets(SeasonLengths.of(7)));
        assertThat(ModelCatalog.parse("additive", SeasonLengths.none()))
                .isEqualTo(new ModelSpec.Additive(SeasonLengths.none(), ""));
        assertThat(ModelCatalog.parse("forest", SeasonLengths.of(7)))
                .isEqualTo(new ModelSpec.Regression(ModelSpec.Method.FOREST, SeasonLengths.of(7)));
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalog.parse("prophet", SeasonLengths.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model (prophet) must be one of " + String.join(", ", ModelCatalog.NAMES) + ".");
    }
}
