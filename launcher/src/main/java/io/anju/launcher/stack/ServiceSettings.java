package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.keys.SecretFiles;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.postgres.Databases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each program is told, as environment variables: the names are those of MicroProfile Config, the same that a
 * Kubernetes manifest sets. The outside world is one sandbox here, so every port to it has the same URL.
 */
final class ServiceSettings {

    private static final List<String> OUTSIDE_WORLD =
            List.of("sandbox", "sms", "id-registry", "bureau", "property-registry", "card-network", "rail", "wallet");

    /** Nothing of a laptop's stack is reached from the network. */
    private static final String HERE = "127.0.0.1";

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    ServiceSettings(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, String> sandbox() {
        var settings = new LinkedHashMap<String, String>();
        put(settings, "sandbox.host", HERE);
        put(settings, "sandbox.port", ports.sandbox());
        put(settings, "sandbox.data-dir", home.data().resolve("sandbox"));
        put(settings, "anju.rail.callback-secret-file", secrets.callbackSecret());
        put(settings, "anju.wallet.callback-secret-file", secrets.walletCallbackSecret());
        put(settings, "anju.property-registry.callback-secret-file", secrets.registryCallbackSecret());
        return settings;
    }

    Map<String, String> gateway() {
        Map<String, String> settings = common("gateway", ports.gateway());
        put(settings, "quarkus.management.host", HERE);
        put(settings, "quarkus.management.port", ports.gatewayMetrics());
        return settings;
    }

    Map<String, String> service(String name, int port) {
        Map<String, String> settings = common(name, port);
        database(settings, name);
        put(settings, "anju.crypto.keyset-file", secrets.keyset(name));
        switch (name) {
            case "identity-service" -> {
                put(settings, "anju.identity.clients-dir", secrets.clients());
                put(settings, "anju.identity.master-key-file", secrets.identityMasterKey());
                put(settings, "anju.identity.demo-staff-file", secrets.demoStaffFile());
                // A demonstration, and the journeys, move money at any hour of the day.
                put(settings, "anju.identity.risk.work-begins", 0);
                put(settings, "anju.identity.risk.work-ends", 24);
            }
            case "contract-service" -> {
                put(settings, "anju.seal.keystore-file", secrets.sealKeyStore());
                put(settings, "anju.seal.password-file", secrets.sealPassword());
                put(settings, "anju.property-registry.callback-secret-file", secrets.registryCallbackSecret());
            }
            case "loan-service" ->
                put(settings, "anju.documents.directory", home.data().resolve("documents"));
            case "repayment-service" -> {
                put(settings, "anju.rail.callback-url", Ports.url(port) + "/callbacks/rail");
                put(settings, "anju.rail.callback-secret-file", secrets.callbackSecret());
                put(settings, "anju.wallet.callback-url", Ports.url(port) + "/callbacks/wallet");
                put(settings, "anju.wallet.callback-secret-file", secrets.walletCallbackSecret());
            }
            case "care-service" -> {
                put(settings, "anju.care.demo-agency", true);
                // The business date can be moved to years whose holidays nobody has announced.
                put(settings, "anju.care.calendar.open-ended", true);
            }
            default -> throw new IllegalArgumentException("no settings for " + name);
        }
        return settings;
    }

    /** The database and role of a service: {@code loan-service} has {@code loan}. */
    static String databaseName(String service) {
        return service.substring(0, service.indexOf('-'));
    }

    private Map<String, String> common(String name, int port) {
        var settings = new LinkedHashMap<String, String>();
        put(settings, "quarkus.http.host", HERE);
        put(settings, "quarkus.http.port", port);
        put(settings, "quarkus.log.console.json.enabled", false);
        put(settings, "anju.environment", "development");
        put(settings, "anju.issuer", ports.origin());
        put(settings, "anju.service.key-file", secrets.clientKey(name));
        put(settings, "anju.clock.url", Ports.url(ports.sandbox()) + "/business-date");
        ports.services()
                .forEach((service, itsPort) ->
                        put(settings, "anju." + databaseName(service) + ".url", Ports.url(itsPort)));
        OUTSIDE_WORLD.forEach(neighbour -> put(settings, "anju." + neighbour + ".url", Ports.url(ports.sandbox())));
        return settings;
    }

    private void database(Map<String, String> settings, String name) {
        String database = databaseName(name);
        put(settings, "quarkus.datasource.username", database);
        put(settings, "quarkus.datasource.password", SecretFiles.read(secrets.databasePassword(name)));
        // The owner only migrates, at the start; what runs afterwards cannot change a table.
        put(settings, "quarkus.flyway.username", Databases.ownerOf(database));
        put(settings, "quarkus.flyway.password", SecretFiles.read(secrets.databaseOwnerPassword(name)));
        // Seven programs start at once on two processors: the first connection may be a while in coming.
        put(settings, "quarkus.datasource.jdbc.acquisition-timeout", "60S");
        put(settings, "quarkus.datasource.jdbc.url", Databases.jdbcUrl(ports.database(), database));
        put(settings, "quarkus.datasource.reactive.url", Databases.reactiveUrl(ports.database(), database));
    }

    private static void put(Map<String, String> settings, String property, Object value) {
        settings.put(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value.toString());
    }
}
