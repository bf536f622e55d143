package io.anju.repayment.rail;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.RailOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NoSuchElementException;
import org.jboss.logging.Logger;

/**
 * Hears the rail out, whatever it says: outcomes in one transaction; where one of them stands against a rule of ours,
 * each in its own, and that one is a break. Only when we ourselves are in trouble is the rail asked to come again.
 */
@ApplicationScoped
public class RailNews {

    private static final Logger LOGGER = Logger.getLogger(RailNews.class);

    private final Transactions transactions;
    private final RailDesk desk;
    private final RailOrders orders;
    private final Breaks breaks;
    private final BusinessClock clock;

    RailNews(Transactions transactions, RailDesk desk, RailOrders orders, Breaks breaks, BusinessClock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.orders = orders;
        this.breaks = breaks;
        this.clock = clock;
    }

    /** Hears outcomes on a channel, the first told first. */
    public Uni<Void> hear(Channel by, List<RailOutcome> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> all = transactions.run(tx -> desk.conclude(tx, by, told));
        return told.size() == 1
                ? all.onFailure(RailNews::isAgainstARule)
                        .recoverWithUni(failure -> noteUnposted(told.getFirst(), failure))
                : all.onFailure(RailNews::isAgainstARule).recoverWithUni(failure -> hearOneByOne(by, told));
    }

    private Uni<Void> hearOneByOne(Channel by, List<RailOutcome> told) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(outcome -> hear(by, List.of(outcome)))
                .collect()
                .last();
    }

    private Uni<Void> noteUnposted(RailOutcome outcome, Throwable failure) {
        LOGGER.errorf(failure, "What the rail says of %s cannot be followed", outcome.reference());
        long moved = outcome instanceof RailOutcome.Done ? outcome.amount() : 0;
        return transactions.run(tx -> breaks.record(tx, List.of(Break.unposted(outcome.reference(), 0, moved)))
                .flatMap(noted -> orders.park(tx, List.of(outcome.reference()), clock.today())));
    }

    /** A rule of ours says no, and will say so again; anything else may be over soon. */
    private static boolean isAgainstARule(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof NoSuchElementException;
    }
}
