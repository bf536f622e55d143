package io.anju.loan.underwriting.model;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;

/** What a resident ID number (GB 11643-1999) says of its bearer. */
public final class ResidentId {

    private ResidentId() {}

    /** Whole years on a day: the birth date is digits 7 to 14. */
    public static int ageOn(String idNumber, LocalDate day) {
        LocalDate born = LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        return Period.between(born, day).getYears();
    }
}
