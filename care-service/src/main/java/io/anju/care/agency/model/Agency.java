package io.anju.care.agency.model;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner agency: proposed by one compliance officer, vetted by another, suspended when something is wrong.
 *
 * <p>A suspended agency, and one whose papers have run out, comes back only through a new proposal and a new vetting.
 */
public sealed interface Agency {

    AgencyFile file();

    UUID proposedBy();

    /** Why the agency may not act for a purpose on a day; empty when it may. */
    Optional<Lapse> lapse(String purpose, LocalDate day);

    /** Entered by one person, not yet looked at by another. */
    record Proposed(AgencyFile file, UUID proposedBy) implements Agency {

        /** Vetting takes a second person. */
        public Result<Vetted, AgencyRefusal> vet(UUID officer) {
            return officer.equals(proposedBy)
                    ? Result.refused(new AgencyRefusal.SamePerson())
                    : Result.ok(new Vetted(file, proposedBy, officer));
        }

        @Override
        public Optional<Lapse> lapse(String purpose, LocalDate day) {
            return Optional.of(Lapse.NOT_VETTED);
        }
    }

    /** May act while its papers are good. */
    record Vetted(AgencyFile file, UUID proposedBy, UUID vettedBy) implements Agency {

        /** Does not act until a second person has looked at the new papers. */
        public Proposed renew(UUID officer, Renewal renewal) {
            return new Proposed(file.with(renewal), officer);
        }

        public Suspended suspend(UUID officer, String reason) {
            return new Suspended(file, proposedBy, vettedBy, officer, reason);
        }

        @Override
        public Optional<Lapse> lapse(String purpose, LocalDate day) {
            return Lapse.ofPapers(file, purpose, day);
        }
    }

    /** May not act, whatever its papers say. */
    record Suspended(AgencyFile file, UUID proposedBy, UUID vettedBy, UUID suspendedBy, String reason)
            implements Agency {

        public Proposed proposeAnew(UUID officer) {
            return new Proposed(file, officer);
        }

        public Proposed renew(UUID officer, Renewal renewal) {
            return new Proposed(file.with(renewal), officer);
        }

        @Override
        public Optional<Lapse> lapse(String purpose, LocalDate day) {
            return Optional.of(Lapse.SUSPENDED);
        }
    }
}
