package io.anju.identity.staff;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The staff. */
public interface StaffMembers {

    /** By name, those after this one. */
    Uni<List<StaffMember>> list(Tx tx, String after, int limit);

    Uni<Optional<StaffMember>> findByCode(Tx tx, String enrolmentCode);

    /** Locked until the transaction ends. */
    Uni<Optional<StaffMember>> findForUpdate(Tx tx, UUID id);

    /** Adds the person unless there is one of this name. */
    Uni<Void> addIfAbsent(Tx tx, StaffMember member, String enrolmentCode);

    Uni<Void> enrolled(Tx tx, UUID id, Instant at);
}
