-- Late payments on the bank's own loans, as repayment-service told of them; an instalment counts once.
CREATE TABLE own_arrears (
    loan_id     uuid    NOT NULL,
    number      integer NOT NULL CHECK (number > 0),
    customer_id uuid    NOT NULL,
    due_date    date    NOT NULL,
    PRIMARY KEY (loan_id, number)
);
CREATE INDEX own_arrears_of ON own_arrears (customer_id, due_date);
