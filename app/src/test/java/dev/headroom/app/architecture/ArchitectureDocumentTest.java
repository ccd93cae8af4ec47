package dev.headroom.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds `docs/architecture.md` to the packages that really exist.
class ArchitectureDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

    @Test
    void theDocumentListsExactlyThePackagesOfTheProduct() throws IOException {
        assertThat(documented()).containsExactlyElementsOf(real());
    }

    @Test
    void theDocumentGivesTheEngineItsOrder() throws IOException {
        String text = Files.readString(document());
        Set<String> real = real();
        assertThat(text)
                .contains(String.join(
                        " · ",
                        ArchitectureRules.ENGINE_ORDER.stream()
                                .filter(name -> real.stream().anyMatch(known -> known.startsWith("engine." + name)))
                                .toList()));
    }

    private static Set<String> documented() throws IOException {
        return ROW.matcher(Files.readString(document()))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> real() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.headroom").stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring("dev.headroom.".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path document() {
        return Path.of("..", "docs", "architecture.md");
    }
}
