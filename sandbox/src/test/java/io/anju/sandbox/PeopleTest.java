package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ID registry, credit bureau, card network, SMS: what is known of a person. */
class PeopleTest {
    /** The example number of GB 11643-1999. */
    private static final String ID = "11010519491231002X";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests"));
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "李安, 11010519491231002X, true",
        "李安, 11010519491231002x, true",
        "李不符, 11010519491231002X, false",
        "李安, 110105194912310021, false",
        "李安, 110105194902310026, false",
        "李安, 110105202001010015, false"
    })
    void aNameMatchesTheNumberOfAnAdult(String name, String number, boolean match) throws Exception {
        var answer = caller.post("/id-registry/checks", "{'name':'%s','idNumber':'%s'}".formatted(name, number));

        assertEquals(200, answer.status());
        assertEquals(match, answer.json().path("match").asBoolean());
        assertEquals(match, answer.json().has("faceReference"));
    }

    @Test
    void aRegistryInAnOutageAnswers503() throws Exception {
        assertEquals(
                503,
                caller.post("/id-registry/checks", "{'name':'故障','idNumber':'%s'}".formatted(ID))
                        .status());
    }

    @Test
    void nonsenseIsRefusedMemberByMember() throws Exception {
        var answer = caller.post("/id-registry/checks", "{'name':5,'idNumber':'abc'}");

        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.type());
        assertEquals("name", answer.json().at("/errors/0/field").asText());
        assertEquals("MALFORMED", answer.json().at("/errors/1/code").asText());
    }

    @ParameterizedTest
    @CsvSource({"[]", "null", "{", "''"})
    void aBodyThatIsNoObjectIsRefused(String body) throws Exception {
        assertEquals(400, caller.post("/bureau/reports", body).status());
    }

    @Test
    void aBodyTooLargeIsRefused() throws Exception {
        assertEquals(413, caller.post("/sms/messages", "x".repeat(70_000)).status());
    }

    @ParameterizedTest
    @CsvSource({"李安, 0, 1, 1", "李逾期, 5, 1, 1", "李多头, 0, 14, 1", "李负债, 0, 1, 3", "李白户, 0, 0, 0"})
    void aReportSaysWhatTheNameStandsFor(String name, int overdue, int inquiries, int loans) throws Exception {
        var body = "{'consentId':'c1','name':'%s','idNumber':'%s'}".formatted(name, ID);

        var report = caller.post("/bureau/reports", body).json();

        assertEquals(overdue, report.path("overdueCount24m").asInt());
        assertEquals(inquiries, report.path("inquiries6m").asInt());
        assertEquals(loans, report.path("openLoans").size());
        assertEquals(report, caller.post("/bureau/reports", body).json());
    }

    @Test
    void theBureauKnowsNobodyOfACertainName() throws Exception {
        var answer = caller.post("/bureau/reports", "{'consentId':'c1','name':'李查无','idNumber':'%s'}".formatted(ID));

        assertEquals(404, answer.status());
        assertEquals("PERSON_UNKNOWN", answer.code());
    }

    @Test
    void aCardIsBoundByTheCodeSentToItsHolder() throws Exception {
        var binding = bind("李安", "6222020200000000006");
        var code = codeSentTo("13800000001");

        var bound = caller.post(
                "/card-network/bindings/" + binding.path("bindingId").asText() + "/confirmation",
                "{'code':'%s'}".formatted(code));

        assertEquals(200, bound.status(), bound.text());
        assertEquals("0006", bound.json().path("last4").asText());
        assertEquals("中国工商银行", bound.json().path("bank").asText());
        assertTrue(bound.json().path("cardToken").asText().startsWith("tok_"));
    }

    @Test
    void theSameCardHasTheSameToken() throws Exception {
        assertEquals(boundToken(), boundToken());
    }

    @Test
    void aBindingIsBegunOnceUnderItsReference() throws Exception {
        var body = "{'name':'李安','idNumber':'%s','cardNumber':'%s','phone':'13800000001','reference':'b-1'}";
        var first = caller.post("/card-network/bindings", body.formatted(ID, "6222020200000000006"));
        var code = codeSentTo("13800000001");

        var again = caller.post("/card-network/bindings", body.formatted(ID, "6222020200000000006"));
        var other = caller.post("/card-network/bindings", body.formatted(ID, "6217000000000006"));

        assertEquals(first.json().path("bindingId"), again.json().path("bindingId"));
        assertEquals(code, codeSentTo("13800000001"));
        assertEquals("REFERENCE_REUSED", other.code());
    }

    @Test
    void fiveWrongCodesLockABinding() throws Exception {
        var path = "/card-network/bindings/"
                + bind("李安", "6222020200000000006").path("bindingId").asText() + "/confirmation";
        var right = codeSentTo("13800000001");
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (var i = 0; i < 5; i++) {
            assertEquals(
                    "CODE_WRONG",
                    caller.post(path, "{'code':'%s'}".formatted(wrong)).code());
        }

        assertEquals(
                "BINDING_LOCKED",
                caller.post(path, "{'code':'%s'}".formatted(right)).code());
    }

    @Test
    void aCardOfSomebodyElseAndANumberThatDoesNotCheckAreRefused() throws Exception {
        assertEquals(
                "CARD_HOLDER_MISMATCH",
                bind("不符", "6222020200000000006").path("code").asText());
        assertEquals(
                "CARD_NUMBER_UNKNOWN",
                bind("李安", "6222020200000000007").path("code").asText());
    }

    @Test
    void messagesAreListedNewestFirstPerNumberHoweverItIsWritten() throws Exception {
        caller.post("/sms/messages", "{'to':'+86 138 0000 0002','text':'first'}");
        caller.post("/sms/messages", "{'to':'13800000002','text':'second <b>'}");
        caller.post("/sms/messages", "{'to':'13800000003','text':'other'}");

        var items =
                caller.get("/sms/messages?to=%2B8613800000002&limit=5").json().path("items");

        assertEquals(2, items.size());
        assertEquals("second <b>", items.at("/0/text").asText());
        assertTrue(caller.get("/").text().contains("second &lt;b&gt;"));
        assertFalse(caller.get("/?to=13800000002").text().contains("other"));
    }

    private com.fasterxml.jackson.databind.JsonNode bind(String name, String card) throws IOException {
        return caller.post(
                        "/card-network/bindings",
                        "{'name':'%s','idNumber':'%s','cardNumber':'%s','phone':'13800000001'}"
                                .formatted(name, ID, card))
                .json();
    }

    private String codeSentTo(String phone) throws IOException {
        var text = caller.get("/sms/messages?to=" + phone)
                .json()
                .at("/items/0/text")
                .asText();
        var code = Pattern.compile("[0-9]{6}").matcher(text);
        assertTrue(code.find(), text);
        return code.group();
    }

    private String boundToken() throws IOException {
        var id = bind("李安", "6222020200000000006").path("bindingId").asText();
        var code = codeSentTo("13800000001");
        return caller.post("/card-network/bindings/" + id + "/confirmation", "{'code':'%s'}".formatted(code))
                .json()
                .path("cardToken")
                .asText();
    }
}
