package io.anju.contract.proof.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files and callers that mean ill: the check is open to everybody, so none of them may take it from the others. */
@QuarkusTest
class HostileFilesTest extends ContractTestBase {
    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] HARMLESS = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource
    URI service;

    private static ValidatableResponse check(byte[] file) {
        return given().header("Accept-Language", "en")
                .contentType("application/pdf")
                .body(file)
                .post("/api/v1/contract-checks")
                .then();
    }

    /** A cross-reference stream of less than two megabytes that would be larger than this process' memory. */
    private static byte[] bomb() throws IOException {
        var zeroes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(zeroes)) {
            var piece = new byte[MEBIBYTE];
            for (long size = 0; size <= Runtime.getRuntime().maxMemory(); size += piece.length) {
                deflated.write(piece);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        int xref = file.size();
        file.writeBytes("""
                1 0 obj
                << /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>
                stream
                """.formatted(zeroes.size()).getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(zeroes.toByteArray());
        file.writeBytes(
                "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n".formatted(xref).getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    @Test
    void aFileThatWouldUnpackToMoreThanTheMemoryIsNotUnpacked() throws Exception {
        check(bomb()).statusCode(200).body("genuine", equalTo(false)).body("finding", equalTo("NOT_SIGNED"));

        check(HARMLESS).statusCode(200).body("finding", equalTo("NOT_SIGNED"));
    }

    @Test
    void ofEndlessSignaturesTheLastOnesAreLookedAt() {
        check(("%PDF-1.7\n" + "/ByteRange [0 1 2 3]\n".repeat(50_000)).getBytes(StandardCharsets.US_ASCII))
                .statusCode(200)
                .body("finding", equalTo("CHANGED_AFTER_SEALING"))
                .body("signatures", hasSize(20));
    }

    @Test
    void rangesBeyondTheFileAreNoSignature() {
        check("%PDF-1.7\n<< /M (D:+-+-+-+-+99999999999999) /ByteRange [0 4000000000 2147483647 9999999999] >>"
                        .getBytes(StandardCharsets.US_ASCII))
                .statusCode(200)
                .body("finding", equalTo("CHANGED_AFTER_SEALING"));
    }

    @Test
    void whoComesWhileAllPlacesAreTakenIsToldWhenToComeAgain() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 3; i++) {
                slow.add(beginning());
            }
            Awaitility.await().until(() -> isFull(slow));

            check(HARMLESS).header("Retry-After", notNullValue()).body("code", equalTo("TOO_MANY_CHECKS"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Awaitility.await().until(() -> check(HARMLESS).extract().statusCode() == 200);
    }

    /** A check of ours that is let in may itself have taken the place that one of the slow ones wanted: one more comes. */
    private boolean isFull(List<Socket> slow) throws IOException {
        if (check(HARMLESS).extract().statusCode() == 503) {
            return true;
        }
        slow.add(beginning());
        return false;
    }

    /** A check whose body has been announced and does not come. */
    private Socket beginning() throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream().write("""
                POST /api/v1/contract-checks HTTP/1.1
                Host: localhost
                Content-Type: application/pdf
                Content-Length: 1000

                %PDF""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void manyAtOnceAreCheckedOrAskedToComeAgain() throws Exception {
        Set<Integer> statuses;
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.resolve("/api/v1/contract-checks"))
                    .header("Content-Type", "application/pdf")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(HARMLESS))
                    .build();
            var answers = Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .limit(48)
                    .toList();
            statuses =
                    answers.stream().map(answer -> answer.join().statusCode()).collect(Collectors.toSet());
        }

        assertTrue(Set.of(200, 503).containsAll(statuses), statuses.toString());
        Awaitility.await().until(() -> check(HARMLESS).extract().statusCode() == 200);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedHoweverItComes() {
        check(new byte[2 * MEBIBYTE + 1]).statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
        assertEquals(413, statusOfChunked(2 * MEBIBYTE + 1));
        check(new byte[2 * MEBIBYTE]).statusCode(200);
    }

    /** Without saying beforehand how long it will be. */
    private int statusOfChunked(int length) {
        return given().contentType("application/pdf")
                .body(new java.io.ByteArrayInputStream(new byte[length]))
                .post("/api/v1/contract-checks")
                .statusCode();
    }
}
