-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- By chance: by it an asker's oldest question goes when he asks too many; it tells nothing of him.
ALTER TABLE question ADD COLUMN id BIGINT;
CREATE INDEX question_id ON question (id);

-- The private chat that a claim tells of, and is forgotten with.
ALTER TABLE claim ADD COLUMN chat TEXT;
DELETE FROM claim WHERE name LIKE 'late:%';
