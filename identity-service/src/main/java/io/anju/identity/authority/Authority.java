package io.anju.identity.authority;

import io.anju.identity.authority.model.AuthorityRefusal;
import io.anju.identity.authority.model.Change;
import io.anju.identity.authority.model.Proposal;
import io.anju.identity.authority.model.Separation;
import io.anju.identity.authority.model.Training;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Proposing and deciding who may do what. The rules are asked at both ends, since the world moves between them. */
@ApplicationScoped
public class Authority {

    /** Who proposes or decides. */
    public record Hand(UUID id, Set<String> roles) {}

    /**
     * What came of a decision.
     *
     * @param enrolmentCode for the member's first passkey, to be handed over in person; of employment and re-enrolment alone
     */
    public record Outcome(Proposal.Decided proposal, Optional<String> enrolmentCode) {

        @Override
        public String toString() {
            return "Outcome of " + proposal.opened().id();
        }
    }

    private final Proposals proposals;
    private final Deeds deeds;
    private final Ids ids;
    private final BusinessClock clock;

    Authority(Proposals proposals, Deeds deeds, Ids ids, BusinessClock clock) {
        this.proposals = proposals;
        this.deeds = deeds;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes down a change that waits for a second person, or says why it would never be carried out. */
    public Uni<Result<Proposal.Open, AuthorityRefusal>> propose(Tx tx, Hand by, Change change, String reason) {
        Instant now = clock.now();
        var opened = new Proposal.Opened(ids.next(), change, reason, by.id(), now, now.plus(Proposal.LIFETIME));
        return switch (Proposal.propose(opened, by.roles())) {
            case Result.Refused<Proposal.Open, AuthorityRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Proposal.Open, AuthorityRefusal>(var open) ->
                check(tx, change)
                        .flatMap(refusal -> refusal.isPresent()
                                ? refused(refusal.get())
                                : proposals.add(tx, open).replaceWith(Result.ok(open)));
        };
    }

    private Uni<Optional<AuthorityRefusal>> check(Tx tx, Change change) {
        return proposals
                .separations(tx)
                .map(separations -> change.givenRoles().flatMap(roles -> Separation.refuses(roles, separations)))
                .map(refusal -> refusal.or(
                        () -> change.givenTraining().flatMap(until -> Training.refuses(until, clock.today()))))
                .flatMap(refusal -> refusal.isPresent() ? Uni.createFrom().item(refusal) : deeds.misfit(tx, change));
    }

    /** The second person agrees: the change is carried out in the same transaction. */
    public Uni<Result<Outcome, AuthorityRefusal>> approve(Tx tx, Hand by, UUID id, Optional<String> note) {
        return open(tx, id).flatMap(found -> switch (found.flatMap(open -> open.approve(by.id(), note, clock.now()))) {
            case Result.Refused<Proposal.Decided, AuthorityRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Proposal.Decided, AuthorityRefusal>(var decided) ->
                check(tx, decided.opened().change())
                        .flatMap(refusal -> refusal.isPresent() ? refused(refusal.get()) : carryOut(tx, decided));
        });
    }

    private Uni<Result<Outcome, AuthorityRefusal>> carryOut(Tx tx, Proposal.Decided decided) {
        return deeds.carryOut(tx, decided.opened().change()).flatMap(done -> switch (done) {
            case Result.Refused<Optional<String>, AuthorityRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Optional<String>, AuthorityRefusal>(var code) ->
                proposals.save(tx, decided).replaceWith(Result.ok(new Outcome(decided, code)));
        });
    }

    /** Somebody says no, or the proposer takes it back. */
    public Uni<Result<Outcome, AuthorityRefusal>> reject(Tx tx, Hand by, UUID id, Optional<String> note) {
        return open(tx, id).flatMap(found -> switch (found.flatMap(open -> open.reject(by.id(), note, clock.now()))) {
            case Result.Refused<Proposal.Decided, AuthorityRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Proposal.Decided, AuthorityRefusal>(var decided) ->
                proposals.save(tx, decided).replaceWith(Result.ok(new Outcome(decided, Optional.empty())));
        });
    }

    private Uni<Result<Proposal.Open, AuthorityRefusal>> open(Tx tx, UUID id) {
        return proposals
                .findForUpdate(tx, id)
                .map(found -> found.<Result<Proposal, AuthorityRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new AuthorityRefusal.NotFound()))
                        .flatMap(Proposal::open));
    }

    private static <T> Uni<Result<T, AuthorityRefusal>> refused(AuthorityRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
