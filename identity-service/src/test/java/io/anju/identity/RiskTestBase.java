package io.anju.identity;

import io.anju.kit.http.Digests;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the tests of risk decisions share: a customer who wants to prepay a loan, and an officer. */
abstract class RiskTestBase extends IdentityTestBase {

    static final String LISTINGS = "/api/v1/staff/risk-listings";
    static final String BODY = "{\"quote\":\"q\"}";

    final String loan = "/api/v1/loans/" + UUID.randomUUID();

    TestPerson officer() {
        return TestStaff.member(outside.url(), "li-code");
    }

    /** The account is a month old, its devices and places too but for the session of now. */
    void age(TestPerson customer) {
        sql("UPDATE customer SET registered_at = now() - interval '30 days' WHERE id = $1", customer.id);
        sql("UPDATE passkey SET enrolled_at = now() - interval '30 days' WHERE person_id = $1", customer.id);
        sql("UPDATE risk_sighting SET first_seen_at = now() - interval '30 days' WHERE person_id = $1", customer.id);
    }

    Response prepay(TestPerson customer, long amount) {
        return open(customer, loan, amount);
    }

    static Response open(TestPerson customer, String resource, long amount) {
        return ask(customer, resource, BODY, Map.of("details", Map.of("amount", amount)));
    }

    static Response ask(TestPerson customer, String resource, String body, Map<String, Object> more) {
        return customer.request().body(request(resource, body, more)).post("/api/v1/verifications");
    }

    static Map<String, Object> request(String resource, String body, Map<String, Object> more) {
        var request = new HashMap<>(more);
        request.put("act", "repayment.prepay");
        request.put("resource", resource);
        request.put("audience", "repayment-service");
        request.put("bodySha256", Digests.sha256(body));
        return request;
    }

    static RequestSpecification from(String address) {
        return TestPerson.anonymous().header("X-Forwarded-For", address);
    }

    String openFrom(TestPerson customer, String address) {
        return askFrom(customer, address).then().statusCode(201).extract().path("id");
    }

    Response askFrom(TestPerson customer, String address) {
        return customer.request()
                .header("X-Forwarded-For", address)
                .body(request(loan, BODY, Map.of()))
                .post("/api/v1/verifications");
    }

    static Response prove(TestPerson customer, Response opened) {
        return customer.proveVerification(
                opened.then().statusCode(201).extract().path("id"), customer.assertion(opened));
    }

    long told(String type, TestPerson customer) {
        return count(
                "SELECT count(*) FROM outbox_event WHERE type = $1 AND subject = $2", type, customer.id.toString());
    }

    Response list(String kind, String decision) {
        return list(Map.of("kind", kind, "decision", decision, "reason", "seen in a fraud", "days", 1));
    }

    Response list(Map<String, Object> entry) {
        return TestStaff.act(officer(), "listing.change", LISTINGS, "", new JsonObject(entry).encode());
    }

    Response unlist(String listing) {
        var officer = officer();
        String path = LISTINGS + "/" + listing;
        String token = officer.verify("listing.change", path, "identity-service", "");
        return officer.request().header("Verification-Token", token).delete(path);
    }

    long decisionsWith(TestPerson customer, String signals) {
        return count(
                "SELECT count(*) FROM risk_decision WHERE person_id = $1 AND signals @> $2",
                customer.id,
                new JsonObject(signals));
    }

    /** The status of each, asked all at the same time. */
    static List<Integer> atOnce(List<Supplier<Response>> calls) {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            Stream<CompletableFuture<Integer>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> call.get().statusCode(), threads));
            return answers.toList().stream().map(CompletableFuture::join).toList();
        }
    }
}
