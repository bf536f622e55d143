package io.anju.contract.task;

import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of work. */
@ApplicationScoped
public class Tasks {

    /** Rings when there may be work to do. */
    static final String BELL = "task";

    private static final String SCHEDULE = """
            insert into task (id, kind, subject, payload, sealed, matter, due_at)
            values ($1, $2, $3, $4, true, $5, now() + $6 * interval '1 millisecond')
            """;

    // A claimed task is due again after the lease: a replica that dies at it is followed by another.
    private static final String CLAIM = """
            with next as (
                select id from task where state = 'OPEN' and kind = any (string_to_array($2, ',')) and due_at <= now()
                order by due_at limit 1 for update skip locked)
            update task set attempts = attempts + 1, due_at = now() + $1 * interval '1 millisecond'
            from next where task.id = next.id
            returning task.id, task.kind, task.subject, task.payload, task.sealed, task.attempts,
                cast(extract(epoch from now() - task.created_at) * 1000 as bigint)
            """;

    // The version before knew no matter, which was the application's wherever it cancelled. What is sealed is no JSON.
    private static final String CANCEL = """
            delete from task where kind = $1 and (matter = $2
                or case when not sealed then (payload::jsonb ->> 'applicationId')::uuid end = $2)
            """;

    private static final String FAILED = """
            update task set state = case when attempts >= $3 then 'PARKED' else 'OPEN' end, waiting_since = null,
                due_at = now() + $4 * interval '1 millisecond', last_error = left($5, 300)
            where id = $1 and attempts = $2
            """;

    // The attempt does not count. Each pause is as long as the waiting before it: doubled, as it were.
    private static final String WAITS = """
            update task set attempts = greatest(attempts - 1, 0), waiting_since = coalesce(waiting_since, now()),
                due_at = now() + least(greatest(now() - coalesce(waiting_since, now()), $3 * interval '1 millisecond'),
                    $4 * interval '1 millisecond'),
                last_error = left($5, 300)
            where id = $1 and attempts = $2
            """;

    private static final String REDRIVE = """
            update task set state = 'OPEN', attempts = 0, waiting_since = null, due_at = now()
            where id = $1 and state = 'PARKED'
            """;

    // Not "id in (select … limit)": the planner may run that again for each row, and take more than the limit.
    private static final String REDRIVE_ALL = """
            with parked as (
                select id from task where state = 'PARKED' and (cast($1 as text) is null or kind = $1)
                order by id limit $2 for update skip locked)
            update task set state = 'OPEN', attempts = 0, waiting_since = null, due_at = now()
            from parked where task.id = parked.id
            """;

    private final Ids ids;
    private final Payloads payloads;

    Tasks(Ids ids, Payloads payloads) {
        this.ids = ids;
        this.payloads = payloads;
    }

    /** Writes down work to be done as soon as the transaction is kept. */
    public Uni<Void> schedule(Tx tx, TaskKind kind, UUID subject, String payload) {
        return schedule(tx, kind, subject, payload, Duration.ZERO, null);
    }

    /** Writes down work to be done after {@code pause}. */
    public Uni<Void> schedule(Tx tx, TaskKind kind, UUID subject, String payload, Duration pause) {
        return schedule(tx, kind, subject, payload, pause, null);
    }

    /** Writes down work to be done at once, that {@link #cancel} finds by its matter. */
    public Uni<Void> schedule(Tx tx, TaskKind kind, UUID subject, String payload, UUID matter) {
        return schedule(tx, kind, subject, payload, Duration.ZERO, matter);
    }

    private Uni<Void> schedule(
            Tx tx, TaskKind kind, UUID subject, String payload, Duration pause, @Nullable UUID matter) {
        UUID id = ids.next();
        return tx.update(SCHEDULE, id, kind.name(), subject, payloads.seal(id, payload), matter, pause.toMillis())
                .flatMap(written -> Bells.ring(tx, BELL));
    }

    /** Removes work that has lost its reason; an attempt under way has no effect any more. */
    public Uni<Void> cancel(Tx tx, TaskKind kind, UUID matter) {
        return tx.update(CANCEL, kind.name(), matter).replaceWithVoid();
    }

    Uni<@Nullable Task> claim(Tx tx, List<TaskKind> kinds, Duration lease) {
        return tx.select(CLAIM, lease.toMillis(), kinds.stream().map(Enum::name).collect(Collectors.joining(",")))
                .map(Tasks::first);
    }

    /** Removes a task that is done; false when the claim was lost to another replica. */
    Uni<Boolean> finish(Tx tx, Task task) {
        return tx.update("delete from task where id = $1 and attempts = $2", task.id(), task.attempts())
                .map(removed -> removed == 1);
    }

    Uni<Void> postpone(Tx tx, Task task, Duration pause) {
        return tx.update("""
                        update task set attempts = 0, waiting_since = null, due_at = now() + $3 * interval '1 millisecond'
                        where id = $1 and attempts = $2
                        """, task.id(), task.attempts(), pause.toMillis()).replaceWithVoid();
    }

    /** Leaves a task to a neighbour that is away; {@code first} is the shortest pause, {@code longest} the longest. */
    Uni<Void> waitForNeighbour(Tx tx, Task task, Duration first, Duration longest, String error) {
        return tx.update(WAITS, task.id(), task.attempts(), first.toMillis(), longest.toMillis(), error)
                .replaceWithVoid();
    }

    Uni<Void> fail(Tx tx, Task task, int attemptsMax, Duration pause, String error) {
        return tx.update(FAILED, task.id(), task.attempts(), attemptsMax, pause.toMillis(), error)
                .replaceWithVoid();
    }

    /** Work that an operator may want to see, oldest first, what comes after {@code after}. */
    public Uni<List<Stuck>> listStuck(Tx tx, Standing standing, Optional<UUID> after, int limit) {
        return tx.select("""
                        select id, kind, subject, attempts, last_error, waiting_since from task
                        where %s and (cast($1 as uuid) is null or id > $1) order by id limit $2
                        """.formatted(standing.condition), after.orElse(null), limit)
                .map(rows -> rows.stream().map(row -> stuck(standing, row)).toList());
    }

    private static Stuck stuck(Standing standing, @Nullable Object[] row) {
        return new Stuck(
                (UUID) row[0],
                String.valueOf(row[1]),
                (UUID) row[2],
                row[3] instanceof Number attempts ? attempts.intValue() : 0,
                (String) row[4],
                standing,
                (Instant) row[5]);
    }

    /** How much work stands so. */
    Uni<Long> count(Tx tx, Standing standing) {
        return tx.select("select count(*) from task where " + standing.condition)
                .map(rows -> rows.getFirst()[0] instanceof Number count ? count.longValue() : 0L);
    }

    /** Tries parked work again, at once. False when there is none with this id. */
    public Uni<Boolean> redrive(Tx tx, UUID id) {
        return tx.update(REDRIVE, id).map(updated -> updated == 1);
    }

    /**
     * Tries parked work again, the oldest first.
     *
     * @param kind only this kind; empty for any
     * @param limit so much at most
     * @return how much there was
     */
    public Uni<Integer> redriveAll(Tx tx, Optional<TaskKind> kind, int limit) {
        return tx.update(REDRIVE_ALL, kind.map(Enum::name).orElse(null), limit)
                .call(redriven ->
                        redriven > 0 ? Bells.ring(tx, BELL) : Uni.createFrom().voidItem());
    }

    /** Why work does not go on. */
    public enum Standing {
        /** Given up: an operator has to look at it. */
        PARKED("state = 'PARKED'"),
        /** A neighbour is away; it goes on by itself. */
        WAITING("state = 'OPEN' and waiting_since is not null");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Work that does not go on, with why.
     *
     * @param waitingSince since when a neighbour is away
     */
    public record Stuck(
            UUID id,
            String kind,
            UUID subject,
            int attempts,
            @Nullable String lastError,
            Standing state,
            @Nullable Instant waitingSince) {}

    private static @Nullable Task first(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = rows.getFirst();
        return new Task(
                (UUID) row[0],
                TaskKind.valueOf((String) row[1]),
                (UUID) row[2],
                (String) row[3],
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                Duration.ofMillis(((Number) row[6]).longValue()));
    }
}
