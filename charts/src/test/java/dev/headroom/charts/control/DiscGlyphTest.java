package dev.headroom.charts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DiscGlyphTest {
    @Test
    void theColourFollowsTheStyleSheet() throws Exception {
        DiscGlyph glyph = WaitForAsyncUtils.asyncFx(() -> {
                    DiscGlyph made = new DiscGlyph(3);
                    made.getStyleClass().add("bad");
                    StackPane root = new StackPane(made);
                    new Scene(root);
                    root.getStylesheets()
                            .add("data:text/css,.root{-tone:%23102030;} .disc-glyph.bad{-fx-disc-color:-tone;}");
                    root.applyCss();
                    return made;
                })
                .get(10, TimeUnit.SECONDS);
        assertThat(glyph.color()).isEqualTo(Color.web("#102030"));
    }

    @Test
    void fiveQuartersAreRefused() {
        assertThatThrownBy(() -> new DiscGlyph(5)).hasMessageContaining("quarters (5)");
    }
}
