package io.anju.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.gateway.GatewayConfig;
import io.anju.gateway.LimitsDatabase;
import io.anju.gateway.Neighbours;
import io.anju.gateway.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One allowance for all replicas, one each while their database is away. */
@QuarkusTest
@WithTestResource(Neighbours.class)
@WithTestResource(LimitsDatabase.class)
class ThrottleTest {

    @Inject
    GatewayConfig config;

    @Inject
    Vertx vertx;

    private final String who = "caller " + UUID.randomUUID();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private String url = "";

    @BeforeEach
    void whereTheDatabaseIs() {
        url = ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.url", String.class);
    }

    @Test
    void twoReplicasShareOneCount() {
        Throttle one = replica(url);
        Throttle other = replica(url);

        assertEquals(List.of(2L, 1L, 0L), List.of(remaining(one, 3), remaining(other, 3), remaining(one, 3)));
        Throttle.Verdict fourth = take(other, 3, who);

        assertFalse(fourth.allowed());
        assertTrue(fourth.waitSeconds() > 0 && fourth.waitSeconds() <= 60, fourth.toString());
        assertTrue(take(other, 3, "another " + who).allowed());
        assertEquals(0, countedAlone());
    }

    @Test
    void replicasThatAskAtTheSameTimeAllowNoMoreThanTheBurst() {
        List<Throttle> replicas = List.of(replica(url), replica(url), replica(url));

        long allowed = Multi.createFrom()
                .range(0, 90)
                .onItem()
                .transformToUni(number -> replicas.get(number % 3).take(limits(20), who))
                .merge(90)
                .filter(Throttle.Verdict::allowed)
                .collect()
                .with(java.util.stream.Collectors.counting())
                .await()
                .indefinitely();

        assertEquals(0, countedAlone());
        assertEquals(20, allowed);
    }

    @Test
    void eachCountsByItselfWithoutTheDatabase() {
        Throttle one = replica("postgresql://localhost:1/postgres");
        Throttle other = replica("postgresql://localhost:1/postgres");

        assertEquals(List.of(2L, 1L, 0L), List.of(remaining(one, 3), remaining(one, 3), remaining(one, 3)));
        assertFalse(take(one, 3, who).allowed());
        assertTrue(take(other, 3, who).allowed());
        assertEquals(5, countedAlone());
    }

    @Test
    void doesNotWaitLongForADatabaseThatSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Throttle throttle = replica("postgresql://localhost:" + silent.getLocalPort() + "/postgres");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertTrue(take(throttle, 3, who).allowed()));
        }
    }

    @Test
    void forgetsBucketsThatAreFullAgain() {
        Throttle throttle = replica(url);
        take(throttle, 3, who);
        Pool pool = pool(url);
        pool.query("insert into throttle_bucket values ('used up', '', now() + interval '1 minute'),"
                        + " ('full again', '', now() - interval '1 second')")
                .execute()
                .await()
                .indefinitely();

        throttle.tidy().await().indefinitely();

        var left = pool.query("delete from throttle_bucket where id in ('used up', 'full again') returning id")
                .execute()
                .await()
                .indefinitely();
        assertEquals(1, left.rowCount());
        assertEquals("used up", left.iterator().next().getString(0));
    }

    private long remaining(Throttle throttle, int burst) {
        return take(throttle, burst, who).remaining();
    }

    private static Throttle.Verdict take(Throttle throttle, int burst, String who) {
        return throttle.take(limits(burst), who).await().indefinitely();
    }

    /** One more comes back a minute, so that none does during a test. */
    private static Route.Limits limits(int burst) {
        return new Route.Limits("test", Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, 1, burst);
    }

    private Throttle replica(String url) {
        Throttle throttle = new Throttle(config, new OwnBuckets(config), Optional.of(pool(url)), meters);
        throttle.tidy().await().indefinitely();
        return throttle;
    }

    private Pool pool(String url) {
        return PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(url).setUser("postgres").setPassword("postgres"))
                .with(new PoolOptions().setMaxSize(4).setConnectionTimeout(2))
                .using(vertx)
                .build();
    }

    private double countedAlone() {
        return meters.get("anju.gateway.limits.alone").counter().count();
    }
}
