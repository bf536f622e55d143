package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the document says of an endpoint beyond its shapes. */
@QuarkusTest
class ApiDocumentTest extends KitTestBase {

    private static JsonPath api() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Map<String, Object>> responses(String path) {
        return api().getMap("paths.'%s'.post.responses".formatted(path));
    }

    private static List<String> headers(String path) {
        return api().getList("paths.'%s'.post.parameters.findAll { it.in == 'header' }.name".formatted(path));
    }

    @Test
    void namesTheKeysThatAnEndpointAsksFor() {
        assertEquals(List.of("Idempotency-Key"), headers("/api/v1/doors/{id}/openings"));
        assertEquals(List.of("Verification-Token"), headers("/api/v1/doors/{id}/unlocking"));
        assertEquals(List.of("customer"), api().getList("paths.'/api/v1/doors/high'.get.security[0].accessToken"));
    }

    @Test
    void namesTheHeaderThatLeadsToWhatWasMade() {
        assertEquals(
                List.of("Location"),
                List.copyOf(api().getMap("paths.'/api/v1/doors/{id}/openings'.post.responses.'201'.headers")
                        .keySet()));
    }

    @Test
    void namesEveryProblemOfAnEndpointByStatus() {
        var responses = responses("/api/v1/doors/{id}/openings");

        assertEquals(
                Set.of("201", "400", "401", "403", "404", "409", "413", "415", "422", "503", "default"),
                responses.keySet());
        assertEquals("DOOR_LOCKED, IDEMPOTENCY_IN_FLIGHT", described("DOOR_LOCKED-IDEMPOTENCY_IN_FLIGHT-409"));
        assertEquals(
                "ROLE_MISSING, VERIFICATION_MISMATCH, VERIFICATION_USED",
                described("ROLE_MISSING-VERIFICATION_MISMATCH-VERIFICATION_USED-403"));
        assertEquals(
                "DPOP_PROOF_INVALID, TOKEN_INVALID, TOKEN_MISSING",
                described("DPOP_PROOF_INVALID-TOKEN_INVALID-TOKEN_MISSING-401"));
    }

    @Test
    void namesARequestThatCannotBeReadWhereTextIsTaken() {
        assertTrue(unreadable("/api/v1/doors/{id}/owner").contains("get"), "text in the path");
        assertTrue(unreadable("/api/v1/doors/{id}/openings").contains("post"), "text in the body");
        assertEquals("[]", unreadable("/api/v1/doors/high"));
    }

    /** The methods of a path that answer with this code. */
    private static String unreadable(String path) {
        Map<String, Map<String, Object>> operations = api().getMap("paths.'%s'".formatted(path));
        return operations.entrySet().stream()
                .filter(operation -> operation.getValue().toString().contains("MALFORMED_REQUEST"))
                .map(Map.Entry::getKey)
                .toList()
                .toString();
    }

    @Test
    void asksNothingOfAnyoneAtAnOpenDoor() {
        assertEquals(
                Set.of("200", "503", "default"),
                api().getMap("paths.'/api/v1/doors/open'.get.responses").keySet());
    }

    @Test
    void showsTheWordsOfACode() {
        Map<String, Object> example = api().getMap("components.examples.'DOOR_LOCKED-409'.value");

        assertEquals("The door is locked", example.get("title"));
        assertEquals("Door {door} is locked.", example.get("detail"));
        assertEquals(409, example.get("status"));
    }

    private static String described(String response) {
        return api().getString("components.responses.'%s'.description".formatted(response));
    }
}
