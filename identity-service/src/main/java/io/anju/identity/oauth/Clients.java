package io.anju.identity.oauth;

import io.anju.identity.oauth.model.ClientKind;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clients and their public keys: those of the services from the folder; those of agencies
 * from the credentials that two members of staff gave them, or from the folder while there are none.
 */
@ApplicationScoped
public class Clients {

    private static final String SERVICES =
            "identity-service,loan-service,contract-service,repayment-service,care-service,gateway";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

    /**
     * A known client.
     *
     * @param keys any of which proves that it is the client; one at least
     */
    record Client(String id, ClientKind kind, List<PublicKey> keys) {

        Client {
            keys = List.copyOf(keys);
        }
    }

    private final Transactions transactions;
    private final AgencyCredentials agencies;
    private final SurvivedFailures failures;
    private final KeyFolder folder;
    private final Set<String> services;
    private final String relay;

    /**
     * @param folder one {@code <client-id>.pub.pem} per client that authenticates by {@code private_key_jwt}; see
     *     {@link KeyFolder}
     * @param services clients that are services of ours; every other one with a key is a partner agency
     * @param relay the client that is the bank's telephone switch ({@code anju.contact.relay-client} of care-service)
     */
    Clients(
            Transactions transactions,
            AgencyCredentials agencies,
            SurvivedFailures failures,
            @ConfigProperty(name = "anju.identity.clients-dir") Path folder,
            @ConfigProperty(name = "anju.identity.services", defaultValue = SERVICES) Set<String> services,
            @ConfigProperty(name = "anju.identity.relay", defaultValue = "contact-relay") String relay) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.folder = new KeyFolder(folder);
        this.failures = failures;
        this.services = Set.copyOf(services);
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        readFolder();
    }

    /** On a worker: a key that is put into the folder, or taken out of it, is known within 30 seconds. */
    @Scheduled(
            every = "${anju.identity.clients-round:30s}",
            delayed = "${anju.identity.clients-round:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readFolder() {
        try {
            folder.read();
        } catch (IOException | DirectoryIteratorException e) {
            failures.note("reading the keys of clients", e);
        }
    }

    Set<String> services() {
        return services;
    }

    /**
     * Empty for an id that has no key here, and for an agency that is suspended. The id is checked first, so that it cannot
     * name another file.
     */
    Uni<Optional<Client>> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return isOurs(id)
                ? Uni.createFrom().item(inFolder(id))
                : transactions
                        .run(tx -> agencies.find(tx, id))
                        .map(found -> found.isEmpty() ? inFolder(id) : found.flatMap(this::ofAgency));
    }

    private Optional<Client> ofAgency(AgencyCredential credential) {
        if (credential.suspendedAt().isPresent()) {
            return Optional.empty();
        }
        return credential.publicKey().isEmpty()
                ? inFolder(credential.clientId())
                : PublicKeys.read(credential.publicKey().get())
                        .map(key -> new Client(credential.clientId(), ClientKind.AGENCY, List.of(key)));
    }

    /** Whether this is a service or the switch of ours, and so nobody else's name. */
    public boolean isOurs(String id) {
        return services.contains(id) || relay.equals(id);
    }

    /** Whether an agency of this id has its key in the folder. */
    public boolean isAgencyInFolder(String id) {
        return !isOurs(id) && ID.matcher(id).matches() && inFolder(id).isPresent();
    }

    private Optional<Client> inFolder(String id) {
        return Optional.of(folder.of(id)).filter(keys -> !keys.isEmpty()).map(keys -> new Client(id, kind(id), keys));
    }

    private ClientKind kind(String id) {
        if (services.contains(id)) {
            return ClientKind.SERVICE;
        }
        return relay.equals(id) ? ClientKind.RELAY : ClientKind.AGENCY;
    }
}
