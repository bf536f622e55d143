package io.anju.identity.hold;

import io.anju.identity.alert.AppealWatch;
import io.anju.identity.hold.AppealAnswerStore.Answer;
import io.anju.identity.hold.AppealAnswerStore.Outcome;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.SmsGateway;
import io.anju.identity.risk.model.Act;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells who appealed against a stopped sign-in what came of it, by SMS: they have no session, and no other channel reaches them
 * (反电信网络诈骗法 art. 32). The text names nobody and nothing, and holds no link, since whoever took the phone reads it too.
 *
 * <p>What is to be told is kept with the decision, and sent after it. While the gateway is away it is tried again; only a process
 * that ends between the sending and its record sends the same a second time.
 */
@ApplicationScoped
public class AppealAnswers implements AppealWatch {

    /** How long one has to send it before another tries. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Most of a day; whoever was not reached by then comes to a branch. */
    private static final int ATTEMPTS_MAX = 100;

    private static final int BATCH = 50;

    private static final String RELEASED =
            "【安居】您的申诉已处理：登录限制已解除，请在24小时内重新登录。" + "Your appeal was decided: you can sign in again, within 24 hours.";
    private static final String REFUSED = "【安居】您的申诉已处理：登录限制未解除。如有异议，请携带有效身份证件到网点办理。"
            + "Your appeal was decided: your sign-in stays stopped. You can object at a branch with your ID document.";

    private final AppealAnswerStore answers;
    private final HoldStore holds;
    private final Customers customers;
    private final SmsGateway gateway;
    private final Transactions transactions;
    private final SurvivedFailures failures;
    private final BusinessClock clock;

    AppealAnswers(
            AppealAnswerStore answers,
            HoldStore holds,
            Customers customers,
            SmsGateway gateway,
            Transactions transactions,
            SurvivedFailures failures,
            BusinessClock clock) {
        this.answers = answers;
        this.holds = holds;
        this.customers = customers;
        this.gateway = gateway;
        this.transactions = transactions;
        this.failures = failures;
        this.clock = clock;
    }

    /** Keeps what an officer decided, where it was appealed against. */
    Uni<Void> decided(Tx tx, Hold hold) {
        return switch (hold) {
            case Hold.Released ignored -> keep(tx, hold, Outcome.RELEASED);
            case Hold.Refused ignored -> keep(tx, hold, Outcome.REFUSED);
            case Hold.Held ignored -> Uni.createFrom().voidItem();
            case Hold.Denied ignored -> Uni.createFrom().voidItem();
            case Hold.Used ignored -> Uni.createFrom().voidItem();
        };
    }

    /** An appeal that is closed while the rules' word or the refusal stands was heard in vain. */
    @Override
    public Uni<Void> closed(Tx tx, UUID holdId) {
        return holds.findForUpdate(tx, holdId)
                .map(found -> found.filter(hold -> hold instanceof Hold.Denied || hold instanceof Hold.Refused))
                .flatMap(found -> found.map(hold -> keep(tx, hold, Outcome.REFUSED))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> keep(Tx tx, Hold hold, Outcome outcome) {
        var placed = hold.placed();
        return placed.act().equals(Act.SIGN_IN)
                ? holds.findAppeal(tx, placed.id())
                        .flatMap(appeal -> appeal.isPresent()
                                ? answers.add(tx, placed.id(), outcome, clock.now())
                                : Uni.createFrom().voidItem())
                : Uni.createFrom().voidItem();
    }

    /** Sends what is due, a bounded number; replicas skip each other's. */
    @Scheduled(
            every = "${anju.identity.appeal-answer-round:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> round() {
        return failures.survive(
                "telling what came of appeals",
                Multi.createBy()
                        .repeating()
                        .uni(this::next)
                        .whilst(Optional::isPresent)
                        .select()
                        .first(BATCH)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Optional<Answer>> next() {
        return transactions
                .run(tx -> answers.take(tx, clock.now(), clock.now().plus(LEASE), ATTEMPTS_MAX))
                .call(answer -> answer.isPresent()
                        ? failures.survive("telling what came of an appeal", tell(answer.get()))
                        : Uni.createFrom().voidItem());
    }

    /** Whoever is erased meanwhile has no phone any more, and is told nothing. */
    private Uni<Void> tell(Answer answer) {
        return transactions
                .run(tx -> customers.find(tx, answer.personId()))
                .map(found -> found.map(Customer::phone))
                .flatMap(phone -> phone.isPresent()
                        ? gateway.send(phone.get(), text(answer.outcome()))
                        : Uni.createFrom().<Void>nullItem())
                .flatMap(sent -> transactions.run(tx -> answers.told(tx, answer, clock.now())));
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case RELEASED -> RELEASED;
            case REFUSED -> REFUSED;
        };
    }
}
