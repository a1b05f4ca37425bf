-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- One reply for each message that a messenger sends again until it is answered; the message is a hash.
CREATE TABLE replay (
    message TEXT PRIMARY KEY,
    -- until when whoever took it makes the reply
    leased BIGINT NOT NULL,
    reply TEXT,
    over BIGINT NOT NULL
);
CREATE INDEX replay_over ON replay (over);

-- What a person reads on with; the person is a hash.
CREATE TABLE reading (
    person TEXT PRIMARY KEY,
    turn TEXT NOT NULL,
    state TEXT NOT NULL,
    over BIGINT NOT NULL
);
CREATE INDEX reading_over ON reading (over);
