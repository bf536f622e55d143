package io.anju.identity.staff;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The staff. */
public interface StaffMembers {

    /**
     * A code given by hand, and until when it is good; without an end for the demonstration.
     *
     * @param digest whether the text is the SHA-256 of the code in hex, which is all that is known of it here
     */
    record EnrolmentCode(String text, boolean digest, Optional<Instant> expiresAt) {

        public EnrolmentCode(String text, Optional<Instant> expiresAt) {
            this(text, false, expiresAt);
        }

        /** Of a code that only the one who chose it knows. */
        public static EnrolmentCode ofDigest(String sha256, Instant expiresAt) {
            return new EnrolmentCode(sha256, true, Optional.of(expiresAt));
        }

        @Override
        public String toString() {
            return "EnrolmentCode";
        }
    }

    /** By name, those after this one. */
    Uni<List<StaffMember>> list(Tx tx, String after, int limit);

    Uni<Optional<StaffMember>> find(Tx tx, UUID id);

    /** Whose code this is, if it is good now. */
    Uni<Optional<StaffMember>> findByCode(Tx tx, String enrolmentCode, Instant now);

    /** Locked until the transaction ends. */
    Uni<Optional<StaffMember>> findForUpdate(Tx tx, UUID id);

    /** Adds the person; false when there is one of this name. */
    Uni<Boolean> addIfAbsent(Tx tx, StaffMember member, EnrolmentCode code);

    Uni<Void> enrolled(Tx tx, UUID id, Instant at);

    /** How many have ever enrolled, whether or not they still can sign in. */
    Uni<Integer> everEnrolled(Tx tx);

    /** Gives another code to one who has not enrolled; nothing for the code they have. */
    Uni<Void> renewCode(Tx tx, UUID id, EnrolmentCode code);

    /** Takes back the enrolment and gives another code. */
    Uni<Void> reEnrol(Tx tx, UUID id, EnrolmentCode code);

    Uni<Void> assignRoles(Tx tx, UUID id, Set<String> roles);

    Uni<Void> trained(Tx tx, UUID id, LocalDate until);

    /** @param since empty to reinstate */
    Uni<Void> suspend(Tx tx, UUID id, Optional<Instant> since);
}
