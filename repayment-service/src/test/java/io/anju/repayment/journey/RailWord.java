package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the rail, or somebody with its key, tells of an order, whatever has become of it. */
public final class RailWord {

    private RailWord() {}

    /** Calls back, signed; the service takes note of it, believed or not. */
    public static void tell(Outside outside, String reference, String state, long amount)
            throws GeneralSecurityException {
        byte[] told = new JsonObject()
                .put("transactionId", UUID.randomUUID().toString())
                .put("reference", reference)
                .put("state", state)
                .put("amount", amount)
                .toBuffer()
                .getBytes();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(outside.callbackSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        given().contentType(ContentType.JSON)
                .header("X-Signature", "sha256=" + HexFormat.of().formatHex(mac.doFinal(told)))
                .body(told)
                .post("/callbacks/rail")
                .then()
                .statusCode(204);
    }
}
