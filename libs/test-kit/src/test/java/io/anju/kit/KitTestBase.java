package io.anju.kit;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the tests of the kit share: a caller, a door of its own, and a look into the database. */
@WithTestResource(AnjuEnvironment.class)
abstract class KitTestBase {

    static final String BODY = "{\"name\":\"front\",\"times\":2}";

    Neighbours neighbours;

    @Inject
    Pool pool;

    final UUID customer = UUID.randomUUID();
    final String door = "door-" + UUID.randomUUID();

    RequestSpecification as(UUID caller) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(caller))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    int openings(String door) {
        return pool.preparedQuery("select coalesce(sum(times), 0) from opening where door = $1")
                .execute(Tuple.of(door))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    int openings() {
        return openings(door);
    }

    long count(String sql, Object argument) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(argument))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
