package io.anju.repayment.arrears.model;

/**
 * When a loan that was non-performing is one again like any other: data of the bank.
 *
 * <p>Source: 商业银行金融资产风险分类办法 (2023 年第 1 号令): 逾期的债权及相关费用已全部偿付，并至少在随后连续两个还款期或6个月内正常偿付;
 * the longer of the two (u). The rule lets a bank ask less of personal loans (u): 0 and 0 then.
 *
 * @param months from the day on which nothing was overdue any more
 * @param instalments paid in time one after the other since then
 */
public record CureRule(int months, int instalments) {}
