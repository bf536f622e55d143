package io.anju.repayment.wallet;

import static io.anju.repayment.wallet.Holder.LINKS;
import static io.restassured.RestAssured.given;

import io.anju.kit.tx.Transactions;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A holder who closes a link, and the clock that ends the window. */
final class Closer {

    /** After any window. */
    static final Duration LONG = Duration.ofHours(73);

    private final Holder holder;
    private final UUID link;
    private final UndoWindows windows;
    private final Transactions transactions;

    Closer(Holder holder, UUID link, UndoWindows windows, Transactions transactions) {
        this.holder = holder;
        this.link = link;
        this.windows = windows;
        this.transactions = transactions;
    }

    void settled() {
        post("/unlinking").then().statusCode(200);
        post("/unlinking/report-receipt").then().statusCode(200);
        post("/unlinking/settlement").then().statusCode(200);
    }

    boolean close(Duration later) {
        // Others of this database's links may be closing too: until ours is, or none is left.
        Instant then = Instant.now().plus(later);
        boolean before = isClosing();
        while (windows.closeNext(then).await().indefinitely()) {
            continue;
        }
        return before && count("select count(*) from wallet_link where id = $1 and state = 'UNLINKED'") == 1;
    }

    private boolean isClosing() {
        return count("select count(*) from wallet_link where id = $1 and state in ('CLOSING', 'UNLINKED')") == 1
                && count("select count(*) from wallet_link where id = $1 and state = 'UNLINKED'") == 0;
    }

    Response confirm(String etag) {
        return post("/unlinking/confirmation", "wallet.unlink", etag);
    }

    Response post(String part) {
        return postAt(part, etag());
    }

    /** A step by one who has read this version. */
    Response postAt(String part, String etag) {
        return asHolder().header("If-Match", etag).post(path(part));
    }

    Response post(String part, String act, @Nullable String etag) {
        var request = asHolder()
                .header(
                        "Verification-Token",
                        holder.neighbours().tokens().verification(holder.id(), "repayment-service", act, path(""), ""));
        return (etag == null ? request : request.header("If-Match", etag)).post(path(part));
    }

    private RequestSpecification asHolder() {
        return given().auth()
                .oauth2(holder.neighbours().tokens().customer(holder.id()))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    String etag() {
        return holder.get(path("")).header("ETag");
    }

    String path(String part) {
        return LINKS + "/" + link + part;
    }

    long count(String sql) {
        return (Long) transactions
                .run(tx -> tx.select(sql, link))
                .await()
                .indefinitely()
                .getFirst()[0];
    }
}
