package io.anju.kit.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.crypto.Keysets;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
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

    @ParameterizedTest
    @CsvSource({
        "http://kms.bank:8200, true",
        "HTTP://kms.bank, true",
        "https://kms.bank:8200, false",
        "HTTPS://kms.bank, false"
    })
    void refusesAKmsWhoseAnswersCouldBeReadOnTheWay(String url, boolean refused) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("anju.kms.url", url), "settings", 100))
                .build();

        assertEquals(refused, ProductionGuard.isKmsInClear(config));
    }

    @Test
    void asksForNoKmsWhereNoneIsSet() {
        assertEquals(false, ProductionGuard.isKmsInClear(new SmallRyeConfigBuilder().build()));
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

    /** A master key of 32 bytes, of which the first are the mark, as the launcher makes it. */
    @Test
    void findsAKeyThatIsItselfTheValueOfASetting() {
        var key = Base64.getEncoder()
                .encodeToString((DevelopmentMark.TEXT + "0123456789abcdefghijklm").getBytes(StandardCharsets.US_ASCII));

        assertEquals(List.of("anju.identity.master-key"), findings(Map.of("anju.identity.master-key", key)));
    }

    @Test
    void findsAKeyInTheEnvironment() {
        var variables = Map.of("ANJU_IDENTITY_MASTER_KEY", DevelopmentMark.TEXT + "secret");
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .build();

        assertEquals(
                "ANJU_IDENTITY_MASTER_KEY", ProductionGuard.findings(config).getFirst());
    }

    @Test
    void findsThePasswordOfWhoeverOwnsTheTables() {
        assertEquals(
                List.of("quarkus.flyway.password"),
                findings(Map.of("quarkus.flyway.password", DevelopmentMark.TEXT + "secret")));
    }

    @Test
    void findsAMarkedFileAmongThoseOfAFolder() throws IOException {
        Files.writeString(folder.resolve("agency.pub.pem"), DevelopmentMark.TEXT + "key\n-----BEGIN PUBLIC KEY-----");

        assertEquals(
                List.of("anju.identity.clients-dir"), findings(Map.of("anju.identity.clients-dir", folder.toString())));
    }

    @Test
    void findsOneSecretForTheCallbacksOfTwoInstitutions() throws IOException {
        var rail = Files.writeString(folder.resolve("rail"), "of the bank\n").toString();
        var copied = Files.writeString(folder.resolve("wallet"), "of the bank").toString();
        var own =
                Files.writeString(folder.resolve("registry"), "of the registry").toString();
        var settings = Map.of(
                "anju.rail.callback-secret-file", rail,
                "anju.wallet.callback-secret-file", copied,
                "anju.property-registry.callback-secret-file", own);

        assertEquals(
                List.of("anju.rail.callback.secret.file", "anju.wallet.callback.secret.file"),
                shared(new PropertiesConfigSource(settings, "settings", 100)));
    }

    @Test
    void findsARegistryThatSignsWithTheRailsSecret() throws IOException {
        var rail = file("of the bank");
        var settings =
                Map.of("anju.rail.callback-secret-file", rail, "anju.property-registry.callback-secret-file", rail);

        assertEquals(
                List.of("anju.property.registry.callback.secret.file", "anju.rail.callback.secret.file"),
                shared(new PropertiesConfigSource(settings, "settings", 100)));
    }

    @Test
    void aSecretKnownByTwoNamesOfOneSettingIsOneSecret() throws IOException {
        var secret = file("of the bank");

        assertEquals(
                List.of(),
                shared(
                        new PropertiesConfigSource(Map.of("anju.rail.callback-secret-file", secret), "settings", 100),
                        new EnvConfigSource(Map.of("ANJU_RAIL_CALLBACK_SECRET_FILE", secret), 300)));
    }

    private static List<String> shared(ConfigSource... sources) {
        return ProductionGuard.sharedSecrets(
                new SmallRyeConfigBuilder().withSources(sources).build());
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
