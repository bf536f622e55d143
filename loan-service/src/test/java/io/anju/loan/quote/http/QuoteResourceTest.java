package io.anju.loan.quote.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.product.OtherConditions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures made by an independent engine. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class QuoteResourceTest {

    @Inject
    Pool pool;

    private static ValidatableResponse quote(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/quotes")
                .then();
    }

    private static String loan(String rate, String method, int months, long principal, String more) {
        return """
                {"tranches":[{"principal":%d,"months":%d,"method":"%s","annualRate":"%s"}],
                 "startDate":"2026-11-22","firstDueDate":"2026-12-22"%s}
                """.formatted(principal, months, method, rate, more);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0350, EQUAL_INSTALMENT, 360, 100000000, 449045, 448852, 61656007",
        "0.0350, EQUAL_PRINCIPAL,  360, 100000000, 569445, 278508, 52645792",
        "0.0000, EQUAL_INSTALMENT,  12,  10000000, 833333, 833337, 0",
    })
    void quotesToTheFen(String rate, String method, int months, long principal, int first, int last, int interest) {
        quote(loan(rate, method, months, principal, ""))
                .statusCode(200)
                .body("tranches[0].instalments", hasSize(months))
                .body("tranches[0].firstInstalment", equalTo(first))
                .body("tranches[0].lastInstalment", equalTo(last))
                .body("tranches[0].totalInterest", equalTo(interest))
                .body("total.totalInterest", equalTo(interest));
    }

    @Test
    void answersInTheShapeThatClientsRelyOn() {
        quote(loan("0.0350", "EQUAL_INSTALMENT", 360, 100_000_000, ""))
                .body("tranches[0].instalments[0].number", equalTo(1))
                .body("tranches[0].instalments[0].dueDate", equalTo("2026-12-22"))
                .body("tranches[0].instalments[0].amount", equalTo(449_045))
                .body("tranches[0].instalments[0].principal", equalTo(157_378))
                .body("tranches[0].instalments[0].interest", equalTo(291_667))
                .body("tranches[0].instalments[0].balance", equalTo(99_842_622))
                .body("tranches[0].instalments[59].balance", equalTo(89_697_052))
                .body("tranches[0].realAnnualRate", equalTo("0.0356"))
                .body("total.realAnnualRate", equalTo("0.0356"));
    }

    @ParameterizedTest
    @CsvSource({
        "SMALLER_INSTALMENT, 360, 348920, 348869, 51618649",
        "SHORTER_TERM,       267, 449045, 431891, 39877861",
    })
    void showsWhatAPrepaymentWouldChange(String option, int count, int instalment61, int last, int interest) {
        var event =
                ",\"events\":[{\"type\":\"PREPAYMENT\",\"afterInstalment\":60,\"amount\":20000000,\"option\":\"%s\"}]"
                        .formatted(option);
        quote(loan("0.0350", "EQUAL_INSTALMENT", 360, 100_000_000, event))
                .statusCode(200)
                .body("tranches[0].instalments", hasSize(count))
                .body("tranches[0].instalments[60].amount", equalTo(instalment61))
                .body("tranches[0].lastInstalment", equalTo(last))
                .body("tranches[0].totalInterest", equalTo(interest))
                .body("total.interestSaved", equalTo(61_656_007 - interest));
    }

    @Test
    void showsWhatARepricingWouldChange() {
        var event = ",\"events\":[{\"type\":\"REPRICING\",\"fromInstalment\":13,\"annualRate\":\"0.0320\"}]";
        quote(loan("0.0330", "EQUAL_INSTALMENT", 360, 100_000_000, event))
                .statusCode(200)
                .body("tranches[0].firstInstalment", equalTo(437_955))
                .body("tranches[0].instalments[12].amount", equalTo(432_616))
                .body("tranches[0].lastInstalment", equalTo(432_460))
                .body("tranches[0].totalInterest", equalTo(55_805_672));
    }

    @Test
    void addsUpTheTranchesOfACombinedLoan() {
        quote("""
                {"tranches":[{"principal":60000000,"months":360,"method":"EQUAL_INSTALMENT","annualRate":"0.0350"},
                             {"principal":40000000,"months":360,"method":"EQUAL_INSTALMENT","annualRate":"0.0260"}],
                 "startDate":"2026-11-22","firstDueDate":"2026-12-22"}""")
                .statusCode(200)
                .body("total.principal", equalTo(100_000_000))
                .body("total.firstInstalment", equalTo(269_427 + 160_136));
    }

    @Test
    void chargesABrokenFirstPeriodByItsDays() {
        quote("""
                {"tranches":[{"principal":100000000,"months":360,"method":"EQUAL_INSTALMENT","annualRate":"0.0350"}],
                 "startDate":"2026-03-07","firstDueDate":"2026-04-20"}""").statusCode(200).body("tranches[0].instalments[0].interest", equalTo(427_778));
    }

    @Test
    void takesTheRateOfAProductInForceOnTheStartDate() {
        // LPR over five years of 2026-08-20 is 3.50 %, the first home's spread minus 30 basis points.
        quote("""
                {"tranches":[{"principal":100000000,"months":360,"method":"EQUAL_INSTALMENT","product":"FIRST_HOME"}],
                 "startDate":"2026-11-22","firstDueDate":"2026-12-22"}""").statusCode(200).body("tranches[0].annualRate", equalTo("0.0320"));
    }

    /** 100,000.00 at 6 %, two years of 500.00 a month and then 12 instalments of 8,606.64, the last 8,606.69. */
    @Test
    void paysInterestAloneInTheFirstMonthsAndRepaysInTheOthers() {
        quote("""
                {"tranches":[{"principal":10000000,"months":36,"method":"INTEREST_ONLY_THEN_EQUAL_INSTALMENT",
                              "interestOnlyMonths":24,"annualRate":"0.06"}],
                 "startDate":"2026-11-22"}""")
                .statusCode(200)
                .body("tranches[0].instalments", hasSize(36))
                .body("tranches[0].instalments[23].amount", equalTo(50_000))
                .body("tranches[0].instalments[23].balance", equalTo(10_000_000))
                .body("tranches[0].instalments[24].amount", equalTo(860_664))
                .body("tranches[0].instalments[35].amount", equalTo(860_669));
    }

    @Test
    void quotesAFortnightlyProductByFortnights() {
        quote("""
                {"tranches":[{"principal":10000000,"months":12,"method":"EQUAL_PRINCIPAL","product":"FORTNIGHTLY_HOME"}],
                 "startDate":"2026-11-22"}""")
                .statusCode(200)
                .body("tranches[0].instalments", hasSize(26))
                .body("tranches[0].instalments[0].dueDate", equalTo("2026-12-06"))
                .body("tranches[0].instalments[25].dueDate", equalTo("2027-11-21"));
    }

    /** LPR over five years of 2024-02-20 is 3.95 %, less 45 basis points; a month and 13 days. */
    @Test
    void countsInterestByTheConventionsOfTheProduct() {
        OtherConditions.insert(pool);

        quote("""
                {"tranches":[{"principal":100000000,"months":360,"method":"EQUAL_INSTALMENT","product":"FIRST_HOME"}],
                 "startDate":"2024-03-07","firstDueDate":"2024-04-20"}""")
                .statusCode(200)
                .body("tranches[0].annualRate", equalTo("0.0350"))
                .body("tranches[0].instalments[0].interest", equalTo(418_056));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tranches\":[]} | tranches | NOT_EMPTY",
                "{\"tranches\":[{\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}]} | tranches[0].principal | NOT_NULL",
                "{\"tranches\":[{\"principal\":-1,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}]} | tranches[0].principal | POSITIVE",
                "{\"tranches\":[{\"principal\":1000,\"months\":0,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}]} | tranches[0].months | MIN",
                "{\"tranches\":[{\"principal\":1000,\"months\":9999,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}]} | tranches[0].months | MAX",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"WISHFUL\",\"annualRate\":\"0.03\"}]} | tranches[0].method | UNREADABLE",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\"}]} | tranches[0].annualRate | RATE_OR_PRODUCT_MISSING",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"INTEREST_ONLY_THEN_EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}]} | tranches[0].interestOnlyMonths | INTEREST_ONLY_MONTHS_MISSING",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"INTEREST_ONLY_THEN_EQUAL_PRINCIPAL\",\"interestOnlyMonths\":12,\"annualRate\":\"0.03\"}]} | tranches[0].interestOnlyMonths | INTEREST_ONLY_LEAVES_NO_TERM",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"interestOnlyMonths\":3,\"annualRate\":\"0.03\"}]} | tranches[0].interestOnlyMonths | INTEREST_ONLY_NOT_OF_METHOD",
                "{\"tranches\":[{\"principal\":1000,\"months\":360,\"method\":\"INTEREST_ONLY_THEN_EQUAL_PRINCIPAL\",\"interestOnlyMonths\":37,\"product\":\"FLEXIBLE_HOME\"}]} | tranches[0].interestOnlyMonths | INTEREST_ONLY_TOO_LONG",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"product\":\"NONE\"}]} | tranches[0].product | PRODUCT_NOT_OFFERED",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"startDate\":\"2026-11-22\",\"firstDueDate\":\"2026-11-22\"} | firstDueDate | FIRST_DUE_DATE_NOT_AFTER_START",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"startDate\":\"2026-11-22\",\"firstDueDate\":\"2036-11-22\"} | firstDueDate | FIRST_PERIOD_TOO_LONG",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"startDate\":\"22.11.2026\"} | startDate | UNREADABLE",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"startDate\":\"+999999999-12-31\"} | startDate | CIVIL_DATE",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"startDate\":\"2200-01-01\"} | startDate | CIVIL_DATE",
                "{\"tranches\":[{\"principal\":1000,\"months\":12,\"method\":\"EQUAL_PRINCIPAL\",\"annualRate\":\"0.03\"}],\"firstDueDate\":\"-0044-03-15\"} | firstDueDate | CIVIL_DATE",
            })
    void namesTheFieldThatIsWrong(String body, String field, String code) {
        quote(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"))
                .body("fields.find { it.field == '" + field + "' }.code", equalTo(code))
                .body("fields.find { it.field == '" + field + "' }.message", not(blankString()));
    }

    @Test
    void refusesAPrepaymentAboveWhatIsOwed() {
        var event =
                ",\"events\":[{\"type\":\"PREPAYMENT\",\"afterInstalment\":60,\"amount\":99999999999,\"option\":\"SHORTER_TERM\"}]";
        quote(loan("0.0350", "EQUAL_INSTALMENT", 360, 100_000_000, event))
                .statusCode(422)
                .body("code", equalTo("PREPAYMENT_ABOVE_OUTSTANDING"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotHoldALargeBodyInMemory(boolean tellsItsLength) throws Exception {
        byte[] large = new byte[2 << 20];
        Arrays.fill(large, (byte) ' ');
        var body = tellsItsLength
                ? HttpRequest.BodyPublishers.ofByteArray(large)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/quotes"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();

        try (var client = HttpClient.newHttpClient()) {
            assertEquals(
                    413,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }
}
