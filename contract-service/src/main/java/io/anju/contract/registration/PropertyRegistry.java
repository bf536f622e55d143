package io.anju.contract.registration;

import io.anju.contract.registration.model.RegistryNews;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Port: the public register of real property. */
public interface PropertyRegistry {
    /**
     * An application to enter a mortgage.
     *
     * @param reference ours; the same one twice is one application
     * @param amount secured, fen
     */
    record Application(UUID reference, String propertyCertificate, String mortgagor, String mortgagee, long amount) {}

    /** Applies; the registry's id of the registration. May be repeated. */
    Uni<String> apply(Application application);

    /** Asks for the mortgage to be struck out. May be repeated. */
    Uni<Void> release(String registryId, UUID reference);

    /** How far it is. */
    Uni<RegistryNews> ask(String registryId);
}
