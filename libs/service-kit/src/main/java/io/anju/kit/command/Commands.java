package io.anju.kit.command;

import io.anju.kit.caller.Caller;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.VerificationTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * The edge of everything that changes something: one request is one transaction.
 *
 * <p>In this order: the {@code Idempotency-Key} is claimed (a repeated request is answered from the store and goes no
 * further); the verification token is burnt; the resource is locked where the request says on which version it was made;
 * the work is done; the answer is kept beside its effect. A refusal undoes all of it, so that a refused request has
 * changed nothing and its keys are still good.
 */
@ApplicationScoped
public class Commands {

    private final Transactions transactions;
    private final IdempotencyRequest idempotency;
    private final IdempotencyKeys keys;
    private final IfMatch ifMatch;
    private final VerificationTokens verifications;
    private final Caller caller;
    private final Replies replies;

    Commands(
            Transactions transactions,
            IdempotencyRequest idempotency,
            IdempotencyKeys keys,
            IfMatch ifMatch,
            VerificationTokens verifications,
            Caller caller,
            Replies replies) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.keys = keys;
        this.ifMatch = ifMatch;
        this.verifications = verifications;
        this.caller = caller;
        this.replies = replies;
    }

    /** Does the work and answers; see the class for what happens around it. */
    public Uni<Response> run(Function<Tx, Uni<Reply>> work) {
        return transactions
                .run(tx -> answerOnce(tx, work).map(Commands::undoIfRefused))
                .onFailure(Undone.class)
                .recoverWithItem(undone -> ((Undone) undone).reply)
                .map(replies::response);
    }

    private Uni<Reply> answerOnce(Tx tx, Function<Tx, Uni<Reply>> work) {
        var key = idempotency.key();
        if (key.isEmpty()) {
            return burnAndDo(tx, work);
        }
        return keys.claim(tx, key.get())
                .flatMap(stored -> stored.isPresent()
                        ? Uni.createFrom().item(stored.get())
                        : burnAndDo(tx, work).call(reply -> keep(tx, key.get(), reply)));
    }

    private Uni<Void> keep(Tx tx, IdempotencyRequest.Key key, Reply reply) {
        return reply.isRefusal() ? Uni.createFrom().voidItem() : keys.keep(tx, key, reply);
    }

    private Uni<Reply> burnAndDo(Tx tx, Function<Tx, Uni<Reply>> work) {
        return caller.verification()
                .map(act -> verifications.burn(tx, act, caller.subject()))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .flatMap(burnt -> ifMatch.guard(tx, () -> work.apply(tx)));
    }

    private static Reply undoIfRefused(Reply reply) {
        if (reply.undoes()) {
            throw new Undone(reply);
        }
        return reply;
    }

    /** Makes the transaction roll back while the refusal stays a value. */
    private static final class Undone extends RuntimeException {
        private final transient Reply reply;

        Undone(Reply reply) {
            super(null, null, false, false);
            this.reply = reply;
        }
    }
}
