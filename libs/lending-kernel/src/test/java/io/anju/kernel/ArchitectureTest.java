package io.anju.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernel is pure: nothing but Java, no clock, no chance, no floating point, and its packages build on each other. */
class ArchitectureTest {

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.anju.kernel");

    @Test
    void dependsOnNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.anju.kernel..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                .check(KERNEL);
    }

    @Test
    void knowsNoTodayAndNoChance() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class)
                .check(KERNEL);
    }

    @Test
    void noFloatingPointDecidesAnAmount() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class)
                .check(KERNEL);
        noMethods()
                .should()
                .haveRawReturnType(double.class)
                .orShould()
                .haveRawReturnType(float.class)
                .check(KERNEL);
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(KERNEL);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "return or take floating point",
                        call -> isFloating(call.getTarget().getRawReturnType().getName())
                                || call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> isFloating(type.getName()))))
                .check(KERNEL);
    }

    private static boolean isFloating(String type) {
        return type.equals("double") || type.equals("float");
    }

    @Test
    void packagesBuildOnEachOther() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("result")
                .definedBy("io.anju.kernel.result")
                .layer("money")
                .definedBy("io.anju.kernel.money")
                .layer("calendar")
                .definedBy("io.anju.kernel.calendar")
                .layer("rate")
                .definedBy("io.anju.kernel.rate")
                .layer("schedule")
                .definedBy("io.anju.kernel.schedule")
                .layer("uses")
                .definedBy("io.anju.kernel.cost", "io.anju.kernel.prepay", "io.anju.kernel.arrears")
                .whereLayer("result")
                .mayNotAccessAnyLayer()
                .whereLayer("money")
                .mayOnlyAccessLayers("result")
                .whereLayer("calendar")
                .mayOnlyAccessLayers("result")
                .whereLayer("rate")
                .mayOnlyAccessLayers("result", "money", "calendar")
                .whereLayer("schedule")
                .mayOnlyAccessLayers("result", "money", "calendar", "rate")
                .whereLayer("uses")
                .mayNotBeAccessedByAnyLayer()
                .check(KERNEL);
    }
}
