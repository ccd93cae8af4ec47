package dev.headroom.app.ui;

import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Opens sessions that a test prepared.
public final class FakeGate implements WorkspaceGate {
    private final List<Path> opened = new ArrayList<>();
    private char[] expected = new char[0];
    private Opener opener = folder -> {
        throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-1002", "Another window has this workspace open.");
    };

    /// Makes a session for a folder, or refuses.
    public interface Opener {
        WorkspaceSession open(Path folder) throws UseCaseException;
    }

    public static FakeGate of(Opener opener) {
        FakeGate gate = new FakeGate();
        gate.opener = opener;
        return gate;
    }

    /// Lets nobody in without a password.
    public FakeGate lockedBy(String password) {
        expected = password.toCharArray();
        return this;
    }

    public List<Path> opened() {
        return List.copyOf(opened);
    }

    @Override
    public Path usualFolder() {
        return Path.of("usual");
    }

    @Override
    public WorkspaceSession open(Path folder, Passwords passwords) throws UseCaseException {
        opened.add(folder);
        char[] password = passwords.find(folder).orElse(new char[0]);
        if (!Arrays.equals(password, expected)) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    password.length == 0 ? "HR-1010" : "HR-1011",
                    password.length == 0 ? "The workspace is encrypted." : "This is not the password.");
        }
        return opener.open(folder);
    }

    @Override
    public Path demo(Progress progress) {
        return Path.of("demo");
    }
}
