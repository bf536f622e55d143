package io.anju.identity.erasure;

import io.anju.identity.erasure.model.Erasure;
import io.anju.identity.erasure.model.ErasurePlan;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.identity.erasure.model.RetentionRule;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The retention schedule, the holds, and the erasures that were carried out. */
public interface ErasureStore {

    /** What was done, and what the customer was told. */
    record Kept(Erasure erasure, List<ErasurePlan.Item> items) {}

    /** The versions in force, in the order in which they are told. */
    Uni<List<RetentionRule>> rules(Tx tx);

    Uni<List<LegalHold>> holds(Tx tx, UUID customerId);

    Uni<Void> place(Tx tx, LegalHold hold);

    /** Whose hold it was; empty when there is no such hold in force. */
    Uni<Optional<UUID>> lift(Tx tx, UUID holdId, UUID liftedBy, Instant now);

    Uni<Optional<Kept>> find(Tx tx, UUID customerId);

    /** The same, with one erasure of a customer at a time until the transaction ends. */
    Uni<Optional<Kept>> findForUpdate(Tx tx, UUID customerId);

    Uni<Void> add(Tx tx, Erasure erasure, List<ErasurePlan.Item> items);

    /** One whose day has come, which nobody else has in hand; locked until the transaction ends. */
    Uni<Optional<Erasure.Restricted>> findDueForUpdate(Tx tx, LocalDate today);

    Uni<Void> complete(Tx tx, Erasure.Complete erasure);

    /** Takes away an item held here whose day has come and which nobody else has in hand; answers whether there was one. */
    Uni<Boolean> purgeNext(Tx tx, LocalDate today, Instant now);

    /** An item held by another service whose day has come and which nobody else has in hand; marked as let go. */
    Uni<Optional<RetentionEnded>> endNext(Tx tx, LocalDate today, Instant now);

    /** Takes away what sign-ins, codes, devices and stored answers have left, which no law keeps. */
    Uni<Void> removeTraces(Tx tx, UUID customerId, List<byte[]> phoneHashes, Instant now);
}
