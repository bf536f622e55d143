package io.anju.testkit.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules see what they are there for. */
class ArchitectureRulesTest {

    private static final String BREACH = "io.anju.testkit.architecture.breach";
    private static final JavaClasses CODE = new ClassFileImporter().importPackages(BREACH);

    @Test
    void aModelReachesNeitherFilesNorHostsNorDatabases() {
        assertFound("reach nothing outside", "Files", "FileReader", "HttpClient", "Timestamp");
    }

    @Test
    void nobodyReadsTheMachinesClock() {
        assertFound(
                "time comes from",
                "OffsetDateTime.now",
                "ZonedDateTime.now",
                "LocalTime.now",
                "LocalDate.now(java.time.ZoneId)",
                "Clock.systemUTC",
                "InstantSource.system",
                "Instant.now");
    }

    @Test
    void aTimeByAClockThatIsAnArgumentIsNoReadingOfTheMachines() {
        assertEquals(
                List.of(),
                found("time comes from").stream()
                        .filter(one -> one.contains("byArgument"))
                        .toList());
    }

    @Test
    void nobodyWaits() {
        assertFound("waits serves nobody", "Future.get", "CompletableFuture.join", "TimeUnit.sleep");
    }

    private static void assertFound(String reason, String... breaches) {
        var found = found(reason);
        for (var breach : breaches) {
            assertTrue(found.stream().anyMatch(one -> one.contains(breach)), () -> breach + " is not in " + found);
        }
    }

    private static List<String> found(String reason) {
        return ArchitectureRules.rules(BREACH).stream()
                .filter(rule -> rule.getDescription().contains(reason))
                .flatMap(rule -> rule.evaluate(CODE).getFailureReport().getDetails().stream())
                .toList();
    }
}
