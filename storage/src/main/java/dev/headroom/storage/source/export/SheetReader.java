package dev.headroom.storage.source.export;

import dev.headroom.storage.source.RowReader;
import java.util.List;

/// A reader of bills whose sheet knows which columns were used and what is to be said about them.
interface SheetReader extends RowReader {
    BillSheet sheet();

    @Override
    default List<String> recognised() {
        return sheet().used();
    }

    @Override
    default List<String> notes() {
        return sheet().notes();
    }
}
