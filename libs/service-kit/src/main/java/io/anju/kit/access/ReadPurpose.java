package io.anju.kit.access;

/** What a customer's data is read for, and what kind of data that is. */
public enum ReadPurpose {
    /** An officer examines or decides an application. */
    APPLICATION_REVIEW("APPLICATION"),
    /** An officer reads the papers that back an application. */
    DOCUMENT_REVIEW("DOCUMENTS"),
    /** An officer releases the money. */
    DISBURSEMENT("APPLICATION"),
    /** Staff look at what was posted for a loan. */
    ACCOUNTING("ACCOUNT"),
    /** Staff work on a complaint. */
    COMPLAINT_HANDLING("COMPLAINT"),
    /** A teller receives the customer at a branch. */
    BRANCH_VISIT("APPOINTMENT"),
    /** An officer takes back a contract. */
    CONTRACT_WITHDRAWAL("CONTRACT");

    private final String data;

    ReadPurpose(String data) {
        this.data = data;
    }

    /** The kind of data that is read for this. */
    public String data() {
        return data;
    }
}
