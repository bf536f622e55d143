package io.anju.contract.evidence.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.anju.contract.evidence.model.Checkpoint;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.NoteKey;
import io.anju.contract.evidence.model.Proofs;
import io.anju.contract.evidence.model.SignedNote;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Facts become leaves; proofs are checked here as a stranger would, with what the log itself publishes. */
@QuarkusTest
class LogTest extends ContractTestBase {

    private UUID fact(int amount) {
        return tell(
                "repayment-service",
                "anju.instalment.paid.v1",
                UUID.randomUUID().toString(),
                """
                {"loanId":"%s","customerId":"%s","number":1,"date":"2026-12-22","amount":%d}
                """.formatted(UUID.randomUUID(), customer, amount));
    }

    private JsonPath proof(UUID event) {
        Awaitility.await()
                .until(() ->
                        given().get("/api/v1/log/leaves/" + event + "/proof").statusCode() == 200);
        return given().get("/api/v1/log/leaves/" + event + "/proof").jsonPath();
    }

    private static NoteKey key() {
        String[] parts = given().get("/api/v1/log/key").asString().strip().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        return new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    }

    private static List<Hash> hashes(List<String> base64) {
        return base64.stream().map(LogTest::hash).toList();
    }

    private static Hash hash(String base64) {
        return Hash.of(Base64.getDecoder().decode(base64));
    }

    private String audit(String path) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/log/audits")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(path);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    @Test
    void aFactIsProvenToAStranger() {
        fact(1);
        JsonPath proof = proof(fact(449045));

        SignedNote note = SignedNote.parse(proof.getString("checkpoint"));
        Checkpoint head = Checkpoint.parse(note.text());
        assertTrue(key().verifies(note));
        assertEquals(proof.getLong("size"), head.size());
        assertTrue(Proofs.includes(
                Hash.leaf(Base64.getDecoder().decode(proof.getString("entry"))),
                proof.getLong("index"),
                head.size(),
                hashes(proof.getList("path")),
                head.root()));
        assertTrue(proof.getString("tlogProof").startsWith("c2sp.org/tlog-proof@v1\nindex " + proof.getLong("index")));
    }

    @Test
    void aLaterHeadIsConsistentWithAnEarlierOne() {
        proof(fact(1));
        Checkpoint first = checkpoint();
        proof(fact(2));
        Checkpoint second = checkpoint();

        List<String> path = given().queryParam("first", first.size())
                .queryParam("second", second.size())
                .get("/api/v1/log/consistency")
                .path("path");

        assertTrue(second.size() > first.size());
        assertTrue(Proofs.consistent(first.size(), second.size(), hashes(path), first.root(), second.root()));
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.parse(
                SignedNote.parse(given().get("/api/v1/log/checkpoint").asString())
                        .text());
    }

    @Test
    void tilesAndEntriesAreThoseOfTheTree() {
        JsonPath proof = proof(fact(7));
        int width = (int) Math.min(256, proof.getLong("size") - proof.getLong("size") / 256 * 256);
        String partial = "/000.p/" + width;

        byte[] hashes = given().get("/api/v1/log/tile/0" + partial)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
        byte[] entries = given().get("/api/v1/log/tile/entries" + partial).asByteArray();

        assertEquals(width * 32, hashes.length);
        assertEquals(width * 34, entries.length);
        int index = (int) proof.getLong("index");
        byte[] entry = Arrays.copyOfRange(entries, index * 34 + 2, index * 34 + 34);
        assertArrayEquals(Base64.getDecoder().decode(proof.getString("entry")), entry);
        assertArrayEquals(Hash.leaf(entry).bytes(), Arrays.copyOfRange(hashes, index * 32, index * 32 + 32));
        given().get("/api/v1/log/tile/0/999").then().statusCode(404);
        given().get("/api/v1/log/tile/nonsense").then().statusCode(404);
    }

    @Test
    void theDatabaseRefusesToTouchALeaf() {
        proof(fact(3));

        for (String change : List.of(
                "update evidence_leaf set commitment = decode(repeat('00', 32), 'hex')",
                "delete from evidence_leaf",
                "truncate evidence_leaf",
                "delete from evidence_head",
                "update evidence_tile set hashes = substring(hashes from 1 for 32)")) {
            String outcome = pool.query(change)
                    .execute()
                    .map(rows -> "accepted")
                    .onFailure()
                    .recoverWithItem("refused")
                    .await()
                    .indefinitely();
            // A tile of one hash cut to one hash is unchanged, which is no rewrite.
            assertTrue(outcome.equals("refused") || change.startsWith("update evidence_tile"), change);
        }
    }

    @Test
    void aRowChangedBehindTheServicesBackIsFoundByTheAudit() {
        UUID event = fact(5);
        long index = proof(event).getLong("index");
        assertEquals("true", audit("sound"));
        String kept = pool.query("select encode(commitment, 'hex') from evidence_leaf where index = " + index)
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();

        // Somebody with every right of the database, past the trigger.
        sql("alter table evidence_leaf disable trigger evidence_leaf_append_only");
        sql("update evidence_leaf set commitment = decode(repeat('00', 32), 'hex') where index = " + index);
        String findings = audit("findings");
        sql("update evidence_leaf set commitment = decode('" + kept + "', 'hex') where index = " + index);
        sql("alter table evidence_leaf enable trigger evidence_leaf_append_only");

        assertTrue(findings.contains("LEAF_CHANGED " + index), findings);
        assertTrue(findings.contains("FACT_CHANGED " + event), findings);
        assertEquals("true", audit("sound"));
    }

    @Test
    void nothingPersonalIsInTheLogAndTheFactOnlyForItsOwner() {
        UUID event = fact(123456);
        proof(event);

        String proof = given().get("/api/v1/log/leaves/" + event + "/proof").asString();

        assertFalse(proof.contains(customer.toString()));
        assertFalse(proof.contains("123456"));
    }

    @Test
    void anUnknownLeafIsNotFound() {
        given().get("/api/v1/log/leaves/" + UUID.randomUUID() + "/proof")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void auditsAreForAuditors() {
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/log/audits")
                .then()
                .statusCode(403);
        audit("sound");
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .get("/api/v1/log/audits")
                .then()
                .body("items.sound", hasItem(true));
    }

    @Test
    void auditsAreReadPageByPageNewestFirst() {
        audit("sound");
        audit("sound");
        var auditor = neighbours.tokens().staff(UUID.randomUUID(), "auditor");

        var first = given().auth()
                .oauth2(auditor)
                .queryParam("limit", 1)
                .get("/api/v1/log/audits")
                .then()
                .body("items", hasSize(1))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath();
        String second = given().auth()
                .oauth2(auditor)
                .queryParam("limit", 1)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/log/audits")
                .path("items[0].id");

        assertTrue(first.getString("items[0].id").compareTo(second) > 0);
    }
}
