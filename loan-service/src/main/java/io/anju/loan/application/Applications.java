package io.anju.loan.application;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where applications are kept. Those of customers who are erased are none. */
public interface Applications {

    /** Rings when an application waits to be checked. */
    String SUBMITTED_BELL = "application-submitted";

    /** As it stands. */
    Uni<Optional<LoanApplication>> find(Tx tx, UUID id);

    /** Locked until the transaction ends. */
    Uni<Optional<LoanApplication>> findForUpdate(Tx tx, UUID id);

    /** Keeps a new one with the first line of its timeline. */
    Uni<Void> add(Tx tx, Draft draft, TimelineEntry entry);

    /**
     * Keeps a change; the version grows by one.
     *
     * @param entry the transition's line, or null when the state stayed
     * @return as kept
     */
    Uni<LoanApplication> save(Tx tx, LoanApplication changed, @Nullable TimelineEntry entry, Instant at);

    /** One customer's, newest first. */
    Uni<List<LoanApplication>> listOfCustomer(Tx tx, UUID customerId, @Nullable UUID before, int limit);

    /** Those in a state, oldest first. */
    Uni<List<LoanApplication>> listInState(Tx tx, State state, @Nullable UUID after, int limit);

    /** How many are in each of these states; a state that is missing has none. */
    Uni<Map<State, Long>> countByState(Tx tx, Set<State> states);

    /** In the order in which things happened, from the one at place {@code start}, the first being 0. */
    Uni<List<TimelineEntry>> timeline(Tx tx, UUID id, int start, int limit);

    /** The oldest one that waits for its checks, or whose checks were left lying; nobody else gets it until the lease ends. */
    Uni<Optional<UUID>> leaseForCheck(Tx tx, Instant now, Duration lease);

    /**
     * Puts a failed check off.
     *
     * @param fault who was asked and what came of it; nothing personal
     */
    Uni<Void> postponeCheck(Tx tx, UUID id, Instant until, String fault);

    /** How far the checks of an application are. */
    Uni<CheckProgress> checkProgress(Tx tx, UUID id);

    /** Other open applications of the same person or for the same home. */
    Uni<Integer> countOpenBeside(Tx tx, UUID id, UUID customerId, Facts facts);

    /** Home loans of a person that this bank is paying out or that run. */
    Uni<Integer> countHomeLoans(Tx tx, UUID customerId);

    /** Drafts of a customer; until the transaction ends nobody else counts them. */
    Uni<Integer> countDrafts(Tx tx, UUID customerId);
}
