package io.anju.identity.rule;

import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.RulesInForce;
import io.anju.identity.risk.model.ArmedRule;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.RuleSet;
import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.BackTest.Comparison;
import io.anju.identity.rule.model.RuleRefusal;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tries a proposal against the decisions of the last week. It reads a page at a time, each in a transaction of its own,
 * and asks the rules beside the event loop; nothing it does can hold up a decision.
 */
@ApplicationScoped
public class RuleTrials {

    static final Duration BACK = Duration.ofDays(7);
    private static final int PAGE = 500;

    /** Decisions asked again at most: the newest. */
    private static final int MOST = 20_000;

    private final RuleStore store;
    private final RiskStore inForce;
    private final RulesInForce rules;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Vertx vertx;

    RuleTrials(
            RuleStore store,
            RiskStore inForce,
            RulesInForce rules,
            Transactions transactions,
            BusinessClock clock,
            Vertx vertx) {
        this.store = store;
        this.inForce = inForce;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** What the proposal would have changed; kept with it. */
    public Uni<Result<BackTest, RuleRefusal>> run(UUID id) {
        return transactions.run(tx -> store.find(tx, id)).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new RuleRefusal.NotFound());
            }
            return found.get() instanceof RuleVersion.Proposed proposed
                    ? tryOut(id, proposed.draft().rule())
                    : refused(new RuleRefusal.NotProposed(found.get().state()));
        });
    }

    private Uni<Result<BackTest, RuleRefusal>> tryOut(UUID id, RiskRule proposed) {
        Instant now = clock.now();
        return transactions
                .run(inForce::rules)
                .flatMap(asked -> vertx.executeBlocking(() -> comparison(asked, proposed)))
                .flatMap(compared -> pages(compared, BackTest.begin(now, now.minus(BACK)), Optional.empty()))
                .flatMap(tried -> transactions
                        .run(tx -> store.saveTrial(tx, id, tried))
                        .flatMap(kept ->
                                kept ? Uni.createFrom().item(Result.ok(tried)) : refused(new RuleRefusal.NotFound())));
    }

    private Comparison comparison(List<RiskRule> asked, RiskRule proposed) {
        List<ArmedRule> live =
                asked.stream().filter(RiskRule::live).map(rules::arm).toList();
        var others = live.stream().filter(armed -> !armed.rule().name().equals(proposed.name()));
        var with =
                Stream.concat(others, Stream.of(rules.arm(proposed.asLive()))).toList();
        return new Comparison(new RuleSet(0, live), new RuleSet(0, with), proposed.name());
    }

    private Uni<BackTest> pages(Comparison compared, BackTest sofar, Optional<BackTest.Past> before) {
        return transactions
                .run(tx -> store.decisions(tx, sofar.since(), before, PAGE))
                .flatMap(page -> vertx.executeBlocking(() -> sofar.examine(compared, page))
                        .flatMap(more -> {
                            if (page.size() < PAGE) {
                                return Uni.createFrom().item(more.completed());
                            }
                            return more.examined() >= MOST
                                    ? Uni.createFrom().item(more)
                                    : pages(compared, more, Optional.of(page.getLast()));
                        }));
    }

    private static Uni<Result<BackTest, RuleRefusal>> refused(RuleRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
