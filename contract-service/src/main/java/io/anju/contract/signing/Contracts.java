package io.anju.contract.signing;

import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: contracts and what belongs to them. Everything runs in the caller's transaction. */
public interface Contracts {
    /** A contract with the version of its row. */
    record Kept(Contract contract, long version) {}

    /** What is printed in a contract beside its facts. */
    record Contents(Party party, String propertyCertificate, List<PrintedClause> clauses) {}

    /** Which file of a contract. */
    enum Variant {
        /** The bytes whose hash is signed. */
        ORIGINAL,
        /** With signature page and seal. */
        SEALED
    }

    /** A signature as it was given. */
    record Signature(
            UUID customerId,
            String pdfSha256,
            String verificationJti,
            String verificationToken,
            java.time.Instant signedAt) {}

    /** Keeps a new contract with its file. */
    Uni<Void> add(Tx tx, Contract contract, Contents contents, @Nullable UUID loanId, Variant variant, byte[] pdf);

    /** The contract, if there is one. */
    Uni<Optional<Kept>> find(Tx tx, UUID id);

    /** The contract, locked until the transaction ends, if there is one. */
    Uni<Optional<Kept>> findForUpdate(Tx tx, UUID id);

    /** The application's contract that is offered, signed or in force, locked until the transaction ends, if there is one. */
    Uni<Optional<Kept>> findLiveForUpdate(Tx tx, UUID applicationId);

    /** One customer's contracts, newest first, one more than {@code limit}. */
    Uni<List<Kept>> list(Tx tx, UUID customerId, Optional<ContractKind> kind, Optional<UUID> before, int limit);

    /** Drafted contracts that nobody signed by the day before {@code today}, at most {@code limit}. */
    Uni<List<Kept>> listExpired(Tx tx, LocalDate today, int limit);

    /** The contract whose original or sealed file has this hash, if there is one. */
    Uni<Optional<Kept>> findByFileSha256(Tx tx, String sha256);

    /** Keeps the contract's new state. */
    Uni<Void> save(Tx tx, Contract contract);

    /** What is printed in it. */
    Uni<Contents> contents(Tx tx, UUID id);

    /** One of its files, if there is one yet. */
    Uni<Optional<byte[]>> findFile(Tx tx, UUID id, Variant variant);

    /** Keeps a further file of it. */
    Uni<Void> addFile(Tx tx, UUID id, Variant variant, byte[] pdf);

    /** Keeps the evidence of a clause having been read. */
    Uni<Void> addReading(Tx tx, UUID id, UUID customerId, ClauseReading reading);

    /** All evidence of clauses having been read, oldest first. */
    Uni<List<ClauseReading>> listReadings(Tx tx, UUID id);

    /** Keeps a signature. */
    Uni<Void> addSignature(Tx tx, UUID id, Signature signature);

    /** The borrower's signature, if given. */
    Uni<Optional<Signature>> findSignature(Tx tx, UUID id);

    /** Keeps the passkey's assertion behind the signature. */
    Uni<Void> addSignatureEvidence(Tx tx, UUID id, String evidence);

    /** The passkey's assertion behind the signature as JSON, if it was handed over. */
    Uni<Optional<String>> findSignatureEvidence(Tx tx, UUID id);
}
