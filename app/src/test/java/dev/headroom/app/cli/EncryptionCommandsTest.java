package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.secret.FakeKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encrypting, opening and decrypting a workspace as a user does it.
class EncryptionCommandsTest {
    private static final Prompt NOBODY = question -> Optional.empty();

    @TempDir
    Path folder;

    private final FakeKeyring keyring = new FakeKeyring();

    private CommandRun run(PasswordDesk desk, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.with(desk, all);
    }

    private PasswordDesk nobody() {
        return new PasswordDesk(Map.of(), keyring, NOBODY);
    }

    private PasswordDesk environment(String... variables) {
        return new PasswordDesk(
                variables.length == 2
                        ? Map.of(variables[0], variables[1])
                        : Map.of(variables[0], variables[1], variables[2], variables[3]),
                keyring,
                NOBODY);
    }

    private PasswordDesk typing(String... answers) {
        List<String> left = new ArrayList<>(List.of(answers));
        return new PasswordDesk(
                Map.of(), keyring, question -> Optional.of(left.removeFirst().toCharArray()));
    }

    private void importSomething(PasswordDesk desk) throws IOException {
        Path file = Files.writeString(
                folder.resolve("cpu.csv"), "timestamp,resource,cpu_p95\n2026-01-01,web-1,12\n2026-01-02,web-1,13\n");
        assertThat(run(desk, "import", file).exitCode()).isZero();
    }

    @Test
    void aWorkspaceIsEncryptedUsedChangedAndDecrypted() throws Exception {
        importSomething(nobody());
        CommandRun encrypted = run(environment("HEADROOM_PASSWORD", "correct horse battery"), "encrypt");
        assertThat(encrypted.exitCode()).isZero();
        assertThat(encrypted.out()).contains("is encrypted").contains("no way back");

        CommandRun without = run(nobody(), "verify");
        assertThat(without.exitCode()).isEqualTo(3);
        assertThat(without.err()).contains("is encrypted; give its password").contains("HR-1010");
        CommandRun wrong = run(environment("HEADROOM_PASSWORD", "wrong"), "verify");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("not the password").contains("HR-1011").doesNotContain("damaged");

        assertThat(run(environment("HEADROOM_PASSWORD", "correct horse battery"), "verify")
                        .out())
                .contains("2 observations")
                .contains("sound");
        assertThat(run(typing("correct horse battery"), "verify").exitCode()).isZero();

        CommandRun changed = run(
                environment("HEADROOM_PASSWORD", "correct horse battery", "HEADROOM_NEW_PASSWORD", "another long one"),
                "password");
        assertThat(changed.exitCode()).isZero();
        assertThat(run(typing("correct horse battery"), "verify").exitCode()).isEqualTo(3);
        assertThat(run(typing("another long one"), "decrypt").exitCode()).isZero();
        assertThat(run(nobody(), "verify").exitCode()).isZero();
    }

    @Test
    void aNewPasswordIsTypedTwiceAndShortOnesAreRemarkedOn() {
        assertThat(run(typing("one long password", "another"), "encrypt").err()).contains("differ");
        assertThat(run(typing("", ""), "encrypt").err()).contains("must not be empty");
        assertThat(folder.resolve("workspace/headroom.mv.db")).doesNotExist();
        CommandRun brief = run(typing("short", "short"), "encrypt");
        assertThat(brief.exitCode()).isZero();
        assertThat(brief.err()).contains("can be guessed");
        assertThat(run(typing("short"), "verify").exitCode()).isZero();
    }

    @Test
    void whatCannotBeDoneSaysWhatToDo() {
        CommandRun noTerminal = run(nobody(), "encrypt");
        assertThat(noTerminal.exitCode()).isEqualTo(3);
        assertThat(noTerminal.err()).contains("HEADROOM_PASSWORD");
        assertThat(run(nobody(), "decrypt").err()).contains("There is no workspace in");
        assertThat(run(nobody(), "verify").exitCode()).isZero();
        assertThat(run(nobody(), "decrypt").err()).contains("is not encrypted");
        assertThat(run(nobody(), "password", "--keyring", "--forget").exitCode())
                .isEqualTo(2);
        assertThat(run(typing("a long password", "a long password"), "encrypt").exitCode())
                .isZero();
        assertThat(run(nobody(), "encrypt").err()).contains("encrypted already");
    }

    @Test
    void theKeyringOpensTheWorkspaceAndFollowsAChange() {
        assertThat(run(typing("a long password", "a long password"), "encrypt", "--keyring")
                        .exitCode())
                .isZero();
        assertThat(run(nobody(), "verify").exitCode()).isZero();
        assertThat(run(environment("HEADROOM_NEW_PASSWORD", "another long one"), "password")
                        .out())
                .contains("The keyring has the new password");
        assertThat(run(nobody(), "verify").exitCode()).isZero();
        assertThat(run(nobody(), "password", "--forget").exitCode()).isZero();
        assertThat(run(nobody(), "verify").exitCode()).isEqualTo(3);
        assertThat(run(typing("wrong one"), "password", "--keyring").exitCode()).isEqualTo(3);
        assertThat(run(nobody(), "verify").exitCode()).isEqualTo(3);
        assertThat(run(typing("another long one"), "password", "--keyring").exitCode())
                .isZero();
        assertThat(run(nobody(), "verify").exitCode()).isZero();
    }

    @Test
    void noCommandTakesAPasswordAsArgumentAndAllOpenEncryptedWorkspaces() throws IOException {
        assertThat(CommandRun.of("encrypt", "--help").out())
                .contains("no way back without the")
                .contains("HEADROOM_PASSWORD");
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/headroom/app/cli"))) {
            assertThat(sources.filter(file -> file.toString().endsWith("Command.java")))
                    .filteredOn(file -> !file.endsWith("Command.java") && !file.endsWith("PasswordCommand.java"))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as("opens the workspace by open(), which knows passwords")
                            .doesNotContain("OpenWorkspace.at("));
        }
    }
}
