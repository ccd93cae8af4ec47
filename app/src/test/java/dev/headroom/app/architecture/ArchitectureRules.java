package dev.headroom.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rules of the house, by name. [ArchitectureTest] holds them against the product and against seeded
/// faults.
final class ArchitectureRules {
    private static final String ENGINE = "dev.headroom.engine..";
    // Unpacks code, no data: a library can only be loaded from a file.
    private static final String NATIVE_CODE = "dev.headroom.engine.model.regression.NativeCode";
    private static final String STORAGE = "dev.headroom.storage..";
    private static final String CHARTS = "dev.headroom.charts..";
    private static final String APP = "dev.headroom.app..";

    /// The packages of the engine, from the foundation up: each may use those before it.
    static final List<String> ENGINE_ORDER = List.of(
            "digest",
            "numeric",
            "quantity",
            "series",
            "fleet",
            "feature",
            "explore",
            "forecast",
            "model",
            "explain",
            "evaluation",
            "tuning",
            "drift",
            "reconcile",
            "anomaly",
            "capacity",
            "rightsizing",
            "asset",
            "schedule",
            "consolidation",
            "cost",
            "waste",
            "commitment",
            "plan",
            "scenario",
            "budget");

    private ArchitectureRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("engine has no I/O", engineHasNoIo());
        rules.put("engine has no clock", engineHasNoClock());
        rules.put("engine has no unseeded randomness", engineHasNoUnseededRandomness());
        rules.put("engine packages keep their order", enginePackagesKeepTheirOrder());
        rules.put("packages have no cycles", packagesHaveNoCycles());
        rules.put("modules keep their arrows", modulesKeepTheirArrows());
        rules.put("only adapters join charts and results", onlyAdaptersJoinChartsAndResults());
        rules.put("use cases have no JavaFX", useCasesHaveNoJavaFx());
        rules.put("view models have no nodes", viewModelsHaveNoNodes());
        rules.put("command line sees use cases only", commandLineSeesUseCasesOnly());
        rules.put("SQL stays inside", sqlStaysInside());
        rules.put("standard streams only in the command line", standardStreamsOnlyInTheCommandLine());
        rules.put("names have meaning", namesHaveMeaning());
        rules.put("styles live in style sheets", stylesLiveInStyleSheets());
        return rules;
    }

    private static ArchRule engineHasNoIo() {
        return noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .and()
                .doNotHaveFullyQualifiedName(NATIVE_CODE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "javafx..", "java.awt..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .because("the engine is a pure function of its arguments, so that a fit can run anywhere");
    }

    private static ArchRule engineHasNoClock() {
        return noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .callMethodWhere(call(
                        "a clock",
                        target -> target.getName().equals("now") && ownerStartsWith(target, "java.time.")
                                || target.getName().equals("currentTimeMillis")
                                || target.getName().equals("nanoTime")))
                .because("time is an argument: the same input must give the same numbers tomorrow");
    }

    private static ArchRule engineHasNoUnseededRandomness() {
        return noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .callMethodWhere(call(
                        "unseeded randomness",
                        target -> target.getFullName().equals("java.lang.Math.random()")
                                || ownerStartsWith(target, "java.util.concurrent.ThreadLocalRandom")
                                || target.getName().equals("getDefault") && ownerStartsWith(target, "java.util.random.")
                                || target.getName().equals("randomUUID")))
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .because("the seed is an argument: a forecast can be made again to the last digit");
    }

    private static ArchRule enginePackagesKeepTheirOrder() {
        return classes()
                .that()
                .resideInAPackage(ENGINE)
                .should(useOnlyEarlierPackages())
                .because("knowledge flows one way: quantities know nothing of models, models nothing of decisions")
                .allowEmptyShould(true);
    }

    private static ArchRule packagesHaveNoCycles() {
        return slices().matching("dev.headroom.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    private static ArchRule modulesKeepTheirArrows() {
        return noClasses()
                .that()
                .resideInAPackage(CHARTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, STORAGE, APP)
                .orShould(dependFromTo("dev.headroom.engine.", List.of("storage", "charts", "app")))
                .orShould(dependFromTo("dev.headroom.storage.", List.of("charts", "app")))
                .because("the arrows of the house are app to all, storage to engine, and no others");
    }

    private static ArchRule onlyAdaptersJoinChartsAndResults() {
        return noClasses()
                .that()
                .resideInAPackage("dev.headroom.app..")
                .and()
                .resideOutsideOfPackages("dev.headroom.app.ui..", "dev.headroom.app.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CHARTS)
                .because("results become plot data in app.ui.adapter and are drawn by views and reports only");
    }

    private static ArchRule useCasesHaveNoJavaFx() {
        return noClasses()
                .that()
                .resideInAnyPackage("dev.headroom.app.usecase..", "dev.headroom.app.cli..", "dev.headroom.app.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .because("everything the product does works without a window");
    }

    private static ArchRule viewModelsHaveNoNodes() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", STORAGE)
                .because("a view model is tested without a stage and knows no database");
    }

    private static ArchRule commandLineSeesUseCasesOnly() {
        return noClasses()
                .that()
                .resideInAPackage("dev.headroom.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORAGE, CHARTS, "dev.headroom.app.ui..", "dev.headroom.app.report..")
                .because("what the command line can do, the window can do: both stand on the same use cases");
    }

    private static ArchRule sqlStaysInside() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.headroom..")
                .should(notShowTypesOf("java.sql", "javax.sql"))
                .because("callers of the cache must not depend on what it is made of");
    }

    private static ArchRule standardStreamsOnlyInTheCommandLine() {
        return noClasses()
                .that()
                .resideInAPackage("dev.headroom..")
                .and()
                .resideOutsideOfPackage("dev.headroom.app.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("standard output is the result of a command, not a place for messages");
    }

    private static ArchRule namesHaveMeaning() {
        String habits = ".*(Util|Utils|Helper|Manager|Impl|Base|Common|Misc)";
        return noClasses()
                .that()
                .resideInAPackage("dev.headroom..")
                .should()
                .haveNameMatching(habits)
                .orShould()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..helper..",
                        "..manager..",
                        "..impl..",
                        "..base..",
                        "..common..",
                        "..misc..")
                .because("a name that fits everything says nothing");
    }

    private static ArchRule stylesLiveInStyleSheets() {
        return noClasses()
                .that()
                .resideInAPackage("dev.headroom..")
                .should()
                .callMethodWhere(call(
                        "setStyle",
                        target -> target.getName().equals("setStyle") && ownerStartsWith(target, "javafx.")))
                .because("colours and sizes change with the theme in one place");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> call(
            String description, Predicate<com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget> predicate) {
        return DescribedPredicate.describe(description, invocation -> predicate.test(invocation.getTarget()));
    }

    private static boolean ownerStartsWith(
            com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget target, String prefix) {
        return target.getOwner().getName().startsWith(prefix);
    }

    private static ArchCondition<JavaClass> dependFromTo(String from, List<String> forbidden) {
        return new ArchCondition<>("depend from " + from + " on " + forbidden) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackageName().startsWith(from.substring(0, from.length() - 1))) {
                    return;
                }
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    boolean violated = forbidden.stream().anyMatch(name -> target.startsWith("dev.headroom." + name));
                    if (violated) {
                        events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyEarlierPackages() {
        return new ArchCondition<>("use only engine packages that stand before their own") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (target.startsWith("dev.headroom.engine.") && rank(target) > rank(item.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// The place of an engine package; an unlisted one stands above all, so that nothing may use it.
    private static int rank(String packageName) {
        String[] parts = packageName.split("\\.");
        int index = parts.length > 3 ? ENGINE_ORDER.indexOf(parts[3]) : -1;
        return index < 0 ? ENGINE_ORDER.size() : index;
    }

    private static ArchCondition<JavaMethod> notShowTypesOf(String... packages) {
        return new ArchCondition<>("not show types of " + List.of(packages)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean shown = Stream.concat(
                                Stream.of(method.getRawReturnType()),
                                Stream.concat(
                                        method.getRawParameterTypes().stream(),
                                        method.getExceptionTypes().stream()
                                                .map(com.tngtech.archunit.core.domain.JavaType::toErasure)))
                        .anyMatch(type -> List.of(packages).contains(type.getPackageName()));
                if (shown && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }
}
