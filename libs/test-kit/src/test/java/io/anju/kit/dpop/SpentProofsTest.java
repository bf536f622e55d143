package io.anju.kit.dpop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proof is good once, on however many replicas it is shown. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class SpentProofsTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    private Pool another;
    private SpentProofs here;
    private SpentProofs there;

    @BeforeEach
    void startAnotherReplica() {
        another = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(url)
                        .setUser("postgres")
                        .setPassword("postgres")
                        .addProperty("synchronous_commit", "on"))
                .using(vertx)
                .build();
        here = new SpentProofs(pool);
        there = new SpentProofs(another);
    }

    @AfterEach
    void stopIt() {
        another.close().await().indefinitely();
    }

    private static Proof proof(String key) {
        return new Proof(key, UUID.randomUUID().toString(), LATER);
    }

    private static boolean spend(SpentProofs replica, Proof proof) {
        return replica.spend(proof).await().indefinitely();
    }

    @Test
    void whatOneReplicaHasTakenNoOtherTakes() {
        var proof = proof("key");

        assertEquals(List.of(true, false, false), List.of(spend(here, proof), spend(there, proof), spend(here, proof)));
    }

    @Test
    void ofManyAtTheSameMomentOneIsTaken() {
        var proof = proof("key");

        var taken = Multi.createFrom()
                .iterable(IntStream.range(0, 16).boxed().toList())
                .onItem()
                .transformToUni(turn -> (turn % 2 == 0 ? here : there).spend(proof))
                .merge(16)
                .filter(fresh -> fresh)
                .collect()
                .asList()
                .await()
                .indefinitely();

        assertEquals(List.of(true), taken);
    }

    @Test
    void nobodyUsesUpTheIdOfAnotherKey() {
        var proof = proof("key");
        assertTrue(spend(here, proof));

        assertTrue(spend(here, new Proof("another key", proof.id(), LATER)));
    }

    @Test
    void noSettingOutlivesTheStatement() {
        assertTrue(spend(there, proof("key")));

        var setting = another.query("show synchronous_commit")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();
        assertEquals("on", setting);
    }
}
