package io.anju.identity.recovery;

import io.anju.identity.proof.Guard;
import io.anju.identity.realname.IdRegistry;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.identity.realname.model.IdNumber;
import io.anju.identity.realname.model.RealNameRefusal;
import io.anju.identity.recovery.model.RecoveryRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Who stands at the counter: name and number as the card says, confirmed by the registry now, and proved by the customer
 * before. It runs before the command's transaction, so that no connection waits for the registry. Failures are counted
 * per teller, so that nobody can try numbers at a counter.
 */
@ApplicationScoped
public class Identification {

    /** The customer whose card it is, and the registry's reference to its comparison. */
    public record Identified(UUID customerId, String faceReference) {}

    private final RealNames realNames;
    private final IdRegistry registry;
    private final Guard guard;
    private final Transactions transactions;
    private final BusinessClock clock;

    Identification(
            RealNames realNames, IdRegistry registry, Guard guard, Transactions transactions, BusinessClock clock) {
        this.realNames = realNames;
        this.registry = registry;
        this.guard = guard;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The customer, or why they are not known by these papers. */
    public Uni<Result<Identified, RecoveryRefusal>> identify(UUID teller, String name, String idNumber) {
        return switch (IdNumber.parse(idNumber, clock.today())) {
            case Result.Refused<IdNumber, RealNameRefusal>(var refusal) ->
                refused(new RecoveryRefusal.IdNumberNotGood(refusal));
            case Result.Ok<IdNumber, RealNameRefusal>(var number) -> {
                var subject = new Guard.Subject("counter:" + teller);
                yield transactions
                        .run(tx -> guard.ask(tx, subject))
                        .flatMap(blocked -> blocked.isPresent()
                                ? refused(new RecoveryRefusal.TriedTooOften(blocked.get()))
                                : ask(subject, name.strip(), number.text()));
            }
        };
    }

    private Uni<Result<Identified, RecoveryRefusal>> ask(Guard.Subject subject, String name, String number) {
        return registry.check(name, number)
                .flatMap(reference -> transactions.run(tx -> realNames
                        .findByNumber(tx, number)
                        .map(known -> known.filter(proved -> proved.name().equals(name)))
                        .flatMap(known -> known.isPresent() && reference.isPresent()
                                ? guard.succeeded(tx, subject).replaceWith(identified(known.get(), reference.get()))
                                : guard.failed(tx, subject, Optional.empty())
                                        .replaceWith(Result.refused(new RecoveryRefusal.NotIdentified())))));
    }

    private static Result<Identified, RecoveryRefusal> identified(RealName known, String reference) {
        return Result.ok(new Identified(known.customerId(), reference));
    }

    private static Uni<Result<Identified, RecoveryRefusal>> refused(RecoveryRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
