package io.anju.contract.signing.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about a contract.
 *
 * @param number for people, printed on it
 * @param pdfSha256 64 hexadecimal digits over the file that is signed
 * @param applicationId what it is for: the application of a loan, the link of a wallet agreement
 * @param principal fen; of a wallet agreement the mortgage balance that its limit rests on
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
        Instant draftedAt) {}
