package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.session.Loaded;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class QualityCardTest {
    @Test
    void manyMetricsDoNotPushTheRestOutOfTheWindow() throws Exception {
        List<QualityRow> rows = IntStream.range(0, 40)
                .mapToObj(i -> new QualityRow("freeable_memory_" + i, 5, 1, 0))
                .toList();
        double height = WaitForAsyncUtils.asyncFx(() -> {
                    QualityCard card = new QualityCard(
                            new ReadOnlyObjectWrapper<>(new Loaded.Known<>(rows)),
                            new ReadOnlyObjectWrapper<>(new Loaded.Known<>(List.of())),
                            () -> {});
                    new Scene(card, 392, 300);
                    card.applyCss();
                    card.layout();
                    return card.minHeight(392);
                })
                .get(20, TimeUnit.SECONDS);
        assertThat(height).isBetween(100.0, 200.0);
    }
}
