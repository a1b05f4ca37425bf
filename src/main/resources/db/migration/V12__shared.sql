-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970. What several processes share: with SQLite, the
-- file of one process, these tables stay empty.

-- The edition that all are to answer from, in one row, by its content.
CREATE TABLE published_edition (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    edition TEXT NOT NULL,
    -- what git calls the state of the folder that it was made of
    made_of TEXT,
    published BIGINT NOT NULL
);

-- Which edition each process answers from.
CREATE TABLE replica (
    id TEXT PRIMARY KEY,
    edition TEXT NOT NULL,
    seen BIGINT NOT NULL
);

-- What a talk keeps for its next question, for minutes: sealed, under a name that does not tell whose talk it is.
CREATE TABLE talk (
    name TEXT PRIMARY KEY,
    person TEXT,
    turn TEXT NOT NULL,
    sealed TEXT NOT NULL,
    over BIGINT NOT NULL
);
CREATE INDEX talk_over ON talk (over);
CREATE INDEX talk_of_person ON talk (person);

-- How often something was tried in a minute, by whom is a hash.
CREATE TABLE tries (
    who TEXT PRIMARY KEY,
    times INTEGER NOT NULL,
    over BIGINT NOT NULL
);

-- The desk's log-ins, as Spring Session keeps them.
CREATE TABLE spring_session (
    primary_id CHAR(36) NOT NULL PRIMARY KEY,
    session_id CHAR(36) NOT NULL,
    creation_time BIGINT NOT NULL,
    last_access_time BIGINT NOT NULL,
    max_inactive_interval INT NOT NULL,
    expiry_time BIGINT NOT NULL,
    principal_name VARCHAR(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE TABLE spring_session_attributes (
    session_primary_id CHAR(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name VARCHAR(200) NOT NULL,
    attribute_bytes BYTEA NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
