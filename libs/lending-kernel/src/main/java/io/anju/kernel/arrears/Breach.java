package io.anju.kernel.arrears;

import java.math.BigDecimal;

/**
 * What a borrower is charged the penalty rate for (罚息), and by how much the contract rate may be raised for it.
 *
 * <p>银发〔2003〕251号 三: 逾期贷款…罚息利率…改为在借款合同载明的贷款利率水平上加收30%－50%；借款人未按合同约定用途使用借款的罚息利率，
 * …改为在借款合同载明的贷款利率水平上加收50%－100%。
 */
public enum Breach {
    /** 逾期: not paid on the day. */
    LATE("1.3", "1.5"),
    /** 挪用: used for another purpose than agreed. */
    MISUSE("1.5", "2.0");

    private final BigDecimal least;
    private final BigDecimal most;

    Breach(String least, String most) {
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
    }

    /** Least multiple of the contract rate. */
    public BigDecimal least() {
        return least;
    }

    /** Most multiple of the contract rate. */
    public BigDecimal most() {
        return most;
    }

    /** Whether a multiple is one that the central bank allows. */
    boolean allows(BigDecimal multiplier) {
        return multiplier.compareTo(least) >= 0 && multiplier.compareTo(most) <= 0;
    }
}
