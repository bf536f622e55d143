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

    /** Those that hold this customer's data now. */
    Uni<List<LegalHold>> holds(Tx tx, UUID customerId, Instant now);

    /** All that hold something now, by id: the oldest first. */
    Uni<List<LegalHold>> holds(Tx tx, Optional<UUID> after, int limit, Instant now);

    /** Empty when there is none by that id that holds something now. */
    Uni<Optional<LegalHold>> hold(Tx tx, UUID holdId, Instant now);

    /** The same, locked until the transaction ends: two officers are heard one after the other. */
    Uni<Optional<LegalHold>> holdForUpdate(Tx tx, UUID holdId, Instant now);

    Uni<Void> place(Tx tx, LegalHold hold);

    /** @param officer whose step led to this state */
    Uni<Void> save(Tx tx, LegalHold hold, UUID officer, Instant now);

    Uni<Optional<Kept>> find(Tx tx, UUID customerId);

    /** The same, with one erasure of a customer at a time until the transaction ends. */
    Uni<Optional<Kept>> findForUpdate(Tx tx, UUID customerId);

    Uni<Void> add(Tx tx, Erasure erasure, List<ErasurePlan.Item> items);

    /**
     * Waits for whatever else is done to what is kept of a customer, erased or not, until the transaction ends; false when
     * there never was such a customer.
     */
    Uni<Boolean> lock(Tx tx, UUID customerId);

    /** Whether anything is left here or elsewhere of a customer, erased or not. */
    Uni<Boolean> keeps(Tx tx, UUID customerId);

    /** Customer of an erasure whose day has come and which nobody has in hand; nobody else gets it until then. */
    Uni<Optional<UUID>> leaseDue(Tx tx, LocalDate today, Instant now, Instant until);

    /** Completes it; what is kept by a key is gone with it. */
    Uni<Void> complete(Tx tx, Erasure.Complete erasure);

    /** Takes away what sign-ins, codes, devices and stored answers have left, which no law keeps. */
    Uni<Void> removeTraces(Tx tx, UUID customerId, List<byte[]> phoneHashes, Instant now);
}
