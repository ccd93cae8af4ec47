package dev.headroom.app;

import dev.headroom.app.cli.HeadroomCommand;

/// Starts the window, or one command of the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(HeadroomCommand.run(Wiring.demo(), arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
