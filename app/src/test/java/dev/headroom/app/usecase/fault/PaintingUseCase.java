package dev.headroom.app.usecase.fault;

import dev.headroom.app.fault.CycleBack;
import dev.headroom.charts.fault.ChartOfSeries;
import java.sql.Connection;
import javafx.scene.layout.Region;

/// Breaks the rules of use cases: a node, a chart, a package cycle and a database connection in public.
public final class PaintingUseCase {
    public Region node() {
        return new Region();
    }

    public ChartOfSeries chart() {
        return new ChartOfSeries();
    }

    public CycleBack cycle() {
        return new CycleBack();
    }

    public Class<?> show(Connection connection) {
        return connection.getClass();
    }
}
