package io.anju.contract.proof;

import io.anju.contract.digest.Sha256;
import io.anju.contract.evidence.Evidence;
import io.anju.contract.evidence.Evidence.Placed;
import io.anju.contract.proof.model.CheckFinding;
import io.anju.contract.sealing.SealCheck;
import io.anju.contract.sealing.SealCheck.Finding;
import io.anju.contract.sealing.SealCheck.State;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Says of any file whether it is a contract of this bank, in force and unchanged, or exactly what is wrong. */
@ApplicationScoped
public class ContractChecks {
    private final SealCheck seals;
    private final Contracts contracts;
    private final Evidence evidence;
    private final Transactions transactions;
    private final Vertx vertx;

    ContractChecks(SealCheck seals, Contracts contracts, Evidence evidence, Transactions transactions, Vertx vertx) {
        this.seals = seals;
        this.contracts = contracts;
        this.evidence = evidence;
        this.transactions = transactions;
        this.vertx = vertx;
    }

    /**
     * What was found.
     *
     * @param sha256 of the file, hexadecimal
     * @param contract the contract that has this very file
     * @param placed where its being in force is in the log
     */
    public record Checked(
            String sha256,
            CheckFinding finding,
            List<Finding> signatures,
            Optional<Contract> contract,
            Optional<Placed> placed) {}

    /** Checks a file. */
    public Uni<Checked> check(byte[] file) {
        String sha256 = Sha256.hex(file);
        return vertx.executeBlocking(() -> seals.check(file))
                .flatMap(signatures -> transactions
                        .run(tx -> contracts.findByFileSha256(tx, sha256))
                        .map(found -> found.map(Kept::contract))
                        .flatMap(contract -> place(contract)
                                .map(placed -> new Checked(
                                        sha256,
                                        conclude(signatures, contract, placed, sha256),
                                        signatures.orElse(List.of()),
                                        contract,
                                        placed))));
    }

    private Uni<Optional<Placed>> place(Optional<Contract> contract) {
        if (contract.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        String type = switch (contract.get().facts().kind()) {
            case HOME_LOAN -> "anju.contract.sealed.v1";
            case WALLET_AGREEMENT -> "anju.wallet-agreement.sealed.v1";
            case SETTLEMENT_CERTIFICATE -> "anju.settlement.certified.v1";
            case PLAN_AMENDMENT, RATE_AMENDMENT -> "anju.contract.amended.v1";
        };
        return evidence.findEvent(contract.get().facts().id(), type)
                .flatMap(event -> event.map(evidence::place)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static CheckFinding conclude(
            Optional<List<Finding>> signatures, Optional<Contract> contract, Optional<Placed> placed, String sha256) {
        if (signatures.isEmpty()) {
            return CheckFinding.NOT_A_PDF;
        }
        return contract.map(found -> known(found, placed, sha256)).orElseGet(() -> unknown(signatures.get()));
    }

    /** About a file that is one of ours byte for byte. */
    private static CheckFinding known(Contract contract, Optional<Placed> placed, String sha256) {
        return switch (contract) {
            case Contract.Ended _, Contract.Rescinded _ -> CheckFinding.NOT_IN_FORCE;
            case Contract.Drafted _, Contract.Signed _ -> CheckFinding.ORIGINAL_WITHOUT_SEAL;
            case Contract.Sealed inForce -> {
                if (!inForce.sealedSha256().equals(sha256)) {
                    yield CheckFinding.ORIGINAL_WITHOUT_SEAL;
                }
                yield placed.isPresent() ? CheckFinding.GENUINE : CheckFinding.NOT_LOGGED_YET;
            }
        };
    }

    private static CheckFinding unknown(List<Finding> signatures) {
        if (signatures.isEmpty()) {
            return CheckFinding.NOT_SIGNED;
        }
        Finding last = signatures.getLast();
        if (last.state() == State.BROKEN) {
            return CheckFinding.CHANGED_AFTER_SEALING;
        }
        if (!last.oursSeal()) {
            return CheckFinding.SEAL_OF_SOMEBODY_ELSE;
        }
        return last.coversWholeFile() ? CheckFinding.UNKNOWN_HERE : CheckFinding.ADDED_AFTER_SEALING;
    }
}
