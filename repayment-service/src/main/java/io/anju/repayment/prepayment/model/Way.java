package io.anju.repayment.prepayment.model;

import io.anju.kernel.schedule.PrepaymentOption;

/** How a loan goes on after principal was repaid early. */
public enum Way {
    /** 缩短期限: the instalment stays, fewer of them are left. */
    SHORTER_TERM(PrepaymentOption.SHORTER_TERM),
    /** 减少月供: the term stays, each instalment is smaller. */
    SMALLER_INSTALMENT(PrepaymentOption.SMALLER_INSTALMENT),
    /** 全部结清: it does not go on. */
    FULL(PrepaymentOption.SHORTER_TERM);

    private final PrepaymentOption option;

    Way(PrepaymentOption option) {
        this.option = option;
    }

    /** The kernel's option; for everything at once either comes to the same. */
    public PrepaymentOption option() {
        return option;
    }
}
