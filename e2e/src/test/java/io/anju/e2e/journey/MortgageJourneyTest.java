package io.anju.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.e2e.client.Answer;
import io.anju.e2e.client.Customer;
import io.anju.e2e.client.Loan;
import io.anju.e2e.client.Mortgage;
import io.anju.e2e.client.Sandbox;
import io.anju.e2e.client.StaffMember;
import io.anju.e2e.stack.InClear;
import io.anju.e2e.stack.Pdf;
import io.anju.e2e.stack.SharedStack;
import io.anju.e2e.stack.Stack;
import io.anju.e2e.stack.WhatIsKept;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One mortgage, from the registration of a phone to the release of the lien, through the gateway, with the real thing
 * behind each step. The steps follow each other; each is a test of its own, so that the report reads like the story.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith({SharedStack.class, StepByStep.class})
class MortgageJourneyTest {

    private static final String NAME = "张明";
    private static final String ID_NUMBER = "110105198801014218";
    private static final String CARD_NUMBER = "6222020200112230";
    private static final long PRINCIPAL = 100_000_000;
    private static final int MONTHS = 360;

    /** A Monday on which the first period is a whole month: each figure of the story is the same on any day it is told. */
    private static final LocalDate BEGINNING = LocalDate.of(2026, 11, 23);

    private Stack stack;
    private Sandbox outside;
    private Customer borrower;
    private StaffMember officer;
    private StaffMember approver;
    private Mortgage mortgage;
    private Loan loan;
    private long quotedInstalment;
    private LocalDate dueDate;

    @BeforeAll
    void begin(Stack shared) {
        stack = shared;
        outside = new Sandbox(stack.sandbox());
        outside.beginOn(BEGINNING);
        borrower = new Customer(stack.gateway(), outside, "13800138001");
        officer = new StaffMember(stack.gateway());
        approver = new StaffMember(stack.gateway());
        mortgage = new Mortgage(borrower, officer, approver);
    }

    @Test
    @Order(10)
    void registersByPhoneAcceptingThePrivacyNotice() {
        borrower.register();

        var me = borrower.api().get("/api/v1/me").expect(200);
        assertFalse(me.text().contains(borrower.phone()), "the phone is masked");
    }

    @Test
    @Order(20)
    void provesARealNameAtTheRegistry() {
        borrower.proveRealName(NAME, ID_NUMBER);

        assertEquals("L2", borrower.api().get("/api/v1/me").expect(200).at("/level"));
    }

    @Test
    @Order(30)
    void enrolsAPasskeyAndSignsInWithIt() {
        borrower.enrolPasskey();
        borrower.signInWithPasskey();

        assertEquals("L3", borrower.api().get("/api/v1/me").expect(200).at("/level"));
    }

    @Test
    @Order(40)
    void enrolsTheStaffByTheCodesTheyWereHanded() {
        var codes = stack.enrolmentCodes();
        officer.enrolAndSignIn(codes.get("Zhao"));
        approver.enrolAndSignIn(codes.get("Qian"));

        officer.api().get("/api/v1/staff/applications").expect(200);
    }

    @Test
    @Order(35)
    void nobodyGetsInByATokenMadeWithoutAKey() {
        new ForgedTokens(stack, borrower).areRefusedAtEveryDoor();
    }

    @Test
    @Order(36)
    void readsOnWhileIdentityIsAwayAndForgersStayOutside() {
        var forged = new ForgedTokens(stack, borrower);
        stack.kill("identity-service");

        forged.areRefusedWhileIdentityIsAway();
        borrower.api().get("/api/v1/me").expectProblem(503, "UNAVAILABLE");

        stack.restart("identity-service");
        borrower.refresh();
    }

    @Test
    @Order(45)
    void isContactedOnlyAsAgreed() {
        new Contacts(stack, borrower).oneIsPermittedAndOneRefused();
    }

    @Test
    @Order(50)
    void quotesWithTheLoanPrimeRateInForce() {
        var spread =
                stack.gateway().get("/api/v1/products/FIRST_HOME").expect(200).at("/tranches/0/spread");
        var quote = stack.gateway()
                .post(
                        "/api/v1/quotes",
                        Map.of(
                                "tranches",
                                List.of(Map.of(
                                        "principal",
                                        PRINCIPAL,
                                        "months",
                                        MONTHS,
                                        "method",
                                        "EQUAL_INSTALMENT",
                                        "product",
                                        "FIRST_HOME")),
                                "startDate",
                                BEGINNING.toString(),
                                "firstDueDate",
                                BEGINNING.plusMonths(1).toString()))
                .expect(200);

        quotedInstalment = Long.parseLong(quote.at("/tranches/0/firstInstalment"));
        var rate = Published.lprOverFiveYears(BEGINNING).add(new BigDecimal(spread));
        assertEquals(0, rate.compareTo(new BigDecimal(quote.at("/tranches/0/annualRate"))), quote.text());
        assertEquals(Published.instalment(PRINCIPAL, rate, MONTHS), quotedInstalment);
        assertEquals(MONTHS, quote.json().at("/tranches/0/instalments").size());
    }

    @Test
    @Order(60)
    void appliesWithIncomeAndAssetsAndTheirDocuments() {
        borrower.consent("CREDIT_CHECK");
        mortgage.apply(PRINCIPAL, MONTHS, BEGINNING.getDayOfMonth());
        mortgage.upload("INCOME_PROOF", Pdf.ofOnePage("Income of March to August"));
        mortgage.upload("ASSET_PROOF", Pdf.ofOnePage("Deposits"));

        assertEquals("DRAFT", mortgage.application().at("/state"));
    }

    @Test
    @Order(70)
    void submitsOnlyWithAVerificationForThisVeryAct() {
        borrower.postOnce(mortgage.applicationPath() + "/submission", "").expectProblem(401, "VERIFICATION_REQUIRED");

        mortgage.submit().expect(200);

        mortgage.awaitApplication("IN_REVIEW");
    }

    @Test
    @Order(80)
    void isScoredWithReasons() {
        var file = officer.api()
                .get("/api/v1/staff/applications/" + mortgage.applicationId())
                .expect(200);

        var assessment = file.json().path("assessment");
        assertEquals("APPROVE", assessment.path("advice").asText(), file.text());
        assertFalse(assessment.path("findings").isEmpty());
        for (var finding : assessment.path("findings")) {
            assertFalse(finding.path("found").asText().isEmpty(), finding::toString);
            assertFalse(finding.path("limit").asText().isEmpty(), finding::toString);
        }
        var earned = assessment.path("scorecard").findValues("points").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        assertEquals(earned, assessment.path("score").asInt(), "the score is the sum of its lines");
    }

    @Test
    @Order(90)
    void isDecidedByTwoPeople() {
        mortgage.claimAndRecommend();
        officer.postOnce(mortgage.staffPath() + "/decision", Map.of("decision", "APPROVE"))
                .expectProblem(403, "ROLE_MISSING");

        mortgage.approve().expect(200);

        mortgage.awaitApplication("APPROVED");
    }

    @Test
    @Order(100)
    void generatesAContractInChineseThatReadsWell() {
        mortgage.awaitContract("DRAFTED");

        var text = Pdf.text(mortgage.contractPdf());
        assertTrue(text.contains(NAME), text);
        assertTrue(text.contains("壹佰万元整"), text);
    }

    @Test
    @Order(110)
    void refusesToBeSignedTheWrongWay() {
        new WrongSignatures(stack, outside, borrower, mortgage).tryAll();

        assertEquals("DRAFTED", mortgage.contract().at("/state"));
    }

    @Test
    @Order(120)
    void isSignedByPasskeyOverTheHashOfThePdf() {
        mortgage.readClauses();
        var verification = mortgage.verifySignature();

        mortgage.sign(verification).expect(201);
        mortgage.sign(verification).expectProblem(403, "VERIFICATION_USED");
    }

    @Test
    @Order(130)
    void isSealedSoThatPdfsigSaysValid() {
        mortgage.awaitContract("SEALED");

        var judged = Pdf.judge(mortgage.contractPdf());
        assertTrue(judged.contains("Signature is Valid"), judged);
    }

    @Test
    @Order(140)
    void isRegisteredAndPaidOut() {
        mortgage.awaitApplication("CONTRACTED");
        mortgage.awaitMortgage("REGISTERED");
        mortgage.confirmCosts();
        stack.kill("repayment-service");
        mortgage.release().expect(200);
        stack.restart("repayment-service");

        mortgage.awaitApplication("ACTIVE");

        loan = new Loan(borrower, officer, outside, mortgage.application().at("/loanId"));
        assertEquals(PRINCIPAL, loan.outstandingPrincipal());
        assertTrialBalanceIsZero();
    }

    @Test
    @Order(150)
    void bindsACardByACodeFromItsNetwork() {
        loan.bindCard(CARD_NUMBER);

        assertFalse(borrower.api().get("/api/v1/cards").expect(200).text().contains(CARD_NUMBER));
    }

    @Test
    @Order(160)
    void debitsTheFirstInstalmentOnItsDueDate() {
        dueDate = loan.nextDueDate();
        outside.moveTo(dueDate);

        var run = loan.startDueRun(dueDate);
        stack.kill("repayment-service");
        stack.restart("repayment-service");
        loan.awaitDueRun(run);

        var paid = loan.awaitPaid(1);
        assertEquals(BEGINNING.plusMonths(1), dueDate);
        assertEquals(quotedInstalment, paid.path("amount").asLong());
        assertEquals(List.of(quotedInstalment), outside.debitsOn(dueDate), "taken once");
        assertTrialBalanceIsZero();
    }

    @Test
    @Order(170)
    void paysTheSecondMonthByHand() {
        dueDate = loan.nextDueDate();
        outside.moveTo(dueDate.minusDays(1));
        // New Year lies behind, and a loan is not repriced by a rate older than a month: December's was the same.
        mortgage.publishRate(LocalDate.of(2026, 12, 21), "0.0350");

        loan.payByHand().expect(201);

        loan.awaitPaid(2);
    }

    @Test
    @Order(180)
    void prepaysAPartByAQuoteThatIsHonouredToTheFen() {
        outside.moveTo(dueDate.plusDays(3));

        loan.runDueDates(outside.businessDate());
        var before = loan.outstandingPrincipal();
        var quotes = loan.quote(20_000_000);
        var smaller = Quotes.of(quotes, "SMALLER_INSTALMENT");

        var paid = loan.take(smaller.path("id").asText());

        assertEquals(smaller.path("total").asLong(), paid);
        assertEquals(before - 20_000_000, loan.outstandingPrincipal());

        assertTrialBalanceIsZero();
    }

    @Test
    @Order(190)
    void isRepricedOnTheFirstOfJanuary() {
        var newYear = LocalDate.of(outside.businessDate().getYear() + 1, 1, 1);
        loan.liveUntil(newYear.minusDays(10));
        mortgage.publishRate(newYear.minusDays(12), "0.0340");
        loan.liveUntil(newYear);

        assertEquals("0.0310", loan.rate().at("/annualRate"));
    }

    @Test
    @Order(200)
    void isSettledInFullAndTheLienReleased() {
        var everything = Quotes.of(loan.quoteAll(), "FULL");

        assertEquals(
                everything.path("total").asLong(),
                loan.take(everything.path("id").asText()));

        mortgage.awaitApplication("SETTLED");
        mortgage.awaitContractOfKind("SETTLEMENT_CERTIFICATE");
        mortgage.awaitMortgage("RELEASED");
        assertTrialBalanceIsZero();
    }

    @Test
    @Order(210)
    void leftAMessageOfEachStepInTheInbox() {
        new Inbox(borrower)
                .holdsMessages(List.of(
                        "WELCOME",
                        "IDENTITY_VERIFIED",
                        "PASSKEY_ENROLLED",
                        "APPLICATION_SUBMITTED",
                        "APPLICATION_APPROVED",
                        "CONTRACT_READY",
                        "CONTRACT_SIGNED",
                        "CONTRACT_SEALED",
                        "MORTGAGE_REGISTERED",
                        "LOAN_DISBURSED",
                        "CARD_BOUND",
                        "INSTALMENT_PAID_FROM_CARD",
                        "LOAN_PREPAID",
                        "LOAN_REPRICED",
                        "LOAN_SETTLED",
                        "SETTLEMENT_CERTIFIED",
                        "MORTGAGE_RELEASED"));
    }

    @Test
    @Order(220)
    void leavesNoPersonalDataInClear() {
        var personal =
                List.of(borrower.phone(), NAME, ID_NUMBER, CARD_NUMBER, Mortgage.ADDRESS, Mortgage.CERTIFICATE_NUMBER);

        assertEquals(List.of(), new WhatIsKept(stack, new InClear(personal)).whatCanBeRead());
        assertFalse(
                new WhatIsKept(stack, new InClear(List.of(borrower.id())))
                        .whatCanBeRead()
                        .isEmpty(),
                "the customer is in what was looked through");
    }

    private void assertTrialBalanceIsZero() {
        Answer balance = officer.api().get("/api/v1/staff/ledger/trial-balance").expect(200);
        assertEquals(balance.at("/debit"), balance.at("/credit"), balance.text());
    }
}
