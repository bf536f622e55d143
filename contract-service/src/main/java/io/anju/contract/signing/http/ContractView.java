package io.anju.contract.signing.http;

import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contract as callers see it.
 *
 * @param principal fen
 * @param pdfSha256 hexadecimal; this is what a signature is given over
 * @param sealedPdfSha256 hexadecimal; of the file with signature page and seal
 */
@RegisterForReflection
@Schema(name = "Contract")
public record ContractView(
        UUID id,
        String number,
        String kind,
        String state,
        UUID applicationId,
        long principal,
        String pdfSha256,
        @Nullable String sealedPdfSha256,
        Instant draftedAt,
        @Nullable LocalDate expiresOn,
        @Nullable Instant signedAt,
        @Nullable Instant sealedAt,
        @Nullable Instant endedAt) {
    static ContractView of(Contract contract) {
        return switch (contract) {
            case Contract.Drafted drafted -> view(contract, null, drafted.expiresOn(), null, null, null);
            case Contract.Signed signed -> view(contract, null, null, signed.signedAt(), null, null);
            case Contract.Sealed sealed ->
                view(contract, sealed.sealedSha256(), null, sealed.signedAt().orElse(null), sealed.sealedAt(), null);
            case Contract.Rescinded rescinded ->
                view(
                        contract,
                        rescinded.was().sealedSha256(),
                        null,
                        rescinded.was().signedAt().orElse(null),
                        rescinded.was().sealedAt(),
                        rescinded.at());
            case Contract.Ended ended -> view(contract, null, null, null, null, ended.at());
        };
    }

    private static ContractView view(
            Contract contract,
            @Nullable String sealedSha256,
            @Nullable LocalDate expiresOn,
            @Nullable Instant signedAt,
            @Nullable Instant sealedAt,
            @Nullable Instant endedAt) {
        ContractFacts facts = contract.facts();
        return new ContractView(
                facts.id(),
                facts.number(),
                facts.kind().name(),
                contract.stateName(),
                facts.applicationId(),
                facts.principal(),
                facts.pdfSha256(),
                sealedSha256,
                facts.draftedAt(),
                expiresOn,
                signedAt,
                sealedAt,
                endedAt);
    }
}
