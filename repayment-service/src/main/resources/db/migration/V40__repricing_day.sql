-- From which day of the year a floating rate's repricing days are counted: 1 January, or the day of the payout (中国人民银行公告
-- 〔2019〕第30号). A condition of the loan, kept as the others are; all loans from before follow 1 January.
ALTER TABLE loan
    ADD COLUMN repricing_day text NOT NULL DEFAULT 'JANUARY' CHECK (repricing_day IN ('JANUARY', 'START'));
