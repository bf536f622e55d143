package io.anju.contract.signing.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What never changes about a contract.
 *
 * @param number for people, printed on it
 * @param pdfSha256 64 hexadecimal digits over the file that is signed
 * @param applicationId what it is for: the application of a loan, the link of a wallet agreement
 * @param principal fen; of a wallet agreement the mortgage balance that its limit rests on
 * @param amends empty for a contract of its own
 */
public record ContractFacts(
        UUID id,
        String number,
        ContractKind kind,
        UUID customerId,
        UUID applicationId,
        int templateVersion,
        String pdfSha256,
        long principal,
        Instant draftedAt,
        Optional<Amends> amends) {
    /** A contract of its own. */
    public ContractFacts(
            UUID id,
            String number,
            ContractKind kind,
            UUID customerId,
            UUID applicationId,
            int templateVersion,
            String pdfSha256,
            long principal,
            Instant draftedAt) {
        this(
                id,
                number,
                kind,
                customerId,
                applicationId,
                templateVersion,
                pdfSha256,
                principal,
                draftedAt,
                Optional.empty());
    }

    /** What an amendment amends: a contract in force, and the loan under it. */
    public record Amends(UUID contractId, UUID loanId) {}
}
