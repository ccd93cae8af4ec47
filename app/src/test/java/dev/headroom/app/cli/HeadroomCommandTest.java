package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.model.catalog.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadroomCommandTest {
    static Set<String> commands() {
        Set<String> names =
                new TreeSet<>(CommandRun.commandLine().getSubcommands().keySet());
        names.remove("help");
        return names;
    }

    @Test
    void everyCommandClassIsListed() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/headroom/app/cli"))) {
            Set<String> classes = sources.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Command.java"))
                    .map(name -> name.replace("Command.java", "").toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty() && !name.equals("headroom"))
                    .collect(Collectors.toSet());
            Set<String> listed = new TreeSet<>(commands());
            // A class of a command within another one carries the names of both.
            listed.addAll(within("models").map(name -> "models" + name).toList());
            listed.addAll(within("anomalies").map(name -> "anomalies" + name).toList());
            listed.addAll(within("pull").map(name -> "pull" + name).toList());
            listed.addAll(within("publish").map(name -> "publish" + name).toList());
            assertThat(listed).containsExactlyInAnyOrderElementsOf(classes);
        }
    }

    /// The commands within a command; a second name of it is left out.
    private static Stream<String> within(String command) {
        return Objects.requireNonNull(CommandRun.commandLine().getSubcommands().get(command))
                .getSubcommands()
                .entrySet()
                .stream()
                .filter(inside -> !inside.getValue()
                        .getCommand()
                        .getClass()
                        .getSimpleName()
                        .toLowerCase(Locale.ROOT)
                        .equals(command + "command"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> ofModels() {
        return within("models");
    }

    @ParameterizedTest
    @MethodSource("ofModels")
    void everyCommandAboutModelsAcceptsTheCommonOptionsAndStandsInTheGuide(String command) throws IOException {
        CommandRun run = CommandRun.of("models", command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--workspace", "--json", "--quiet", "--help");
        assertThat(Files.readString(Path.of("..", "docs", "models.md"))).contains("models " + command);
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(commands()).allSatisfy(name -> assertThat(readme).contains("| `" + name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAcceptsTheCommonOptionsAndHasHelp(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--workspace", "--json", "--quiet", "--help");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(CommandRun.of("help").out()).contains("Commands:", "import");
        assertThat(CommandRun.of("help", "import").out()).contains("headroom import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "backtest"})
    void helpNamesEveryModel(String command) {
        assertThat(CommandRun.of(command, "--help").out()).contains(ModelCatalog.NAMES);
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        CommandRun run = CommandRun.of("forcast");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("forecast");
    }

    @Test
    void wrongUsageIsOneSentenceAndWhereTheHelpIs() {
        CommandRun run = CommandRun.of("forecast", "x.csv", "--horizon", 3);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly("Missing required option: '--output=OUT.csv'", "See headroom forecast --help.");
        assertThat(CommandRun.of("models", "show").err()).contains("See headroom models show --help.");
    }
}
