-- Which key made a hash: those of an older key are made anew in the background. 0 stands for "before this was kept".
ALTER TABLE customer ADD COLUMN phone_hash_key int NOT NULL DEFAULT 0;
CREATE INDEX customer_by_phone_hash_key ON customer (phone_hash_key);
ALTER TABLE real_name ADD COLUMN id_number_hash_key int NOT NULL DEFAULT 0;
CREATE INDEX real_name_by_id_number_hash_key ON real_name (id_number_hash_key);
