package io.anju.kit.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.crypto.Keysets;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a laptop may have and production may not, found whatever the settings are called. */
class ProductionGuardTest {

    @TempDir
    private Path folder;

    private static List<String> findings(Map<String, String> settings) {
        return ProductionGuard.findings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .build());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("secret"), text).toString();
    }

    @Test
    void takesKeysThatWereNotMadeForALaptop() throws IOException {
        var settings = Map.of(
                "anju.crypto.keyset-file", file(Keysets.generate("payments of the bank")),
                "anju.care.demo-agency", "false",
                "quarkus.datasource.password", "of the bank");

        assertEquals(List.of(), findings(settings));
    }

    @Test
    void findsAKeySetMadeForALaptop() throws IOException {
        var keysets = file(Keysets.generate(DevelopmentMark.TEXT + "loan-service"));

        assertEquals(List.of("anju.crypto.keyset-file"), findings(Map.of("anju.crypto.keyset-file", keysets)));
    }

    @Test
    void findsAKeyNamedByTheEnvironment() throws IOException {
        var variables = Map.of("ANJU_SEAL_PASSWORD_FILE", file(DevelopmentMark.TEXT + "secret"));
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .build();

        assertEquals("ANJU_SEAL_PASSWORD_FILE", ProductionGuard.findings(config).getFirst());
    }

    @Test
    void findsAMarkedFileAmongThoseOfAFolder() throws IOException {
        Files.writeString(folder.resolve("agency.pub.pem"), DevelopmentMark.TEXT + "key\n-----BEGIN PUBLIC KEY-----");

        assertEquals(
                List.of("anju.identity.clients-dir"), findings(Map.of("anju.identity.clients-dir", folder.toString())));
    }

    @Test
    void findsPeoplePartnersDatesAndPasswordsOfADemonstration() {
        var settings = Map.of(
                "anju.identity.demo-staff-file", "/nowhere/demo-staff.json",
                "anju.care.demo-agency", "true",
                "anju.clock.url", "http://localhost:8090/business-date",
                "quarkus.datasource.password", DevelopmentMark.TEXT + "secret");

        assertEquals(settings.keySet().stream().sorted().toList(), findings(settings));
    }

    @Test
    void findsHolidaysThatNobodyHasAnnounced() {
        assertEquals(
                List.of("anju.care.calendar.open-ended"), findings(Map.of("anju.care.calendar.open-ended", "true")));
    }

    @ParameterizedTest
    @CsvSource({
        "contract-service, anju.log.origin, localhost:8080/api/v1/log, true",
        "contract-service, anju.log.origin, 127.0.0.1/api/v1/log, true",
        "contract-service, anju.log.origin, , true",
        "contract-service, anju.log.origin, home.example.com/api/v1/log, false",
        "care-service, anju.care.branches-file, , true",
        "care-service, anju.care.branches-file, /etc/anju/branches/branches.json, false",
        "loan-service, anju.log.origin, , false",
    })
    void findsWhatABankCannotTakeBackLeftAsOnALaptop(String service, String name, String value, boolean found) {
        var settings = new HashMap<>(Map.of("quarkus.application.name", service));
        if (value != null) {
            settings.put(name, value);
        }

        assertEquals(found ? List.of(name) : List.of(), findings(settings));
    }
}
