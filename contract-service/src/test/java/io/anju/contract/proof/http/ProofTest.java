package io.anju.contract.proof.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.ContractTestBase;
import io.anju.contract.evidence.model.Checkpoint;
import io.anju.contract.evidence.model.Commitment;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.Proofs;
import io.anju.contract.evidence.model.SignedNote;
import io.anju.contract.sealing.PdfSealer;
import io.anju.contract.sealing.PdfSig;
import io.anju.contract.sealing.TestSeal;
import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a customer can show to others, and what others can find out by themselves. */
@QuarkusTest
class ProofTest extends ContractTestBase {

    /** A sealed contract whose own event has come back to the log, as the dispatcher brings it in production. */
    private UUID loggedContract() throws Exception {
        UUID contract = sealedContract();
        JsonNode event = neighbours.told("anju.contract.sealed.v1").stream()
                .filter(told -> told.path("subject").asText().equals(contract.toString()))
                .findFirst()
                .orElseThrow();
        given().auth()
                .oauth2(neighbours.tokens().service("contract-service", "contract-service"))
                .contentType("application/cloudevents+json")
                .body(event.toString())
                .post("/internal/events")
                .then()
                .statusCode(204);
        String id = event.path("id").asText();
        Awaitility.await()
                .until(() -> given().get("/api/v1/log/leaves/" + id + "/proof").statusCode() == 200);
        return contract;
    }

    private byte[] pdf(UUID contract) {
        return as(customer).get("/api/v1/contracts/" + contract + "/pdf").asByteArray();
    }

    private static ValidatableResponse check(byte[] file) {
        return given().contentType("application/pdf")
                .body(file)
                .post("/api/v1/contract-checks")
                .then();
    }

    private Map<String, byte[]> bundle(UUID contract) throws Exception {
        byte[] zip = as(customer)
                .get("/api/v1/contracts/" + contract + "/proof-bundle")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void theBundleProvesTheContractWithoutUs() throws Exception {
        UUID contract = loggedContract();

        Map<String, byte[]> files = bundle(contract);

        assertTrue(PdfSig.says(files.get("contract.pdf")).contains("Signature is Valid"));
        assertEquals(pdfSha256(contract), Digests.sha256Hex(files.get("signed.pdf")));
        assertTrue(files.containsKey("signature/verification-token.jwt"));
        assertTrue(text(files, "clauses.json").contains("amount-and-rate"));
        String name = files.keySet().stream()
                .filter(file -> file.endsWith("anju.contract.sealed.v1.opening.json"))
                .findFirst()
                .orElseThrow();
        JsonNode opening = new ObjectMapper().readTree(files.get(name));
        String fact = opening.path("fact").asText();
        Hash entry =
                Commitment.of(Base64.getDecoder().decode(opening.path("salt").asText()), fact);
        assertTrue(fact.contains(Digests.sha256Hex(files.get("contract.pdf"))), fact);
        assertTrue(provenBy(text(files, name.replace(".opening.json", ".tlog-proof")), entry));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static boolean provenBy(String tlogProof, Hash entry) {
        String[] halves = tlogProof.split("\n\n", 2);
        List<String> lines = halves[0].lines().toList();
        long index = Long.parseLong(lines.get(1).substring("index ".length()));
        List<Hash> path = lines.stream()
                .skip(2)
                .map(line -> Hash.of(Base64.getDecoder().decode(line)))
                .toList();
        Checkpoint head = Checkpoint.parse(SignedNote.parse(halves[1]).text());
        return Proofs.includes(Hash.leaf(entry.bytes()), index, head.size(), path, head.root());
    }

    @Test
    void aContractChangedBehindTheServicesBackContradictsTheLog() throws Exception {
        UUID contract = loggedContract();

        // Somebody with every right of the database, past the trigger.
        sql("alter table contract disable trigger contract_fixed");
        sql("update contract set sealed_sha256 = reverse(sealed_sha256) where id = '" + contract + "'");
        String findings = given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/log/audits")
                .jsonPath()
                .getString("findings");
        sql("update contract set sealed_sha256 = reverse(sealed_sha256) where id = '" + contract + "'");
        sql("alter table contract enable trigger contract_fixed");

        assertTrue(findings.contains("CONTRACT_CHANGED " + contract), findings);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    @Test
    void theBundleIsForItsOwner() {
        UUID contract = sealedContract();

        as(UUID.randomUUID())
                .get("/api/v1/contracts/" + contract + "/proof-bundle")
                .then()
                .statusCode(404);
    }

    @Test
    void aGenuineContractIsCalledGenuineByAnyone() throws Exception {
        check(pdf(loggedContract()))
                .statusCode(200)
                .body("genuine", equalTo(true))
                .body("finding", equalTo("GENUINE"))
                .body("signatures[0].state", equalTo("VALID"))
                .body("signatures[0].bankSeal", equalTo(true))
                .body("signatures[0].claimedAt", notNullValue())
                .body("signatures[0].coversWholeFile", equalTo(true))
                .body("log.tlogProof", containsString("c2sp.org/tlog-proof@v1"));
    }

    @Test
    void aContractThatNoLawKeepsAnyMoreIsStillCalledGenuineByItsHolder() throws Exception {
        byte[] file = pdf(loggedContract());

        tell(
                "identity-service",
                "anju.customer.retention-ended.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"item\":\"CONTRACTS\"}".formatted(customer));

        check(file).statusCode(200).body("finding", equalTo("GENUINE"));
    }

    @Test
    void oneChangedByteIsNamed() {
        byte[] file = pdf(sealedContract());
        file[file.length / 3] ^= 1;

        check(file)
                .statusCode(200)
                .body("genuine", equalTo(false))
                .body("finding", equalTo("CHANGED_AFTER_SEALING"))
                .body("contract", nullValue());
    }

    @Test
    void somethingAddedBehindTheSealIsNamed() {
        byte[] file = pdf(sealedContract());
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        longer[file.length] = '\n';

        check(longer).body("finding", equalTo("ADDED_AFTER_SEALING"));
    }

    @Test
    void theOriginalWithoutSealIsNamed() {
        UUID contract = sealedContract();
        byte[] original = as(customer)
                .queryParam("file", "ORIGINAL")
                .get("/api/v1/contracts/" + contract + "/pdf")
                .asByteArray();

        check(original).body("finding", equalTo("ORIGINAL_WITHOUT_SEAL")).body("contract.state", equalTo("SEALED"));
    }

    @Test
    void aSealOfSomebodyElseIsNamed() throws Exception {
        UUID contract = draftedContract();
        byte[] forged = new PdfSealer(TestSeal.fresh("RSA")).seal(pdf(contract), "安居银行", "合同专用章", Instant.EPOCH);

        check(forged).body("finding", equalTo("SEAL_OF_SOMEBODY_ELSE")).body("signatures[0].bankSeal", equalTo(false));
    }

    @Test
    void whatIsNoPdfIsNamed() {
        check("hello".getBytes(StandardCharsets.UTF_8)).body("finding", equalTo("NOT_A_PDF"));
    }
}
