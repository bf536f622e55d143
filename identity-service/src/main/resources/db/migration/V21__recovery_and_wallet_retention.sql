-- What repayment-service told of wallet links goes with the other records of who told whom, on the same day.
DROP TRIGGER wallet_audit_only_grows ON wallet_audit;
CREATE TRIGGER wallet_audit_only_grows BEFORE UPDATE OR DELETE ON wallet_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_let_go('ACCESS_RECORDS');
