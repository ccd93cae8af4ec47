package dev.headroom.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the rules of the house against the product, and each rule against a class that breaks it on purpose.
class ArchitectureTest {
    private static JavaClasses product;
    private static JavaClasses faults;

    @BeforeAll
    static void importClasses() {
        ClassFileImporter importer = new ClassFileImporter();
        product =
                importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.headroom");
        faults = importer.importPackages(
                "dev.headroom.engine.series.fault",
                "dev.headroom.charts.fault",
                "dev.headroom.app.usecase.fault",
                "dev.headroom.app.cli.fault",
                "dev.headroom.app.fault");
    }

    @Test
    void theProductWasFound() {
        assertThat(product).hasSizeGreaterThan(100);
        assertThat(product.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("engine", "storage", "charts", "app");
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return ArchitectureRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleFailsOnASeededFault() {
        return ArchitectureRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertFails(rule.getValue())));
    }

    private static void assertFails(ArchRule rule) {
        assertThat(rule.evaluate(faults).hasViolation()).isTrue();
    }
}
