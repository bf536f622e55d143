package io.anju.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/** The house's rules, the same for every service; each service's {@code ArchitectureTest} calls {@link #check}. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** @param service the service's package, such as {@code io.anju.loan} */
    public static void check(String service) {
        var code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        rules(service).forEach(rule -> rule.allowEmptyShould(true).check(code));
        settingsHoldNoSecrets(Path.of("src/main/resources/application.properties"));
    }

    private static void settingsHoldNoSecrets(Path file) {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secrets = settings.stringPropertyNames().stream()
                .filter(name -> name.matches(".*(password|secret)"))
                .toList();
        if (!secrets.isEmpty()) {
            throw new AssertionError("secrets come from the environment or from files, not from settings: " + secrets);
        }
    }

    static List<ArchRule> rules(String service) {
        return List.of(
                modelsArePure(service),
                clocksAreArguments(service),
                nothingBlocks(service),
                entitiesStayInTheirStore(service),
                storesAreReachedThroughTheirFeature(service),
                featuresHaveNoCycles(service),
                wireShapesSurviveNativeImages(service),
                listsHaveAnEnvelope(service));
    }

    private static ArchRule modelsArePure(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "io.anju.kernel..",
                                "io.anju.document.model..",
                                "org.jspecify..",
                                service + "..model..")
                        .and(not(OutsideWorld.REACHED)))
                .because(
                        "rules are synchronous, reach nothing outside and know no framework; only the shell is reactive");
    }

    private static ArchRule clocksAreArguments(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .accessTargetWhere(OutsideWorld.CLOCK_READ)
                .because("time comes from BusinessClock or as an argument");
    }

    private static ArchRule nothingBlocks(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .accessTargetWhere(OutsideWorld.WAIT)
                .because("an event loop that waits serves nobody");
    }

    private static ArchRule entitiesStayInTheirStore(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..store..")
                .and()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .because("wire, model and row are three shapes");
    }

    private static ArchRule storesAreReachedThroughTheirFeature(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..http..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(service + "..store.."))
                .because("the edge talks to the shell, the shell to its port");
    }

    private static ArchRule featuresHaveNoCycles(String service) {
        return SlicesRuleDefinition.slices()
                .matching(service + ".(*)..")
                .should()
                .beFreeOfCycles();
    }

    private static ArchRule wireShapesSurviveNativeImages(String service) {
        return classes()
                .that()
                .resideInAnyPackage(service + "..http..", service + "..events..")
                .and()
                .areAssignableTo(Record.class)
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .because("JSON is read and written by reflection, which a native image must be told of");
    }

    private static ArchRule listsHaveAnEnvelope(String service) {
        return methods()
                .that()
                .areAnnotatedWith(GET.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(service + "..http..")
                .should(ArchCondition.from(DescribedPredicate.<JavaMethod>describe(
                        "answer something that can grow",
                        method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                                .noneMatch(type -> type.isAssignableTo(Collection.class)))))
                .because("a bare array has no room for the cursor of the next page; see Page");
    }
}
