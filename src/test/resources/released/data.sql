-- since 1
INSERT INTO pin (chat, id, question, answer, message, by_id, by_name, pinned, edition, verdict)
VALUES ('telegram:-100', 'p1', '学生居留能网上申请吗', '可以', '42', '7', '小王', 1763900000000, 'e1', 'listed');
-- since 1
INSERT INTO group_settings (chat, auto, confidence) VALUES ('telegram:-100', TRUE, 0.8);
-- since 1
INSERT INTO question (question, outcome, reason, section, confidence, messenger, asked)
VALUES ('多久能拿到卡', 'section', NULL, '等多久', 0.9, 'web', 1763900000000);
-- since 1
INSERT INTO feedback (question, outcome, section, useful, reason, given, exchange, person)
VALUES ('游客居留能网上申请吗', 'listed', '居留', FALSE, 'outdated', 1763900000000, NULL, NULL);
-- since 1
INSERT INTO claim (name, over) VALUES ('update:17', 1763900000000);
-- since 1
INSERT INTO outgoing (id, messenger, chat, payload, exchange, created, due, attempts, owner)
VALUES ('o1', 'telegram', 'telegram:-100', '{}', NULL, 1763900000000, 1763900000000, 1, 'a process that is gone');
-- since 1
INSERT INTO exchange (id, chat, asked, sent, kind, about, details, written)
VALUES ('x1', 'telegram:-100', '41', '42', 'answer', '学生居留能网上申请吗', '{}', 1763900000000);
-- since 2
INSERT INTO replay (message, leased, reply, over) VALUES ('m1', 0, NULL, 1763900000000);
-- since 2
INSERT INTO reading (person, turn, state, over) VALUES ('h1', 't1', '{}', 1763900000000);
-- since 3
INSERT INTO told_edition (one, edition, contents, since) VALUES (1, 'e1', '{}', 1763900000000);
-- since 3
INSERT INTO publication (edition, earlier, change, back, published) VALUES ('e1', 'e0', '{}', FALSE, 1763900000000);
-- since 6
UPDATE pin SET note = id;
-- since 6
INSERT INTO group_desk (chat, pins, takes, contact) VALUES ('telegram:-100', TRUE, TRUE, '找小王');
-- since 6
INSERT INTO missed (id, chat, question, times, latest) VALUES ('q1', 'telegram:-100', '灯塔能住吗', 2, 1763900000000);
-- since 6
INSERT INTO hand_over (id, chat, topic, asked, handed) VALUES ('h1', 'telegram:-100', NULL, '41', 1763900000000);
-- since 7
INSERT INTO muted (chat, person, name, over) VALUES ('telegram:-100', '8', '小李', 1763900000000);
-- since 8
INSERT INTO settled (id, question, how, note, at) VALUES ('s1', '灯塔能住吗', 'TO_WRITE', NULL, 1763900000000);
