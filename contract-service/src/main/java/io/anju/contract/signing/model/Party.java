package io.anju.contract.signing.model;

/** Who signs, as a contract names them: personal data of class C2, only ever kept encrypted. */
public record Party(String name, String idNumber) {
    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "Party[hidden]";
    }
}
