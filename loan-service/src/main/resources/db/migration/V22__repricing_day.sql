-- From which day of the year a floating rate is fixed anew: 1 January, or the loan's own day, that of its payout (中国人民银行公告
-- 〔2019〕第30号). A parameter of the tranche like the other conditions; products and approvals from before have 1 January.
ALTER TABLE product_tranche
    ADD COLUMN repricing_day text NOT NULL DEFAULT 'JANUARY' CHECK (repricing_day IN ('JANUARY', 'START'));
COMMENT ON COLUMN product_tranche.repricing_day IS 'from which day of the year the repricing days of a floating rate are counted: 1 January, or that of the payout';
