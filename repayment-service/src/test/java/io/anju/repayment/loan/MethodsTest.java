package io.anju.repayment.loan;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stored loan billed date by date comes to the fen to the schedule that its contract printed, whatever its method. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class MethodsTest {

    private static final String START = "2026-11-22";
    private static final long PRINCIPAL = 1_000_000;
    private static final int MONTHS = 6;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today(START);
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL_INSTALMENT,                    0, MONTHLY,     2026-12-22",
        "EQUAL_PRINCIPAL,                     0, MONTHLY,     2026-12-22",
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 2, MONTHLY,     2026-12-22",
        "INTEREST_ONLY_THEN_EQUAL_PRINCIPAL,  2, MONTHLY,     2026-12-22",
        "BULLET,                              0, MONTHLY,     2026-12-22",
        "EQUAL_INSTALMENT,                    0, FORTNIGHTLY, 2026-12-06",
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 2, FORTNIGHTLY, 2026-12-06",
    })
    void isBilledAsItsScheduleSays(Method method, int interestOnlyMonths, Frequency frequency, String firstDue) {
        List<Instalment> plan = plan(method, interestOnlyMonths, frequency, firstDue);
        UUID loan = lend(method, interestOnlyMonths, frequency, firstDue);
        bank.bind(borrower);

        for (LocalDate day = LocalDate.parse(START); !day.isAfter(LocalDate.parse("2027-05-22")); ) {
            day = day.plusMonths(1);
            bank.today(day.toString());
            bank.run(day.toString());
        }

        for (Instalment row : plan) {
            bank.awaitInstalment(borrower, loan, row.number(), "PAID");
        }
        JsonPath billed =
                bank.get(borrower, "/api/v1/loans/" + loan + "/instalments").jsonPath();
        for (Instalment row : plan) {
            String item = "items[" + (row.number() - 1) + "].";
            assertEquals(row.dueDate().toString(), billed.getString(item + "dueDate"));
            assertEquals(row.principal(), billed.getLong(item + "principal"), "principal of " + row.number());
            assertEquals(row.interest(), billed.getLong(item + "interest"), "interest of " + row.number());
        }
        Awaitility.await("the settlement")
                .until(
                        () -> bank.get(borrower, "/api/v1/loans/" + loan)
                                .jsonPath()
                                .getString("state"),
                        "SETTLED"::equals);
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    @Test
    void showsHowOftenItIsDueAndHowLongInterestAloneIsPaid() {
        UUID loan = lend(Method.INTEREST_ONLY_THEN_EQUAL_PRINCIPAL, 2, Frequency.FORTNIGHTLY, "2026-12-06");

        bank.get(borrower, "/api/v1/loans/" + loan)
                .then()
                .body("frequency", equalTo("FORTNIGHTLY"))
                .body("months", equalTo(MONTHS))
                .body("instalmentsLeft", equalTo(13))
                .body("interestOnlyLeft", equalTo(4))
                .body("nextDueDate", equalTo("2026-12-06"));
    }

    /** A fortnight has no day of the month. */
    @Test
    void aFortnightlyLoanHasNoDueDayToChange() {
        UUID loan = lend(Method.EQUAL_PRINCIPAL, 0, Frequency.FORTNIGHTLY, "2026-12-06");

        bank.post(borrower, "/api/v1/loans/" + loan + "/plan-change-quotes", new JsonObject().put("dueDay", 5))
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"))
                .body("checks.find { it.rule == 'REPAID_MONTHLY' }.met", equalTo(false));
    }

    private static List<Instalment> plan(Method method, int interestOnly, Frequency frequency, String firstDue) {
        LocalDate first = LocalDate.parse(firstDue);
        Conventions usual = Conventions.MONTHLY_ACT_360;
        return RepaymentSchedule.of(new RepaymentTerms(
                        PRINCIPAL,
                        AnnualRate.of("0.0350"),
                        frequency == Frequency.MONTHLY ? MONTHS : 13,
                        method,
                        frequency == Frequency.MONTHLY ? interestOnly : 2 * interestOnly,
                        LocalDate.parse(START),
                        first,
                        first.getDayOfMonth(),
                        new Conventions(frequency, usual.firstPeriod(), usual.splitPeriod(), usual.dayCount())))
                .instalments();
    }

    private UUID lend(Method method, int interestOnlyMonths, Frequency frequency, String firstDue) {
        JsonObject tranche = Bank.tranche(PRINCIPAL, MONTHS, method.name(), "0.0000")
                .put("rateBasis", "FIXED")
                .put("interestOnlyMonths", interestOnlyMonths)
                .put("conditions", conditions(frequency));
        UUID loan = bank.order(borrower, START, firstDue, List.of(tranche)).getFirst();
        bank.awaitPayout(borrower, loan);
        return loan;
    }

    private static JsonObject conditions(Frequency frequency) {
        return new JsonObject("""
                {"conventions":{"frequency":"%s","firstPeriod":"ACTUAL_DAYS","splitPeriod":"ACTUAL_DAYS","dayCount":"ACT_360"},
                 "late":{"multiplier":"1.5","graceDays":3,"dayCount":"ACT_360","compound":true,"holidays":"GRACE_MOVES"},
                 "prepayment":{"minimum":100000,"compensationMonths":0,"compensationShare":"0"},
                 "partCollection":true}
                """.formatted(frequency));
    }
}
