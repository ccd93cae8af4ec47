package dev.headroom.storage.workspace;

import dev.headroom.storage.ingest.IngestProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The other process of the tests about locking and killing.
public final class ChildProcess {
    private ChildProcess() {}

    /// Starts a process that opens the workspace in `folder` and imports `files` one by one. It prints
    /// `started` first, then `opened`, then `imported` and the name of the file for each file, then waits
    /// until its input ends.
    static Process start(Path folder, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildProcess.class.getName(),
                folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        say("started");
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            say("opened");
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                workspace.ingest().importPaths(List.of(Path.of(file)), IngestProgress.none(), Instant.EPOCH);
                say("imported " + Path.of(file).getFileName());
            }
            while (System.in.read() >= 0) {
                // waits for the end of the input
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
