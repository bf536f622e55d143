package io.anju.repayment.card;

/** Three of the four elements, as identity verified them. Read when a card is bound, never kept or logged here. */
public record Party(String name, String idNumber, String phone) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Party[…]";
    }
}
