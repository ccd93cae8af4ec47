package dev.headroom.app.fleet;

/// Hears of the progress of a generation and may stop it. Called from several threads.
public interface GenerationListener {
    void report(String what, long done, long total);

    boolean cancelled();
}
