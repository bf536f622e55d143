-- What the rules ask of a person's past (changes of phone and card, amounts), answered by an index alone that holds nothing
-- else. risk_history_of_person serves the version before this one.
CREATE INDEX risk_history_signals ON risk_history (person_id) INCLUDE (act, proven_at, amount)
    WHERE amount IS NOT NULL OR act IN ('phone.change', 'card.bind');
