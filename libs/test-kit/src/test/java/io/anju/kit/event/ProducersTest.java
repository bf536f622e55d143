package io.anju.kit.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may tell what. */
class ProducersTest {

    private final Producers producers = new Producers(Map.of(
            "anju.loan", List.of("repayment-service"),
            "anju.loan.approved", List.of("loan-service"),
            "anju.customer.data-read", List.of("loan-service", "care-service")));

    @Test
    void takesAFamilyFromItsService() {
        assertTrue(producers.mayTell("repayment-service", "anju.loan.settled.v1"));
        assertFalse(producers.mayTell("loan-service", "anju.loan.settled.v1"));
    }

    @Test
    void theLongestNameDecides() {
        assertTrue(producers.mayTell("loan-service", "anju.loan.approved.v1"));
        assertFalse(producers.mayTell("repayment-service", "anju.loan.approved.v1"));
    }

    @Test
    void aNameEndsAtADot() {
        assertFalse(producers.mayTell("repayment-service", "anju.loans.settled.v1"));
        assertFalse(producers.mayTell("loan-service", "anju.loan.approved-twice.v1"));
    }

    @Test
    void severalMayTellOneType() {
        assertTrue(producers.mayTell("care-service", "anju.customer.data-read.v1"));
        assertTrue(producers.mayTell("loan-service", "anju.customer.data-read.v1"));
    }

    @Test
    void takesWhatNothingFitsFromNobody() {
        assertFalse(producers.mayTell("repayment-service", "anju.customer.erased.v1"));
        assertFalse(producers.mayTell("repayment-service", "anju"));
        assertFalse(producers.mayTell("repayment-service", ""));
    }
}
