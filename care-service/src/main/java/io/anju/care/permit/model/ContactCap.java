package io.anju.care.permit.model;

/**
 * How often contact is allowed within a number of days.
 *
 * @param scope what is counted together
 * @param days length of the period in days, the planned day included; 1 means that day alone
 * @param most permits allowed within the period
 */
public record ContactCap(Scope scope, int days, int most) {

    /** What a cap counts together; always within one purpose. */
    public enum Scope {
        /** All permits for the customer, all agencies together. */
        CUSTOMER,
        /** All permits for the customer's telephone number, whichever customer it was asked for. */
        NUMBER,
        /** The permits this one agency holds for the customer. */
        AGENCY
    }

    public ContactCap {
        if (days < 1 || most < 0) {
            throw new IllegalArgumentException("not a cap: " + most + " in " + days + " days");
        }
    }
}
