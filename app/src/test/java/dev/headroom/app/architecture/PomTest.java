package dev.headroom.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds all versions to the parent POM.
class PomTest {
    @ParameterizedTest
    @ValueSource(strings = {"engine", "storage", "charts", "app"})
    void aModuleNamesNoVersionButThatOfItsParent(String module) throws IOException {
        List<String> versions = Files.readAllLines(Path.of("..", module, "pom.xml")).stream()
                .filter(line -> line.contains("<version>"))
                .toList();
        assertThat(versions).singleElement().asString().contains("-SNAPSHOT");
    }
}
