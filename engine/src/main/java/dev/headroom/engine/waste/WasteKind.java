package dev.headroom.engine.waste;

import java.util.Optional;

/// What is wasted, and what to do about it.
public enum WasteKind {
    IDLE_ADDRESS(
            "idle address", "delete", "Release the address: it is kept without being attached to anything that runs."),
    IDLE_LOAD_BALANCER(
            "idle load balancer",
            "delete",
            "Delete the load balancer: its hours are charged and nothing that it carried is."),
    IDLE_NAT_GATEWAY(
            "idle NAT gateway",
            "delete",
            "Delete the gateway: its hours are charged and less than 1 GB went through it."),
    OLD_VOLUME_TYPE(
            "gp2 volume",
            "change",
            "Change the volume to gp3: the same size for a fifth less, without a restart. Volumes over 1 TB may need more"
                    + " operations a second than the 3,000 that are included."),
    EXTENDED_SUPPORT(
            "extended support", "upgrade", "Upgrade the engine: its version is charged extra because it is retired."),
    STORAGE_WITHOUT_SERVER(
            "storage without server",
            "review",
            "Nothing but storage is charged for it: snapshot it and delete the volumes, if nobody needs it."),
    UNATTACHED_VOLUME(
            "unattached volume",
            "delete",
            "Snapshot the volume and delete it: it is attached to nothing that reads it."),
    IDLE_VOLUME(
            "idle volume", "review", "Snapshot the volume and delete it, if nobody needs it: it is hardly ever read."),
    ORPHANED_SNAPSHOT(
            "snapshot without volume", "review", "Delete the snapshot, if nobody needs it: its volume is long gone."),
    IDLE_DATABASE(
            "idle database", "delete", "Make a final snapshot of the database and delete it: nobody connects to it."),
    UNUSED_FUNCTION("unused function", "delete", "Delete the function: nobody calls it. It costs nothing.");

    private final String words;
    private final String action;
    private final String advice;

    WasteKind(String words, String action, String advice) {
        this.words = words;
        this.action = action;
        this.advice = advice;
    }

    public String words() {
        return words;
    }

    /// One word: `delete`, `change`, `upgrade` or `review`.
    public String action() {
        return action;
    }

    /// What to do and why, in one or two sentences.
    public String advice() {
        return advice;
    }

    /// Whether nothing is charged once the advice was followed.
    public boolean ends() {
        return action.equals("delete");
    }

    /// The kind of [#words]; empty when there is none.
    public static Optional<WasteKind> ofWords(String words) {
        for (WasteKind kind : values()) {
            if (kind.words.equals(words)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
