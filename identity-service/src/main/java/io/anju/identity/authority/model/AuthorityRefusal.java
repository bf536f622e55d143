package io.anju.identity.authority.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every reason for which a change of authority is not proposed, not decided or not carried out. */
public sealed interface AuthorityRefusal extends Refusal {

    /** There is no such proposal, member of staff or agency. */
    record NotFound() implements AuthorityRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** A role that nobody can have, or none at all. */
    record RolesUnknown(Set<String> known) implements AuthorityRefusal {
        @Override
        public String code() {
            return "ROLES_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("known", known.stream().sorted().toList());
        }
    }

    /** One person would hold both halves of an act that needs two; the reason is data, in two languages. */
    record RolesNotSeparate(Separation separation) implements AuthorityRefusal {
        @Override
        public String code() {
            return "ROLES_NOT_SEPARATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("roles", List.of(separation.one(), separation.other()), "reason", separation.reasonEn());
        }
    }

    /** Nobody changes what they may do themselves. */
    record OwnChange() implements AuthorityRefusal {
        @Override
        public String code() {
            return "OWN_AUTHORITY";
        }
    }

    /** Whoever proposed it does not approve it. */
    record SameHands() implements AuthorityRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }
    }

    /** The caller's role proposes other kinds of change. */
    record NotForThisRole() implements AuthorityRefusal {
        @Override
        public String code() {
            return "CHANGE_NOT_FOR_ROLE";
        }
    }

    /** Somebody has decided on it. */
    record DecidedAlready(Instant decidedAt) implements AuthorityRefusal {
        @Override
        public String code() {
            return "CHANGE_DECIDED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("decidedAt", decidedAt);
        }
    }

    /** It waited too long for its second person. */
    record Expired(Instant expiredAt) implements AuthorityRefusal {
        @Override
        public String code() {
            return "CHANGE_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** The name or the client id is somebody's already. */
    record NameTaken() implements AuthorityRefusal {
        @Override
        public String code() {
            return "NAME_TAKEN";
        }
    }

    /** It is so already: suspended twice, or reinstated without a suspension. */
    record NothingToChange() implements AuthorityRefusal {
        @Override
        public String code() {
            return "NOTHING_TO_CHANGE";
        }
    }

    /** A training that has ended, or counts for longer than any does. */
    record TrainingDateNotGood(LocalDate from, LocalDate until) implements AuthorityRefusal {
        @Override
        public String code() {
            return "TRAINING_DATE_NOT_GOOD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("from", from, "until", until);
        }
    }

    /** No P-256 public key in PEM. */
    record KeyNotGood() implements AuthorityRefusal {
        @Override
        public String code() {
            return "AGENCY_KEY_NOT_GOOD";
        }
    }
}
