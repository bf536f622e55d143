package io.anju.sandbox.callback;

import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What a party does wrong on purpose. Counts go down as they are used up; nothing is remembered over a restart. */
public final class Faults {
    private static final int DELAY_MILLIS_MOST = 60_000;
    private static final int COUNT_MOST = 1_000_000;
    private static final int PER_CALLBACK_MOST = 500;

    /**
     * The faults in force.
     *
     * @param delayMillis how long a request stays pending, in milliseconds
     * @param duplicateCallbacks how many more times each delivered callback is sent
     * @param dropCallbacks how many of the next callback attempts are lost; they are tried again later
     * @param timeoutAfterSuccess how many of the next accepted requests are never answered
     * @param failNext how many of the next settlements end in failure
     * @param refuseNext how many of the next requests get 503 with nothing done
     * @param transactionsPerCallback into how large parts the callback about a batch is cut; 1 lets every fault of
     *     callbacks befall single transactions
     */
    public record Plan(
            int delayMillis,
            int duplicateCallbacks,
            int dropCallbacks,
            int timeoutAfterSuccess,
            int failNext,
            int refuseNext,
            int transactionsPerCallback) {}

    private final int usualDelayMillis;
    private Plan plan;

    /** No fault but the usual delay. */
    public Faults(int usualDelayMillis) {
        this.usualDelayMillis = usualDelayMillis;
        this.plan = new Plan(usualDelayMillis, 0, 0, 0, 0, 0, PER_CALLBACK_MOST);
    }

    /** GET and PUT at {@code path}; PUT replaces the whole plan, a missing member means the usual. */
    public void mount(Router router, String path) {
        router.get(path).handler(context -> Answers.json(context, 200, plan));
        router.put(path).handler(context -> {
            var input = Input.of(context);
            var wanted = new Plan(
                    input.count("delayMillis", DELAY_MILLIS_MOST, usualDelayMillis),
                    input.count("duplicateCallbacks", 10, 0),
                    input.count("dropCallbacks", COUNT_MOST, 0),
                    input.count("timeoutAfterSuccess", COUNT_MOST, 0),
                    input.count("failNext", COUNT_MOST, 0),
                    input.count("refuseNext", COUNT_MOST, 0),
                    input.count("transactionsPerCallback", PER_CALLBACK_MOST, PER_CALLBACK_MOST));
            input.check();
            plan = wanted;
            Answers.json(context, 200, plan);
        });
    }

    /** How long a request stays pending, in milliseconds, at least one. */
    public int delayMillis() {
        return Math.max(1, plan.delayMillis());
    }

    /** How many more times a callback is sent. */
    public int duplicates() {
        return plan.duplicateCallbacks();
    }

    /** How many transactions one callback tells of at most, at least one. */
    public int transactionsPerCallback() {
        return Math.max(1, plan.transactionsPerCallback());
    }

    /** Throws 503 if a refusal is due. */
    public void refuseIfAsked() {
        if (plan.refuseNext() > 0) {
            plan = less(0, 0, 0, 1);
            throw ApiProblem.outOfOrder();
        }
    }

    /** Answers, or hangs up without a word although the work was done. */
    public void answerOrHangUp(RoutingContext context, int status, Object value) {
        if (plan.timeoutAfterSuccess() > 0) {
            plan = less(0, 1, 0, 0);
            context.request().connection().close();
        } else {
            Answers.json(context, status, value);
        }
    }

    /** Is the next callback attempt to be lost? */
    public boolean takeDrop() {
        var due = plan.dropCallbacks() > 0;
        plan = due ? less(1, 0, 0, 0) : plan;
        return due;
    }

    /** Is the next settlement to fail? */
    public boolean takeFailure() {
        var due = plan.failNext() > 0;
        plan = due ? less(0, 0, 1, 0) : plan;
        return due;
    }

    private Plan less(int drops, int timeouts, int failures, int refusals) {
        return new Plan(
                plan.delayMillis(),
                plan.duplicateCallbacks(),
                plan.dropCallbacks() - drops,
                plan.timeoutAfterSuccess() - timeouts,
                plan.failNext() - failures,
                plan.refuseNext() - refusals,
                plan.transactionsPerCallback());
    }
}
