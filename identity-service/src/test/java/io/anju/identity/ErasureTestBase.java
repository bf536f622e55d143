package io.anju.identity;

import static io.restassured.RestAssured.given;

import io.anju.identity.erasure.ErasureRunner;
import io.anju.kit.crypto.FieldCipher;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** An erasure as its tests ask for it, and what they look at afterwards. */
abstract class ErasureTestBase extends IdentityTestBase {

    static final String PATH = "/api/v1/me/erasure";
    static final String FREE = "{\"ties\":[]}";

    @Inject
    FieldCipher cipher;

    @Inject
    ErasureRunner runner;

    long keysLeft(TestPerson customer) {
        return count("SELECT count(*) FROM data_key WHERE customer_id = $1 AND key_sealed IS NOT NULL", customer.id);
    }

    void settled(TestPerson customer, String day) {
        answer(customer, "{\"ties\":[],\"lastSettledOn\":\"%s\"}".formatted(day));
    }

    void answer(TestPerson customer, String ties) {
        neighbours.answer("/internal/customers/" + customer.id + "/ties", ties);
    }

    static Response erase(TestPerson customer) {
        return erase(customer, customer.verifyAnyWay("privacy.erase", PATH, "identity-service", ""));
    }

    static Response eraseByPasskey(TestPerson customer) {
        return erase(customer, customer.verify("privacy.erase", PATH, "identity-service", ""));
    }

    static Response erase(TestPerson customer, String token) {
        return customer.request()
                .header("Verification-Token", token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH);
    }

    static Response contact(TestPerson customer) {
        return given().auth()
                .oauth2(new TestClient("care-service").token("identity-service"))
                .get("/internal/customers/" + customer.id + "/contact?purpose=SERVICE");
    }

    byte[] sealed(String query, TestPerson customer) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(customer.id))
                .map(rows -> rows.iterator().next().getDelegate().getBuffer(0).getBytes())
                .await()
                .indefinitely();
    }

    /** The day has come on which what was kept without a name goes. */
    void theDayHasCome(TestPerson customer) {
        sql(
                "UPDATE erasure_item SET kept_until = $2 WHERE customer_id = $1 AND kept_until IS NOT NULL",
                customer.id,
                LocalDate.parse("2026-01-01"));
        runner.run().await().indefinitely();
        runner.run().await().indefinitely();
    }

    /** Somebody else's transaction: has rows of a customer, and does one thing more when it is told to. */
    final class Other {

        private final CompletableFuture<Void> goesOn = new CompletableFuture<>();
        private final CompletableFuture<Integer> written;

        Other(TestPerson customer, String rows, String more) {
            var has = new CompletableFuture<Void>();
            written = pool.withTransaction(connection -> connection
                            .preparedQuery(rows)
                            .execute(Tuple.of(customer.id))
                            .invoke(() -> has.complete(null))
                            .call(() -> Uni.createFrom().completionStage(goesOn))
                            .chain(() -> connection.preparedQuery(more).execute(Tuple.of(customer.id)))
                            .map(SqlResult::rowCount))
                    .subscribeAsCompletionStage();
            has.join();
        }

        /** How many rows it wrote. */
        int goOn() {
            goesOn.complete(null);
            return written.join();
        }
    }

    /** Transactions that wait for another one. */
    long waiting() {
        return count("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    }

    /** Every row of every table, as text; bytes as hex. */
    String dump() {
        var tables = texts("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
        var dump = new StringBuilder();
        tables.forEach(table -> texts("SELECT t::text FROM " + table + " t").forEach(dump::append));
        return dump.toString();
    }

    List<String> texts(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .toList())
                .await()
                .indefinitely();
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
