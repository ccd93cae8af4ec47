package dev.headroom.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Ctrl-C as a request to stop: the command that runs sees it at its next step, throws its unfinished result away and
/// says so, as a use case does that is cancelled from the window. There is one for the process, as there is one Ctrl-C.
final class Interruption {
    /// A command that does not come to its next step in this time is ended all the same.
    private static final int PATIENCE_SECONDS = 15;

    private static volatile boolean asked;

    private Interruption() {}

    /// True once the user asked to stop.
    static boolean asked() {
        return asked;
    }

    /// Runs a command that Ctrl-C asks to stop.
    static int stoppable(IntSupplier command) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> askAndWait(ended), "headroom-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.getAsInt();
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is at work already; it ends with the process.
            System.getLogger(Interruption.class.getName()).log(System.Logger.Level.DEBUG, "stopped", ending);
        }
    }

    private static void askAndWait(CountDownLatch ended) {
        asked = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Interruption.class.getName())
                        .log(System.Logger.Level.DEBUG, "ended in the middle of a step");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
