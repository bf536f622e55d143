package io.anju.contract.task;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Regular work that one replica does for all: whoever finds the lease run out takes the next turn. */
@ApplicationScoped
public class Turns {
    private static final String TAKE = """
            insert into turn (name, leased_until) values ($1, now() + $2 * interval '1 millisecond')
            on conflict (name) do update set leased_until = excluded.leased_until where turn.leased_until <= now()
            """;

    /**
     * Takes the turn, once the transaction is kept.
     *
     * @param lease shorter than the schedule, so that a replica alone finds it run out at each of its turns
     * @return false when another replica has it
     */
    public Uni<Boolean> take(Tx tx, String name, Duration lease) {
        return tx.update(TAKE, name, lease.toMillis()).map(taken -> taken == 1);
    }
}
