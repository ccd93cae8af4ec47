package dev.headroom.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/science.md` to the classes and tests that really exist.
class ScienceDocumentTest {
    private static final Path ENGINE = Path.of("..", "engine", "src");
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z][A-Za-z]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        assertThat(found(CLASS))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                ENGINE.resolve("main/java/dev/headroom/engine/" + name.replace('.', '/') + ".java"))
                        .exists());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(ENGINE.resolve("test"))) {
            tests = files.map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                    .toList();
        }
        assertThat(found(TEST))
                .contains("ThetaFitterTest")
                .filteredOn(name -> !name.equals("ScienceDocumentTest"))
                .isSubsetOf(tests);
    }

    @Test
    void everyModelFamilyHasARow() throws IOException {
        String document = document();
        try (Stream<Path> families = Files.list(ENGINE.resolve("main/java/dev/headroom/engine/model"))) {
            assertThat(families.filter(Files::isDirectory)
                            .map(family -> String.valueOf(family.getFileName()))
                            .filter(name -> !name.equals("catalog")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(document).contains("`model." + name + "."));
        }
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(document())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "science.md"));
    }
}
