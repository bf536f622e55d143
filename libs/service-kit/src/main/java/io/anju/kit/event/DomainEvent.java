package io.anju.kit.event;

/**
 * A fact that has just become true, to be told to others.
 *
 * @param type versioned type, such as {@code anju.loan.approved.v1}
 * @param subject id of the thing it happened to; events of one subject arrive in order
 * @param data ids, amounts in fen, dates and states; never a name, phone or ID number
 * @param confidential whether the data hold what is encrypted at rest, and are so while they wait
 */
public record DomainEvent(String type, String subject, Object data, boolean confidential) {

    /** A fact whose data may lie in clear. */
    public DomainEvent(String type, String subject, Object data) {
        this(type, subject, data, false);
    }
}
