package io.anju.care.appointment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.care.CareTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A counter is booked once, and the case is opened there by its code. */
@QuarkusTest
class AppointmentsTest extends CareTestBase {

    private static final String APPOINTMENTS = "/api/v1/appointments";
    private static final String ARRIVALS = "/api/v1/staff/appointments/arrivals";

    private final String branch = "branch-" + UUID.randomUUID();
    private final UUID contract = UUID.randomUUID();
    private LocalDate day;

    @BeforeEach
    void branchWithTwoCountersAndADayOfWork() {
        Awaitility.await().until(() -> sql("select id from branch").size() > 0);
        sql("insert into branch values ($1, '支行', 'Branch', '地址', 'Address', '09:00', '17:00', 2, true)", branch);
        day = Stream.iterate(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1), d -> d.plusDays(1))
                .limit(20)
                .filter(d -> !times(d).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void booksAndTellsOfIt() {
        String id = book(customer, "10:00")
                .statusCode(201)
                .body("handoverCode", notNullValue())
                .extract()
                .path("id");

        asCustomer()
                .get(APPOINTMENTS + "/" + id)
                .then()
                .body("state", equalTo("BOOKED"))
                .body("time", equalTo("10:00:00"));
        asCustomer().get("/api/v1/messages").then().body("items.template", contains("APPOINTMENT_BOOKED"));
    }

    @Test
    void listsBranchesInTheReadersLanguage() {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/api/v1/branches")
                .then()
                .body("items.name", hasItem("Branch"));
        RestAssured.given()
                .header("Accept-Language", "zh")
                .get("/api/v1/branches")
                .then()
                .body("items.name", hasItem("支行"));
    }

    @Test
    void booksEachCounterOnceWhoeverAsksInTheSameMoment() throws Exception {
        Callable<Integer> booking =
                () -> book(UUID.randomUUID(), "11:00").extract().statusCode();

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(10)) {
            answers = threads.invokeAll(Stream.generate(() -> booking).limit(10).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertEquals(2, answers.stream().filter(status -> status == 201).count(), "answers: " + answers);
        assertEquals(8, answers.stream().filter(status -> status == 409).count(), "answers: " + answers);
        assertEquals(false, times(day).contains("11:00:00"));
    }

    @Test
    void theDatabaseRefusesADoubleBooking() {
        book(customer, "12:00").statusCode(201);

        assertThrows(
                Exception.class,
                () -> sql(
                        "insert into appointment select $1, $2, branch_id, counter, day, time, matter, subject_id, $3,"
                                + " state, received_by, booked_at, version from appointment where customer_id = $4",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "CODE" + UUID.randomUUID(),
                        customer));
    }

    @Test
    void seatsACustomerAtOneCounter() {
        book(customer, "13:00").statusCode(201);

        book(customer, "13:00").statusCode(409).body("code", equalTo("ALREADY_BOOKED"));
    }

    @Test
    void booksThreeVisitsAtOnceAndNoMore() throws Exception {
        var hours = List.of("09:00", "09:30", "10:00", "10:30", "11:30", "12:30");

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(hours.size())) {
            Stream<Callable<Integer>> bookings = hours.stream()
                    .map(hour -> () -> book(customer, hour).extract().statusCode());
            answers = threads.invokeAll(bookings.toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertEquals(3, answers.stream().filter(status -> status == 201).count(), "answers: " + answers);
        book(customer, "16:00")
                .statusCode(409)
                .body("code", equalTo("TOO_MANY_APPOINTMENTS"))
                .body("most", equalTo(3));
        String id = asCustomer().get(APPOINTMENTS).path("items[0].id");
        asCustomer().post(APPOINTMENTS + "/" + id + "/cancellation").then().statusCode(200);
        book(customer, "16:00").statusCode(201);
    }

    @Test
    void countsNoVisitThatWasMissed() {
        for (int past = 1; past <= 3; past++) {
            sql(
                    "insert into appointment values ($1, $2, $3, 1, (now() at time zone 'Asia/Shanghai')::date - "
                            + past + ", '10:00', 'SIGNING', $4, $5, 'BOOKED', null, now(), 0)",
                    UUID.randomUUID(),
                    customer,
                    branch,
                    contract,
                    "MISSED" + past + branch);
        }

        book(customer, "10:00").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "2200-01-01"})
    void refusesADateThatNobodyMeans(String date) {
        RestAssured.given()
                .queryParam("date", date)
                .get("/api/v1/branches/" + branch + "/slots")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("date"))
                .body("fields[0].code", equalTo("CIVIL_DATE"));
        asCustomer()
                .body("{\"branch\":\"%s\",\"date\":\"%s\",\"time\":\"10:00\",\"matter\":\"OTHER\"}"
                        .formatted(branch, date))
                .post(APPOINTMENTS)
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("date"));
    }

    @Test
    void freesTheCounterOfACancelledVisit() {
        String id = book(customer, "14:00").extract().path("id");
        book(UUID.randomUUID(), "14:00").statusCode(201);

        asCustomer()
                .post(APPOINTMENTS + "/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        book(UUID.randomUUID(), "14:00").statusCode(201);
        asCustomer()
                .post(APPOINTMENTS + "/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("APPOINTMENT_OVER"));
    }

    @Test
    void isNotCancelledOnAnOldCopy() {
        String id = book(customer, "14:30").extract().path("id");
        String current = asCustomer().get(APPOINTMENTS + "/" + id).header("ETag");

        asCustomer()
                .header("If-Match", "\"41\"")
                .post(APPOINTMENTS + "/" + id + "/cancellation")
                .then()
                .statusCode(412);
        asCustomer()
                .header("If-Match", current)
                .post(APPOINTMENTS + "/" + id + "/cancellation")
                .then()
                .statusCode(200);
    }

    @Test
    void booksOnlyWhatIsOffered() {
        book(customer, "08:30").statusCode(422).body("code", equalTo("NOT_A_SLOT"));
        book(customer, "10:15").statusCode(422);
    }

    @Test
    void opensTheCaseAtTheCounter() {
        var code = "KEEP2345" + branch.substring(7, 12).toUpperCase();
        sql(
                "insert into appointment values ($1, $2, $3, 1, (now() at time zone 'Asia/Shanghai')::date, '00:00',"
                        + " 'SIGNING', $4, $5, 'BOOKED', null, now(), 0)",
                UUID.randomUUID(),
                customer,
                branch,
                contract,
                code);

        arrive(code.toLowerCase())
                .statusCode(200)
                .body("customerId", equalTo(customer.toString()))
                .body("subject", equalTo(contract.toString()));
        arrive(code).statusCode(409).body("code", equalTo("APPOINTMENT_OVER"));
        var told = neighbours.awaitEvent("anju.customer.data-read.v1", customer.toString());
        assertEquals("BRANCH_VISIT", told.path("purpose").asText());
    }

    @Test
    void opensNothingOnAnotherDay() {
        String code = book(customer, "15:00").extract().path("handoverCode");

        arrive(code).statusCode(409).body("code", equalTo("APPOINTMENT_NOT_TODAY"));
        arrive("NOSUCHXX").statusCode(404);
    }

    @Test
    void isForItsCustomerAndForTellers() {
        String id = book(customer, "16:00").extract().path("id");
        var somebodyElse = neighbours.tokens().customer(UUID.randomUUID());

        with(somebodyElse).get(APPOINTMENTS + "/" + id).then().statusCode(404);
        with(somebodyElse)
                .post(APPOINTMENTS + "/" + id + "/cancellation")
                .then()
                .statusCode(404);
        with(somebodyElse).get(APPOINTMENTS).then().body("items.id", not(hasItem(id)));
        asCustomer().body("{\"code\":\"x\"}").post(ARRIVALS).then().statusCode(403);
    }

    private List<String> times(LocalDate date) {
        return RestAssured.given()
                .queryParam("date", date.toString())
                .get("/api/v1/branches/" + branch + "/slots")
                .then()
                .statusCode(200)
                .extract()
                .path("items.time");
    }

    private ValidatableResponse book(UUID who, String time) {
        var body = "{\"branch\":\"%s\",\"date\":\"%s\",\"time\":\"%s\",\"matter\":\"SIGNING\",\"subject\":\"%s\"}";
        return with(neighbours.tokens().customer(who))
                .body(body.formatted(branch, day, time, contract))
                .post(APPOINTMENTS)
                .then();
    }

    private ValidatableResponse arrive(String code) {
        return asStaff(UUID.randomUUID(), "teller")
                .body("{\"code\":\"%s\"}".formatted(code))
                .post(ARRIVALS)
                .then();
    }
}
