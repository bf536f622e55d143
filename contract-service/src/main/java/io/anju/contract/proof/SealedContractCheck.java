package io.anju.contract.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.contract.evidence.FactCheck;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A contract that the log says came into force did, over the very hashes that were logged; it may be rescinded since. */
@ApplicationScoped
class SealedContractCheck implements FactCheck {
    private final Contracts contracts;
    private final Transactions transactions;

    SealedContractCheck(Contracts contracts, Transactions transactions) {
        this.contracts = contracts;
        this.transactions = transactions;
    }

    @Override
    public String type() {
        return "anju.contract.sealed.v1";
    }

    @Override
    public Uni<Optional<String>> contradiction(JsonNode data) {
        UUID id = UUID.fromString(data.path("contractId").asText());
        return transactions
                .run(tx -> contracts.find(tx, id))
                .map(found -> found.map(Kept::contract)
                                .filter(contract -> agrees(contract, data))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("CONTRACT_CHANGED " + id));
    }

    private static boolean agrees(Contract contract, JsonNode data) {
        Contract asSealed = contract instanceof Contract.Rescinded rescinded ? rescinded.was() : contract;
        return asSealed instanceof Contract.Sealed inForce
                && inForce.sealedSha256().equals(data.path("sealedPdfSha256").asText())
                && contract.facts().pdfSha256().equals(data.path("pdfSha256").asText());
    }
}
