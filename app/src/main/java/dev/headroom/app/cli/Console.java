package dev.headroom.app.cli;

import dev.headroom.app.usecase.ForecastFile;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.Reject;
import dev.headroom.app.usecase.RuleFinding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// Where the command line writes: results to standard output, progress and messages to standard error.
final class Console {
    private static final int SHOWN_REJECTS = 5;
    private static final int SHOWN_FINDINGS = 10;

    private final PrintWriter out;
    private final PrintWriter err;

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void result(String line) {
        out.println(Printable.text(line));
        out.flush();
    }

    void message(String line) {
        err.println(Printable.text(line));
        err.flush();
    }

    /// Tells of the first rejected rows of a file, and how many more there are.
    void rejects(List<Reject> rejects) {
        rejects(rejects, rejects.size());
    }

    /// @param all how many rows were refused; only the first of them are listed
    void rejects(List<Reject> rejects, long all) {
        for (Reject reject : rejects.subList(0, Math.min(SHOWN_REJECTS, rejects.size()))) {
            String where = reject.field().isEmpty()
                    ? ""
                    : ", " + reject.field() + (reject.value().isEmpty() ? "" : " \"" + reject.value() + "\"");
            message("  line " + reject.line() + where + ": " + reject.reason());
        }
        if (all > SHOWN_REJECTS) {
            message("  and " + (all - SHOWN_REJECTS) + " more rejected rows");
        }
    }

    /// Tells of the first broken rules of a file, and how many more there are.
    void findings(List<RuleFinding> findings) {
        for (RuleFinding finding : findings.subList(0, Math.min(SHOWN_FINDINGS, findings.size()))) {
            message("  " + finding.sentence());
        }
        if (findings.size() > SHOWN_FINDINGS) {
            message("  and " + (findings.size() - SHOWN_FINDINGS) + " more findings; --json lists them all");
        }
    }

    /// Tells of the first series whose history is not enough for a forecast, and how many more there are.
    void doubts(List<ForecastFile.Doubt> doubts) {
        for (ForecastFile.Doubt doubt : doubts.subList(0, Math.min(SHOWN_FINDINGS, doubts.size()))) {
            message(doubt.series() + ": " + doubt.sufficiency().sentence());
        }
        if (doubts.size() > SHOWN_FINDINGS) {
            message("and " + (doubts.size() - SHOWN_FINDINGS) + " more series without enough history");
        }
    }

    /// Progress on standard error: a line when a new kind of work starts (told by its first word), and about every ten
    /// seconds of it.
    Progress progress(CommonOptions options) {
        return options.quiet() ? new Silent() : new Lines();
    }

    private static boolean isStopped() {
        return Interruption.asked() || Thread.currentThread().isInterrupted();
    }

    private static final class Silent implements Progress {
        @Override
        public void report(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return isStopped();
        }
    }

    private final class Lines implements Progress {
        private static final long PAUSE_NANOS = 10_000_000_000L;
        private String current = "";
        private long next;

        @Override
        public synchronized void report(String what, long done, long total) {
            long now = System.nanoTime();
            String work = what.substring(0, (what + " ").indexOf(' '));
            if (work.equals(current) && now < next) {
                return;
            }
            current = work;
            next = now + PAUSE_NANOS;
            String count = total > 0 && done > 0 ? String.format(Locale.ROOT, " %,d of %,d", done, total) : "";
            message(what + count + " ...");
        }

        @Override
        public boolean cancelled() {
            return isStopped();
        }
    }
}
