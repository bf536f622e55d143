package io.anju.gateway;

import io.anju.testkit.environment.TestFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** PostgreSQL in which replicas count together; a test field of this type is filled in, and can take it away. */
public final class LimitsDatabase implements QuarkusTestResourceLifecycleManager {
    private final TestFolder data = TestFolder.create("anju-limits");
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://localhost:" + postgres.getPort() + "/postgres",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "anju.gateway.shared-limits.pause",
                "200ms",
                // A busy machine is not what is tested.
                "anju.gateway.shared-limits.timeout",
                "2s");
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setDataDirectory(data.path()).setCleanDataDirectory(false);
    }

    void takeAway() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void bringBack() {
        try {
            postgres = builder().setPort(postgres.getPort()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new MatchesType(LimitsDatabase.class));
    }

    @Override
    public void stop() {
        takeAway();
        data.close();
    }
}
