package io.anju.contract.proof;

import io.anju.contract.evidence.Evidence;
import io.anju.contract.evidence.Evidence.Placed;
import io.anju.contract.proof.model.CheckFinding;
import io.anju.contract.sealing.SealCheck;
import io.anju.contract.sealing.SealCheck.Finding;
import io.anju.contract.sealing.SealCheck.State;
import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.http.Digests;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Says of any file whether it is a contract of this bank, in force and unchanged, or exactly what is wrong. */
@ApplicationScoped
public class ContractChecks {
    private final SealCheck seals;
    private final Contracts contracts;
    private final Evidence evidence;
    private final Transactions transactions;
    private final WorkerExecutor workers;
    private final Semaphore waiting;

    ContractChecks(
            SealCheck seals,
            Contracts contracts,
            Evidence evidence,
            Transactions transactions,
            Vertx vertx,
            CheckConfig config) {
        this.seals = seals;
        this.contracts = contracts;
        this.evidence = evidence;
        this.transactions = transactions;
        this.workers = vertx.createSharedWorkerExecutor("contract-checks", config.threads());
        this.waiting = new Semaphore(config.atOnce());
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

    private record Computed(String sha256, Optional<List<Finding>> signatures) {}

    /** Checks a file; fails when too many are being checked. */
    public Uni<Checked> check(byte[] file) {
        return Uni.createFrom().deferred(() -> {
            // Until it was looked into, also when the caller is gone: the file is in memory for so long.
            if (!waiting.tryAcquire()) {
                throw tooMany();
            }
            return workers.executeBlocking(() -> compute(file), false).flatMap(this::lookUp);
        });
    }

    /** Whoever is asked to come again. */
    public static ProblemException tooMany() {
        return new ProblemException(Problem.of(503, "TOO_MANY_CHECKS").withHeader("Retry-After", "5"));
    }

    private Computed compute(byte[] file) {
        try {
            return new Computed(Digests.sha256Hex(file), seals.check(file));
        } finally {
            waiting.release();
        }
    }

    private Uni<Checked> lookUp(Computed file) {
        return transactions
                .run(tx -> contracts.findByFileSha256(tx, file.sha256()))
                .map(found -> found.map(Kept::contract))
                .flatMap(contract -> place(contract)
                        .map(placed -> new Checked(
                                file.sha256(),
                                conclude(file.signatures(), contract, placed, file.sha256()),
                                file.signatures().orElse(List.of()),
                                contract,
                                placed)));
    }

    @PreDestroy
    void stop() {
        workers.closeAndForget();
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
