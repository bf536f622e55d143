package io.anju.care.agency.store;

import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For the development stack: one vetted agency, {@code demo-agency}, so that a permit can be asked for at once. */
@ApplicationScoped
class DemoAgency {

    // Two different non-people stand for the two officers.
    private static final String SEED = """
            insert into agency (id, client_id, name, purposes, licence_until, confidentiality_until, training_until,
                state, proposed_by, vetted_by, changed_at, version)
            values ('00000000-0000-7000-8000-00000000de40', 'demo-agency', '示范合作机构 Demo Agency',
                'COLLECTION,MARKETING,SERVICE', '2099-12-31', '2099-12-31', '2099-12-31',
                'VETTED', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', now(), 0)
            on conflict do nothing
            """;

    private final Pool pool;
    private final SurvivedFailures failures;
    private final boolean wanted;

    DemoAgency(
            Pool pool,
            SurvivedFailures failures,
            @ConfigProperty(name = "anju.care.demo-agency", defaultValue = "false") boolean wanted) {
        this.pool = pool;
        this.failures = failures;
        this.wanted = wanted;
    }

    void seed(@Observes StartupEvent event) {
        if (wanted) {
            failures.want("seeding the demo agency", pool.query(SEED).execute());
        }
    }
}
