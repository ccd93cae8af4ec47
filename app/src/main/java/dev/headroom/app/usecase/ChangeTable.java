package dev.headroom.app.usecase;

import java.util.List;

/// The audit log: one row a change, the first one first.
public final class ChangeTable extends Table {
    public ChangeTable(List<ListChanges.Change> changes) {
        super(List.of("number", "at", "person", "action", "subject", "detail", "hash"));
        for (ListChanges.Change change : changes) {
            add(
                    change.number(),
                    change.at(),
                    change.person(),
                    change.action(),
                    change.subject(),
                    change.detail(),
                    change.hash());
        }
    }
}
