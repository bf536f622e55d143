package io.anju.identity;

import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;

/** What the tests over HTTP share. */
@WithTestResource(IdentityEnvironment.class)
abstract class IdentityTestBase {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Pool pool;

    TestPerson person() {
        return new TestPerson(outside.url());
    }

    TestPerson personWith(String phone) {
        return new TestPerson(outside.url(), phone);
    }

    void sql(String statement, Object... args) {
        pool.preparedQuery(statement).execute(Tuple.from(args)).await().indefinitely();
    }

    long count(String query, Object... args) {
        return pool.preparedQuery(query)
                .execute(Tuple.from(args))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
