-- Second of three steps: what goes to the rail is marked before it goes.
UPDATE rail_order SET state = 'SENT', attempts = attempts + 1, attend_at = now() + interval '1 minute'
WHERE state = 'PLACED' AND loan_id > ?::uuid AND loan_id <= ?::uuid
