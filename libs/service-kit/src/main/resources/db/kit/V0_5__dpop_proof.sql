-- Proofs of possession (RFC 9449) that were used, until they are too old to be used again: each opens one request.
create table dpop_proof (
    proof_hash bytea       primary key check (length(proof_hash) = 32), -- SHA-256 of the key's thumbprint and the proof's jti
    expires_at timestamptz not null
);
create index on dpop_proof (expires_at);
