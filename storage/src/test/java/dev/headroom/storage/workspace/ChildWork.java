package dev.headroom.storage.workspace;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.cache.Retention;
import dev.headroom.storage.cache.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The process that is killed in the middle of one piece of work on a workspace.
public final class ChildWork {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final RetentionPolicy POLICY = RetentionPolicy.parse("hourly=200d", RetentionPolicy.RollUp.DAILY);

    private ChildWork() {}

    /// The work that can be killed.
    enum Work {
        MIGRATE,
        RETAIN,
        BACK_UP,
        RESTORE,
        ENCRYPT,
        CHANGE_PASSWORD,
        DECRYPT
    }

    static Password password(String which) {
        return Password.of(("a long password " + which).toCharArray());
    }

    /// Starts the work on `folder` in a process of its own. It prints `working`, then `done`.
    ///
    /// @param file the backup that is made or restored
    static Process start(Path folder, Work work, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildWork.class.getName(),
                folder.toString(),
                work.name(),
                file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path file = Path.of(arguments[2]);
        System.out.println("working");
        System.out.flush();
        switch (Work.valueOf(arguments[1])) {
            case MIGRATE -> Workspace.open(folder).close();
            case RETAIN -> Workspace.retain(folder, null, POLICY, NOW, Retention.Mode.REMOVE);
            case BACK_UP -> {
                try (Workspace workspace = Workspace.open(folder)) {
                    workspace.backup(file, Existing.REPLACED, NOW);
                }
            }
            case RESTORE -> Workspace.restore(folder, file, null, Existing.REPLACED);
            case ENCRYPT -> Workspace.changePassword(folder, null, password("one"));
            case CHANGE_PASSWORD -> Workspace.changePassword(folder, password("one"), password("two"));
            case DECRYPT -> Workspace.changePassword(folder, password("one"), null);
        }
        System.out.println("done");
        System.out.flush();
    }
}
