package io.anju.identity.registration;

import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.registration.model.Registration;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Registrations under way, and the acceptances of the notice. */
public interface RegistrationStore {

    Uni<Void> add(Tx tx, Registration.Pending registration);

    /** Locked until the transaction ends. */
    Uni<Optional<Registration>> findForUpdate(Tx tx, UUID id);

    Uni<Void> complete(Tx tx, Registration.Completed registration);

    /** Keeps version, hash and time; accepting the same notice again keeps the first time. */
    Uni<Void> accepted(Tx tx, UUID customerId, NoticeReference notice, Instant at);
}
