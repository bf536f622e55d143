package io.anju.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import io.anju.e2e.client.Answer;
import io.anju.e2e.client.RealBrowser;
import io.anju.e2e.client.Sandbox;
import io.anju.e2e.stack.SharedStack;
import io.anju.e2e.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person in a real browser: its WebAuthn, its digests, its fetch against the API through the gateway, and what it keeps
 * other sites from. The steps follow each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith({SharedStack.class, StepByStep.class})
@Timeout(120)
class BrowserJourneyTest {

    private static final String PHONE = "13700137003";
    private static final String CARD = "{\"cardNumber\":\"6217000200000000000\"}";

    private String gateway;
    private Sandbox outside;
    private RealBrowser browser;

    @BeforeAll
    @Timeout(900)
    void begin(Stack stack) {
        gateway = stack.gateway().base();
        outside = new Sandbox(stack.sandbox());
        browser = new RealBrowser(Path.of(stack.anju("browser").strip()));
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @Test
    @Order(10)
    void isInASecureContextOnLocalhost() {
        browser.openApp(gateway);

        assertEquals(true, browser.evaluate("isSecureContext"));
    }

    @Test
    @Order(20)
    void registersByPhoneAndProvesARealName() {
        var begun =
                post("/api/v1/registrations", "{\"phone\":\"" + PHONE + "\"}").expect(201);
        var notice = browser.send("send", "GET", "/api/v1/privacy-notices/current", null)
                .expect(200);
        var proof = "{\"code\":\"%s\",\"privacyNotice\":{\"version\":\"%s\",\"sha256\":\"%s\"}}"
                .formatted(outside.newestCode(PHONE), notice.at("/version"), notice.at("/sha256"));
        browser.send("register", begun.at("/id"), proof).expect(201);
        post("/api/v1/real-name-checks", "{\"name\":\"王芳\",\"idNumber\":\"310101198805120044\"}")
                .expect(200);
        browser.send("refresh").expect(200);

        assertEquals("L2", me().at("/level"));
    }

    @Test
    @Order(30)
    void enrolsAPasskeyUnderAChineseName() {
        var body = (String) browser.call("newPasskey", "王芳的电脑");
        var begun = browser.send("openVerification", "passkey.add", "/api/v1/passkeys", "identity-service", body, "SMS")
                .expect(201);
        var key = prove(begun, "{\"method\":\"SMS\",\"code\":\"" + outside.newestCode(PHONE) + "\"}");

        var enrolled = postWith(key, "/api/v1/passkeys", body).expect(201);

        assertEquals("王芳的电脑", enrolled.at("/name"));
    }

    @Test
    @Order(40)
    void isKeptByTheBrowserFromEnrollingTheSameDeviceTwice() {
        assertTrue(browser.refusal("newPasskey", "again").contains("InvalidStateError"));
    }

    @Test
    @Order(50)
    void signsOutAndInAgainByPasskey() {
        browser.send("signOut").expect(200);
        browser.send("refresh").expect(400);

        browser.send("signIn").expect(200);

        assertEquals("L3", me().at("/level"));
    }

    @Test
    @Order(60)
    void canReadWhatASensitiveActWants() {
        var refused = post("/api/v1/cards", CARD).expectProblem(401, "VERIFICATION_REQUIRED");

        // RFC 9470, section 3.
        var challenge = refused.header("WWW-Authenticate");
        assertTrue(challenge.contains("error=\"insufficient_user_authentication\""), challenge);
        assertTrue(challenge.contains("act=\"card.bind\""), challenge);
    }

    @Test
    @Order(70)
    void bindsACardByAPasskeyProofForThisVeryBodyAndOnlyOnce() {
        var key = cutByPasskey(CARD);

        postWith(key, "/api/v1/cards", CARD.replace('6', '7')).expectProblem(403, "VERIFICATION_MISMATCH");
        postWith(key, "/api/v1/cards", CARD).expect(201);
        postWith(key, "/api/v1/cards", CARD).expectProblem(403, "VERIFICATION_USED");
    }

    @Test
    @Order(80)
    void hasNothingToComplainOf() {
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    @Order(90)
    void leavesNothingPersonalInTheBrowser() {
        var personal = browser.answers().stream()
                .filter(BrowserJourneyTest::isOfAPerson)
                .toList();
        assertFalse(personal.isEmpty());
        assertEquals(
                List.of(),
                personal.stream()
                        .filter(answer -> !answer.headers()
                                .getOrDefault("cache-control", "")
                                .contains("no-store"))
                        .map(Response::url)
                        .toList());
        assertEquals(List.of(), browser.cookies());
        assertEquals(0, browser.evaluate("localStorage.length + sessionStorage.length"));
        browser.send("send", "GET", "/docs", null).expect(200);
        assertEquals(200, browser.call("fromCache", "/docs"), "its cache is at work");
        browser.refusal("fromCache", "/api/v1/me");
    }

    @Test
    @Order(100)
    void isRefusedByTheServiceWithAProofMadeAtAnotherPort() {
        var begun = post("/api/v1/sign-ins", "{\"method\":\"PASSKEY\"}").expect(201);
        var options = begun.json().path("passkeyOptions").toString();

        // To a browser a passkey of localhost is one of all its ports; the origin in the signed data tells them apart.
        browser.openStranger("localhost");
        var proof = browser.call("passkeyProof", options);

        browser.openApp(gateway);
        post("/api/v1/sign-ins/" + begun.at("/id") + "/proof", proof).expectProblem(422, "PROOF_WRONG");
    }

    @Test
    @Order(110)
    void isKeptByTheBrowserFromUsingAPasskeyAtAnotherAddress() {
        var begun = post("/api/v1/sign-ins", "{\"method\":\"PASSKEY\"}").expect(201);

        browser.openStranger("127.0.0.1");

        var refusal = browser.refusal(
                "passkeyProof", begun.json().path("passkeyOptions").toString());
        assertTrue(refusal.contains("SecurityError"), refusal);
    }

    @Test
    @Order(120)
    void isNotReadOrFramedByAnotherOrigin() {
        var open = "/api/v1/products/FIRST_HOME";
        browser.openApp(gateway);
        browser.send("send", "GET", open, null).expect(200);

        browser.openStranger("localhost");

        browser.refusal("send", "GET", gateway + open, null);
        browser.refusal("send", "POST", gateway + "/api/v1/sign-ins", "{\"method\":\"PASSKEY\"}");
        browser.refusal("fetch", gateway + open, Map.of("mode", "no-cors"));
        assertEquals(List.of("chrome-error://chromewebdata/"), browser.framed(gateway + "/docs"));
        browser.awaitComplaint("CORS policy");
        browser.awaitComplaint("ERR_BLOCKED_BY_RESPONSE.NotSameOrigin");
        browser.awaitComplaint("frame-ancestors 'none'");
    }

    @Test
    @Order(130)
    void runsNothingInTheGatewaysOwnDocuments() {
        browser.open(gateway + "/docs");
        browser.evaluate(
                "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))");
        assertEquals(false, browser.evaluate("'ran' in window"));

        browser.open(gateway + "/.well-known/openid-configuration");
        browser.evaluate("fetch('/api/v1/products/FIRST_HOME').catch(() => 'refused')");
        browser.awaitComplaint("Content Security Policy");
    }

    private Answer me() {
        return browser.send("send", "GET", "/api/v1/me", null).expect(200);
    }

    private Answer post(String path, Object body) {
        return browser.send("send", "POST", path, body);
    }

    private Answer postWith(String verification, String path, String body) {
        return browser.send("send", "POST", path, body, Map.of("Verification-Token", verification));
    }

    private String cutByPasskey(String card) {
        var begun = browser.send("openVerification", "card.bind", "/api/v1/cards", "repayment-service", card)
                .expect(201);
        var options = begun.json().path("passkeyOptions").toString();
        return prove(begun, (String) browser.call("passkeyProof", options));
    }

    private String prove(Answer verification, String proof) {
        return post("/api/v1/verifications/" + verification.at("/id") + "/proof", proof)
                .expect(200)
                .at("/verificationToken");
    }

    /** Given to somebody who is signed in, or the tokens with which they are. */
    private static boolean isOfAPerson(Response answer) {
        return answer.request().headers().containsKey("authorization")
                || answer.text().matches("(?s).*\"(accessToken|access_token)\".*");
    }
}
