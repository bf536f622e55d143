package io.anju.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.anju.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles = SlicesRuleDefinition.slices()
            .matching("io.anju.gateway.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_proxy_speaks_to_services = noClasses()
            .that()
            .resideOutsideOfPackage("io.anju.gateway.proxy..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.http.HttpClient");

    @ArchTest
    static final ArchRule the_path_table_knows_no_framework = noClasses()
            .that()
            .haveSimpleName("PathTable")
            .or()
            .haveSimpleNameStartingWith("Route$")
            .or()
            .haveSimpleName("Paths")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..");

    @ArchTest
    static final ArchRule each_step_stands_on_its_own = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .optionalLayer("front")
            .definedBy("io.anju.gateway")
            .layer("routing")
            .definedBy("io.anju.gateway.routing..")
            .layer("access")
            .definedBy("io.anju.gateway.access..")
            .layer("throttle")
            .definedBy("io.anju.gateway.throttle..")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("front")
            .whereLayer("throttle")
            .mayOnlyBeAccessedByLayers("front");
}
