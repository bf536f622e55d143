package io.anju.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.anju.gateway");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("io.anju.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheProxySpeaksToServices() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.anju.gateway.proxy..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
                .check(CLASSES);
    }

    @Test
    void tablesAndPathRulesKnowNoFramework() {
        noClasses()
                .that()
                .haveSimpleName("PathTable")
                .or()
                .haveSimpleName("Route")
                .or()
                .haveSimpleName("MergedApi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..")
                .check(CLASSES);
    }

    @Test
    void accessAndThrottleKnowNothingOfEachOtherOrOfTheProxy() {
        noClasses()
                .that()
                .resideInAnyPackage("io.anju.gateway.access..", "io.anju.gateway.throttle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.anju.gateway.proxy..", "io.anju.gateway.home..", "io.anju.gateway.portal..")
                .check(CLASSES);
    }
}
