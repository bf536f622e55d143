package io.anju.identity.realname;

import io.anju.identity.model.Level;
import io.anju.identity.party.CustomerVerified;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.Guard;
import io.anju.identity.realname.model.IdNumber;
import io.anju.identity.realname.model.RealNameRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Proving a real name: {@link #ask} before the transaction of the command, so that no connection waits for the registry,
 * then {@link #keep} in it. Names that the registry denies are counted by the guard, so that nobody can try numbers.
 */
@ApplicationScoped
public class RealNameChecks {

    /** What the registry confirmed, and is to be kept. */
    public record Confirmed(String name, IdNumber idNumber, String faceReference) {

        @Override
        public String toString() {
            return "Confirmed";
        }
    }

    private final RealNames realNames;
    private final IdRegistry registry;
    private final Guard guard;
    private final Customers customers;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;

    RealNameChecks(
            RealNames realNames,
            IdRegistry registry,
            Guard guard,
            Customers customers,
            Outbox outbox,
            Transactions transactions,
            BusinessClock clock) {
        this.realNames = realNames;
        this.registry = registry;
        this.guard = guard;
        this.customers = customers;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The number's own rules first: nobody is asked about what cannot be. */
    public Uni<Result<Confirmed, RealNameRefusal>> ask(UUID customerId, String name, String idNumber) {
        var today = clock.today();
        return switch (IdNumber.parse(idNumber, today).flatMap(number -> number.adultOn(today))) {
            case Result.Refused<IdNumber, RealNameRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<IdNumber, RealNameRefusal>(var number) -> {
                var subject = new Guard.Subject("real-name:" + customerId);
                yield transactions
                        .run(tx -> guard.ask(tx, subject))
                        .flatMap(blocked -> blocked.isPresent()
                                ? refused(new RealNameRefusal.TriedTooOften(blocked.get()))
                                : askRegistry(subject, name.strip(), number));
            }
        };
    }

    private Uni<Result<Confirmed, RealNameRefusal>> askRegistry(Guard.Subject subject, String name, IdNumber number) {
        return registry.check(name, number.text())
                .flatMap(reference -> reference.isPresent()
                        ? Uni.createFrom().item(Result.ok(new Confirmed(name, number, reference.get())))
                        : transactions
                                .run(tx -> guard.failed(tx, subject, Optional.empty()))
                                .flatMap(counted -> refused(new RealNameRefusal.RegistrySaysNo())));
    }

    /**
     * Keeps what was confirmed; level L2 from then on. Another name for the number that is kept already corrects it (PIPL
     * art. 46): the registry has it so.
     */
    public Uni<Result<Level, RealNameRefusal>> keep(Tx tx, UUID customerId, Confirmed confirmed) {
        var realName = new RealName(
                customerId, confirmed.name(), confirmed.idNumber().text(), confirmed.faceReference(), clock.now());
        return customers
                .lock(tx, customerId)
                .flatMap(locked -> realNames.find(tx, customerId))
                .flatMap(known -> known.isPresent() ? correct(tx, known.get(), realName) : add(tx, realName));
    }

    private Uni<Result<Level, RealNameRefusal>> add(Tx tx, RealName realName) {
        return realNames
                .add(tx, realName)
                .flatMap(added ->
                        added ? raise(tx, realName.customerId()) : refused(new RealNameRefusal.IdNumberTaken()));
    }

    private Uni<Result<Level, RealNameRefusal>> correct(Tx tx, RealName known, RealName confirmed) {
        boolean corrects =
                known.idNumber().equals(confirmed.idNumber()) && !known.name().equals(confirmed.name());
        return corrects
                ? realNames
                        .correct(tx, confirmed)
                        .flatMap(corrected -> customers.get(tx, known.customerId()))
                        .map(customer -> Result.ok(customer.level()))
                : refused(new RealNameRefusal.VerifiedAlready());
    }

    private Uni<Result<Level, RealNameRefusal>> raise(Tx tx, UUID customerId) {
        return customers
                .raise(tx, customerId, Level.L2)
                .flatMap(raised -> outbox.append(tx, new CustomerVerified(customerId, Level.L2).event()))
                .replaceWith(Result.ok(Level.L2));
    }

    private static <T> Uni<Result<T, RealNameRefusal>> refused(RealNameRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
