package dev.headroom.app.cli;

import dev.headroom.app.usecase.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// Where the command line writes: results to standard output, progress and messages to standard error.
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void result(String line) {
        out.println(line);
        out.flush();
    }

    void message(String line) {
        err.println(line);
        err.flush();
    }

    /// Progress on standard error: a line when a new kind of work starts, and about every ten seconds of it.
    Progress progress(CommonOptions options) {
        return options.quiet() ? Progress.NONE : new Lines();
    }

    private final class Lines implements Progress {
        private static final long PAUSE_NANOS = 10_000_000_000L;
        private String current = "";
        private long next;

        @Override
        public synchronized void report(String what, long done, long total) {
            long now = System.nanoTime();
            if (what.equals(current) && now < next) {
                return;
            }
            current = what;
            next = now + PAUSE_NANOS;
            String count = total > 0 && done > 0 ? String.format(Locale.ROOT, " %,d of %,d", done, total) : "";
            message(what + count + " ...");
        }

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
