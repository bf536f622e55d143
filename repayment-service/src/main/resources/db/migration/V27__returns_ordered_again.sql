-- A return of credit that the wallet's institution refused can be ordered again, by two people.
ALTER TABLE rail_break DROP CONSTRAINT rail_break_remedy;
ALTER TABLE rail_break ADD CONSTRAINT rail_break_remedy CHECK (
    remedy IN ('EXPLAINED', 'BOOKED', 'TO_COUNTER', 'WITHDRAWN', 'ORDERED_AGAIN', 'AGREED', 'CORRECTED'));
