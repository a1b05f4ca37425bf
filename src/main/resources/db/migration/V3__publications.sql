-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- The edition that readers were told of last, in one row: what it holds, as little as tells how the next one differs.
CREATE TABLE told_edition (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    edition TEXT NOT NULL,
    contents TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- What an edition changed in an earlier one.
CREATE TABLE publication (
    edition TEXT NOT NULL,
    earlier TEXT NOT NULL,
    change TEXT NOT NULL,
    back BOOLEAN NOT NULL,
    published BIGINT NOT NULL,
    PRIMARY KEY (edition, earlier)
);
