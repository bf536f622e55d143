package io.anju.repayment.wallet;

import static io.restassured.RestAssured.given;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A borrower who has a wallet, its app, and the agreement's service. */
public final class Holder {

    public static final String LINKS = "/api/v1/wallet-links";

    private final Neighbours neighbours;
    private final Outside outside;
    private final Bank bank;
    private final UUID id;

    public Holder(Neighbours neighbours, Outside outside, UUID id) {
        this.neighbours = neighbours;
        this.outside = outside;
        this.bank = new Bank(neighbours, outside);
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    /** What the wallet's app shows. */
    public String code(String wallet) {
        return given().contentType(ContentType.JSON)
                .body(new JsonObject().put("wallet", wallet).encode())
                .post(outside.url() + "/wallet/link-codes")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    public Response ask(UUID loan, String code, boolean automatic) {
        var body =
                new JsonObject().put("loan", loan.toString()).put("code", code).put("automatic", automatic);
        return bank.postVerified(id, "wallet.link", LINKS, LINKS, body);
    }

    /** Links and has the agreement sealed; answers with the link's id. */
    public UUID link(UUID loan, String wallet, boolean automatic) {
        JsonPath asked = ask(loan, code(wallet), automatic)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        tellAgreement("sealed", asked);
        return asked.getUUID("id");
    }

    public void tellAgreement(String what, JsonPath link) {
        String path = link.getString("agreement");
        String agreement = path.substring(path.lastIndexOf('/') + 1);
        bank.tell(
                "contract-service",
                "anju.wallet-agreement." + what + ".v1",
                agreement,
                new JsonObject().put("agreementId", agreement));
    }

    public Response get(String path) {
        return bank.get(id, path);
    }

    public Response pay(UUID loan, UUID link, String funds) {
        var body = new JsonObject().put("wallet", link.toString()).put("funds", funds);
        return bank.pay(id, loan, body);
    }

    public JsonPath awaitPayment(UUID loan, String payment, String state) {
        return Awaitility.await("payment " + state)
                .until(
                        () -> get("/api/v1/loans/" + loan + "/payments/" + payment)
                                .jsonPath(),
                        found -> state.equals(found.getString("state")));
    }

    public void holds(String wallet, long ownFunds, long creditUsed) {
        given().contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("ownFunds", ownFunds)
                        .put("creditUsed", creditUsed)
                        .encode())
                .put(outside.url() + "/wallet/accounts/" + wallet)
                .then()
                .statusCode(200);
    }

    /** What the institution has heard of a link, once it is so much. */
    public JsonPath awaitNotices(UUID link, int count) {
        return Awaitility.await(count + " notices")
                .until(
                        () -> given().get(outside.url() + "/wallet/notices?link=" + link)
                                .jsonPath(),
                        heard -> heard.getList("items").size() >= count);
    }

    public void faults(JsonObject plan) {
        given().contentType(ContentType.JSON)
                .body(plan.encode())
                .put(outside.url() + "/wallet/faults")
                .then()
                .statusCode(200);
    }

    /** How many of the next requests the institution will refuse. */
    public int refusalsLeft() {
        return given().get(outside.url() + "/wallet/faults").path("refuseNext");
    }

    public Neighbours neighbours() {
        return neighbours;
    }
}
