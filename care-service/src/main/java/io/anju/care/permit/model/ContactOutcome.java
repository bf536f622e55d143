package io.anju.care.permit.model;

/** How a permitted contact went, as the agency reports it within a day. */
public enum ContactOutcome {
    REACHED,
    NO_ANSWER,
    WRONG_NUMBER,
    /** The customer said not to be contacted again for this purpose by this channel: holds at once, for every agency. */
    DO_NOT_CONTACT_AGAIN,
    /** The permit was not used. It still counts towards the caps. */
    NOT_MADE;

    /** Whether the customer was in fact contacted or an attempt was made. */
    public boolean attempted() {
        return this != NOT_MADE;
    }
}
