package dev.headroom.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.app.usecase.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyringTest {
    private static final char[] PASSWORD = "corréct \"horse' $battery\\".toCharArray();

    /// Stands for the tools of all three systems: keeps what is handed over on the standard input.
    private static final class FakeTool implements Tool {
        private static final Pattern MAC =
                Pattern.compile("add-generic-password -U -s headroom -a \"(.*)\" -w \"(.*)\"\n");
        private final Map<String, String> kept = new HashMap<>();
        private final List<String> seen = new ArrayList<>();

        @Override
        public Answer run(List<String> command, Map<String, String> environment, String input) {
            seen.addAll(command);
            seen.addAll(environment.values());
            String tool = command.getFirst();
            String account = tool.equals("powershell.exe")
                    ? environment.getOrDefault("HEADROOM_KEYRING_WORKSPACE", "")
                    : command.size() > 5 && tool.equals("security") ? command.get(5) : command.getLast();
            String all = String.join(" ", command);
            Matcher mac = MAC.matcher(input);
            if (mac.matches()) {
                kept.put(mac.group(1), mac.group(2));
            } else if (all.contains("store") || all.contains("ReadLine")) {
                kept.put(account, input.strip());
            } else if (all.contains("clear") || all.contains("delete-") || all.contains("$v.Remove")) {
                kept.remove(account);
            } else {
                String found = kept.get(account);
                return found == null ? new Answer(1, "") : new Answer(0, found + "\n");
            }
            return new Answer(0, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void aPasswordIsKeptFoundAndForgottenAndNeverAnArgument(String system) throws Exception {
        FakeTool tool = new FakeTool();
        Keyring keyring = Keyring.of(system, tool);
        assertThat(keyring.find("/work space")).isEmpty();
        keyring.put("/work space", PASSWORD);
        assertThat(keyring.find("/work space"))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(PASSWORD));
        assertThat(keyring.find("/other")).isEmpty();
        keyring.forget("/work space");
        assertThat(keyring.find("/work space")).isEmpty();
        String encoded = KeyringText.encoded(PASSWORD);
        assertThat(tool.seen).noneMatch(word -> word.contains(encoded) || word.contains(new String(PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void withoutTheToolNothingIsFoundAndKeepingSaysWhy(String system) {
        Keyring keyring = Keyring.of(system, (command, environment, input) -> {
            throw new IOException("No such file or directory");
        });
        assertThat(keyring.find("/w")).isEmpty();
        assertThatThrownBy(() -> keyring.put("/w", PASSWORD))
                .isInstanceOf(UseCaseException.class)
                .hasMessageContaining("There is no keyring here")
                .hasMessageContaining("HEADROOM_PASSWORD");
        assertThatThrownBy(() -> keyring.forget("/w")).hasMessageContaining("There is no keyring here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void aLockedKeyringIsNamed(String system) {
        Keyring keyring = Keyring.of(system, (command, environment, input) -> new Tool.Answer(1, ""));
        assertThatThrownBy(() -> keyring.put("/w", PASSWORD)).hasMessageContaining("unlock it");
    }

    @Test
    void whatAnotherProgramKeptIsNotTakenForAPassword() {
        assertThat(KeyringText.decoded(new Tool.Answer(0, "not base64!"))).isEmpty();
        assertThat(KeyringText.decoded(new Tool.Answer(44, "aGk="))).isEmpty();
    }

    @Test
    void theEnvironmentGoesBeforeTheKeyring() throws Exception {
        FakeKeyring keyring = new FakeKeyring();
        Path folder = Path.of("somewhere");
        keyring.put(StoredPasswords.name(folder), "from the keyring".toCharArray());
        assertThat(text(new StoredPasswords(Map.of(), keyring).find(folder))).isEqualTo("from the keyring");
        assertThat(text(new StoredPasswords(Map.of("HEADROOM_PASSWORD", "given"), keyring).find(folder)))
                .isEqualTo("given");
        assertThat(new StoredPasswords(Map.of(), keyring).find(Path.of("elsewhere")))
                .isEmpty();
    }

    private static String text(Optional<char[]> password) {
        return new String(password.orElseThrow());
    }

    @Test
    void aToolIsRunWithItsInputAndAMissingOneIsAnError() throws Exception {
        ToolProcess process = new ToolProcess();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(process.run(List.of(java, "--version"), Map.of("A", "b"), "").output())
                .contains("25");
        assertThatThrownBy(() -> process.run(List.of("no-such-tool-here"), Map.of(), ""))
                .isInstanceOf(IOException.class);
    }

    /// As `secret-tool` 0.20.5 with GNOME Keyring 42 answers.
    @ParameterizedTest
    @CsvSource({"1,0,'',true", "1,0,'[/1]',false", "1,1,'',false", "0,0,'',true"})
    void whatIsForgottenIsGoneAndALockedOrMissingKeyringIsSaid(int clear, int search, String found, boolean gone)
            throws Exception {
        Keyring keyring = Keyring.of(
                "Linux",
                (command, environment, input) ->
                        command.contains("clear") ? new Tool.Answer(clear, "") : new Tool.Answer(search, found));
        if (gone) {
            keyring.forget("/w");
        } else {
            assertThatThrownBy(() -> keyring.forget("/w")).hasMessageContaining("locked, or cannot be reached");
        }
    }

    @Test
    void aWorkspaceHasOneNameWhateverLinksLeadToIt(@TempDir Path folder) throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(StoredPasswords.name(link)).isEqualTo(StoredPasswords.name(real));
        assertThat(StoredPasswords.name(folder.resolve("none/../none"))).endsWith("none");
    }

    @Test
    void aToolThatDoesNotAnswerIsGivenUp() {
        ToolProcess process = new ToolProcess(Duration.ofMillis(200));
        assertThatThrownBy(() -> process.run(List.of("sleep", "60"), Map.of(), "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aToolThatDoesNotReadItsInputSaysWhyByItsExitCode() throws Exception {
        ToolProcess process = new ToolProcess();
        assertThat(process.run(List.of("false"), Map.of(), "x".repeat(1_000_000))
                        .exitCode())
                .isEqualTo(1);
    }
}
