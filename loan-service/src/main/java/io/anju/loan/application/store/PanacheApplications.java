package io.anju.loan.application.store;

import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
import io.anju.loan.application.Applications;
import io.anju.loan.application.CheckProgress;
import io.anju.loan.application.model.Draft;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.Submitted;
import io.anju.loan.application.model.TimelineEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applications by Hibernate Reactive. */
@ApplicationScoped
class PanacheApplications implements Applications {

    /** On their way to a loan. A loan that runs is no second application, but it does hold its home. */
    private static final Set<State> OPEN = EnumSet.of(
            State.SUBMITTED,
            State.CHECKING,
            State.IN_REVIEW,
            State.MORE_INFORMATION_NEEDED,
            State.INTERVIEW_NEEDED,
            State.APPROVED,
            State.CONTRACT_ENDED,
            State.CONTRACTED,
            State.MORTGAGE_REJECTED,
            State.DISBURSING);

    private static final Set<State> RUNNING = EnumSet.of(State.DISBURSING, State.ACTIVE);

    private final ApplicationMapping mapping;
    private final DeclaredContent declared;

    PanacheApplications(ApplicationMapping mapping, DeclaredContent declared) {
        this.mapping = mapping;
        this.declared = declared;
    }

    @Override
    public Uni<Optional<LoanApplication>> find(Tx tx, UUID id) {
        return ApplicationRow.<ApplicationRow>findById(id).map(this::model);
    }

    @Override
    public Uni<Optional<LoanApplication>> findForUpdate(Tx tx, UUID id) {
        return ApplicationRow.<ApplicationRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(this::model);
    }

    @Override
    public Uni<Void> add(Tx tx, Draft draft, TimelineEntry entry) {
        var dossier = draft.dossier();
        var row = new ApplicationRow();
        row.id = dossier.id();
        row.customerId = dossier.customerId();
        row.product = dossier.product();
        row.productVersion = dossier.productVersion();
        row.version = dossier.version();
        row.createdAt = dossier.createdAt();
        row.updatedAt = dossier.createdAt();
        mapping.write(draft, row);
        return row.persist()
                .chain(() -> new TimelineRow(row.id, row.version, entry).persist())
                .replaceWithVoid();
    }

    @Override
    public Uni<LoanApplication> save(Tx tx, LoanApplication changed, @Nullable TimelineEntry entry, Instant at) {
        return ApplicationRow.<ApplicationRow>findById(changed.dossier().id())
                .invoke(row -> {
                    mapping.write(changed, row);
                    row.version++;
                    row.updatedAt = at;
                })
                .call(row -> entry == null
                        ? Uni.createFrom().voidItem()
                        : new TimelineRow(row.id, row.version, entry).persist())
                .call(row -> changed instanceof Submitted
                        ? Bells.ring(tx, SUBMITTED_BELL)
                        : Uni.createFrom().voidItem())
                .map(mapping::toModel);
    }

    @Override
    public Uni<List<LoanApplication>> listOfCustomer(Tx tx, UUID customerId, @Nullable UUID before, int limit) {
        var query = before == null
                ? ApplicationRow.<ApplicationRow>find(
                        "customerId = ?1 and erasedAt is null order by id desc", customerId)
                : ApplicationRow.<ApplicationRow>find(
                        "customerId = ?1 and erasedAt is null and id < ?2 order by id desc", customerId, before);
        return query.page(0, limit).list().map(this::models);
    }

    @Override
    public Uni<List<LoanApplication>> listInState(Tx tx, State state, @Nullable UUID after, int limit) {
        var query = after == null
                ? ApplicationRow.<ApplicationRow>find("state = ?1 and erasedAt is null order by id", state)
                : ApplicationRow.<ApplicationRow>find(
                        "state = ?1 and erasedAt is null and id > ?2 order by id", state, after);
        return query.page(0, limit).list().map(this::models);
    }

    @Override
    public Uni<Map<State, Long>> countByState(Tx tx, Set<State> states) {
        return tx.select(
                        "select state, count(*) from application where state = any(string_to_array($1, ',')) group by state",
                        states.stream().map(State::name).collect(Collectors.joining(",")))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> State.valueOf((String) row[0]), row -> ((Number) row[1]).longValue())));
    }

    @Override
    public Uni<List<TimelineEntry>> timeline(Tx tx, UUID id, int start, int limit) {
        return TimelineRow.<TimelineRow>find("key.applicationId = ?1 order by key.version", id)
                .range(start, start + limit - 1)
                .<TimelineRow>list()
                .map(rows -> rows.stream().map(TimelineRow::toModel).toList());
    }

    @Override
    public Uni<Optional<UUID>> leaseForCheck(Tx tx, Instant now, Duration lease) {
        return tx.select("""
                        select cast(id as text) from application
                        where state in ('SUBMITTED', 'CHECKING') and (check_due_at is null or check_due_at <= $1)
                        order by check_due_at nulls first, id limit 1 for update skip locked
                        """, now)
                .flatMap(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : lease(UUID.fromString(String.valueOf(rows.getFirst()[0])), now.plus(lease)));
    }

    private Uni<Optional<UUID>> lease(UUID id, Instant until) {
        return ApplicationRow.<ApplicationRow>findById(id)
                .invoke(row -> {
                    row.checkDueAt = until;
                    row.checkAttempts++;
                })
                .map(row -> Optional.of(row.id));
    }

    @Override
    public Uni<Void> postponeCheck(Tx tx, UUID id, Instant until, String fault) {
        return ApplicationRow.<ApplicationRow>findById(id)
                .invoke(row -> {
                    row.checkDueAt = until;
                    row.checkFault = fault;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<CheckProgress> checkProgress(Tx tx, UUID id) {
        return ApplicationRow.<ApplicationRow>findById(id)
                .map(row -> new CheckProgress(row.checkAttempts, row.updatedAt, row.checkFault));
    }

    @Override
    public Uni<Integer> countOpenBeside(Tx tx, UUID id, UUID customerId, Facts facts) {
        return ApplicationRow.count(
                        """
                        id <> ?1 and ((state in ?2 and (customerId = ?3 or propertyKey in ?4))
                                      or (state = ?5 and propertyKey in ?4))
                        """,
                        id,
                        OPEN,
                        customerId,
                        declared.propertyKeys(facts.property().certificateNumber()),
                        State.ACTIVE)
                .map(Math::toIntExact);
    }

    @Override
    public Uni<Integer> countHomeLoans(Tx tx, UUID customerId) {
        return ApplicationRow.count("customerId = ?1 and state in ?2", customerId, RUNNING)
                .map(Math::toIntExact);
    }

    @Override
    public Uni<Integer> countDrafts(Tx tx, UUID customerId) {
        return tx.select("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", "drafts/" + customerId)
                .chain(() -> ApplicationRow.count(
                        "customerId = ?1 and state = ?2 and erasedAt is null", customerId, State.DRAFT))
                .map(Math::toIntExact);
    }

    private Optional<LoanApplication> model(@Nullable ApplicationRow row) {
        return Optional.ofNullable(row).filter(found -> found.erasedAt == null).map(mapping::toModel);
    }

    private List<LoanApplication> models(List<ApplicationRow> rows) {
        return rows.stream().map(mapping::toModel).toList();
    }
}
