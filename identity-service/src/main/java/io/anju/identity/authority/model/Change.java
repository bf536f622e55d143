package io.anju.identity.authority.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One change of who may do what. */
public sealed interface Change {

    /** The name on the wire and at rest. */
    enum Kind {
        EMPLOY,
        SUSPEND,
        REINSTATE,
        ASSIGN_ROLES,
        RECORD_TRAINING,
        RE_ENROL,
        ADMIT_AGENCY,
        SUSPEND_AGENCY,
        REINSTATE_AGENCY,
        REPLACE_AGENCY_KEY
    }

    Kind kind();

    /** Whom it concerns: the id of the member of staff, or of the agency's client. */
    String subject();

    /** The roles somebody would hold by it; empty where it gives none. */
    default Optional<Set<String>> givenRoles() {
        return Optional.empty();
    }

    /** Until when somebody would count as trained by it, if it says. */
    default Optional<LocalDate> givenTraining() {
        return Optional.empty();
    }

    /** Concerns a member of staff. */
    sealed interface OfMember extends Change {

        UUID memberId();

        @Override
        default String subject() {
            return memberId().toString();
        }
    }

    /** Concerns an agency's credential. */
    sealed interface OfAgency extends Change {

        String clientId();

        @Override
        default String subject() {
            return clientId();
        }
    }

    /** @param trainedUntil last day on which the compliance training counts */
    record Employ(UUID memberId, String name, Set<String> roles, LocalDate trainedUntil) implements OfMember {

        public Employ {
            roles = Set.copyOf(roles);
        }

        @Override
        public Kind kind() {
            return Kind.EMPLOY;
        }

        @Override
        public Optional<Set<String>> givenRoles() {
            return Optional.of(roles);
        }

        @Override
        public Optional<LocalDate> givenTraining() {
            return Optional.of(trainedUntil);
        }
    }

    /** Signs the member out everywhere and lets them in no more. */
    record Suspend(UUID memberId) implements OfMember {
        @Override
        public Kind kind() {
            return Kind.SUSPEND;
        }
    }

    /** Takes a suspension back. */
    record Reinstate(UUID memberId) implements OfMember {
        @Override
        public Kind kind() {
            return Kind.REINSTATE;
        }
    }

    /** Takes the place of all roles held before. */
    record AssignRoles(UUID memberId, Set<String> roles) implements OfMember {

        public AssignRoles {
            roles = Set.copyOf(roles);
        }

        @Override
        public Kind kind() {
            return Kind.ASSIGN_ROLES;
        }

        @Override
        public Optional<Set<String>> givenRoles() {
            return Optional.of(roles);
        }
    }

    /** @param until last day on which the compliance training counts */
    record RecordTraining(UUID memberId, LocalDate until) implements OfMember {
        @Override
        public Kind kind() {
            return Kind.RECORD_TRAINING;
        }

        @Override
        public Optional<LocalDate> givenTraining() {
            return Optional.of(until);
        }
    }

    /** For a member who lost their passkeys: revokes them, ends the sessions and gives a new enrolment code. */
    record ReEnrol(UUID memberId) implements OfMember {
        @Override
        public Kind kind() {
            return Kind.RE_ENROL;
        }
    }

    /** @param publicKey P-256, in PEM */
    record AdmitAgency(String clientId, String publicKey) implements OfAgency {
        @Override
        public Kind kind() {
            return Kind.ADMIT_AGENCY;
        }
    }

    /** Gives the agency no tokens any more. */
    record SuspendAgency(String clientId) implements OfAgency {
        @Override
        public Kind kind() {
            return Kind.SUSPEND_AGENCY;
        }
    }

    /** Takes a suspension back. */
    record ReinstateAgency(String clientId) implements OfAgency {
        @Override
        public Kind kind() {
            return Kind.REINSTATE_AGENCY;
        }
    }

    /** @param publicKey P-256, in PEM; the old one is worth nothing from then on */
    record ReplaceAgencyKey(String clientId, String publicKey) implements OfAgency {
        @Override
        public Kind kind() {
            return Kind.REPLACE_AGENCY_KEY;
        }
    }
}
