package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;

/** How long things are kept, and how a person is forgotten at once. */
public final class Retention {

    private static final Duration OUTGOING = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private final Duration questions;

    /** A retention of questions and feedback for that many days. */
    public Retention(Database database, Clock clock, int keepDays) {
        this.database = database;
        this.clock = clock;
        questions = Duration.ofDays(keepDays);
    }

    /** How many days questions are kept. */
    public long questionDays() {
        return questions.toDays();
    }

    /** Whether what talks keep for their next question is in the database, too. */
    public boolean keepsTalks() {
        return database.isShared();
    }

    /** Deletes what is too old, and takes out of feedback who gave it to which answer. */
    public void run() {
        before("DELETE FROM question WHERE asked < :time", questions);
        before("DELETE FROM feedback WHERE given < :time", questions);
        before("UPDATE feedback SET exchange = NULL, person = NULL WHERE given < :time AND person IS NOT NULL",
                Exchanges.KEPT);
        before("DELETE FROM exchange WHERE written < :time", Exchanges.KEPT);
        before("DELETE FROM hand_over WHERE handed < :time", HandOvers.KEPT);
        before("DELETE FROM missed WHERE latest < :time", questions);
        before("DELETE FROM settled WHERE at < :time AND how <> 'TO_WRITE'", questions);
        before("DELETE FROM pin WHERE dropped < :time", Pins.RESTORABLE);
        before("DELETE FROM outgoing WHERE created < :time", OUTGOING);
        Watches.releaseLost(database);
        before("DELETE FROM claim WHERE over <= :time", Duration.ZERO);
        before("DELETE FROM muted WHERE over <= :time", Duration.ZERO);
        before("DELETE FROM spring_session WHERE expiry_time <= :time", Duration.ZERO);
        before("DELETE FROM replica WHERE seen <= :time", Replicas.SEEN.multipliedBy(2));
        runOften();
    }

    /** Deletes what is kept for a minute or some more, and overwrites what is left of all that was deleted. */
    public void runOften() {
        before("DELETE FROM replay WHERE over <= :time", Duration.ZERO);
        before("DELETE FROM reading WHERE over <= :time", Duration.ZERO);
        Departure.forget(database);
        before("DELETE FROM talk WHERE over <= :time", Duration.ZERO);
        before("DELETE FROM tries WHERE over <= :time", Duration.ZERO);
        database.sql("DELETE FROM talk WHERE over < (SELECT over FROM talk ORDER BY over DESC LIMIT 1 OFFSET :most)")
                .param("most", Talks.MOST).update();
        database.scrub(false);
    }

    /**
     * Erases all that tells of a person, in the files too: his private chat, and his name on pins and feedback, which
     * stay.
     */
    public void forget(String person, String privateChat) {
        database.memory().mail().forget(privateChat);
        Database lasting = database.lasting();
        lasting.transaction(() -> {
            lasting.sql("DELETE FROM outgoing WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM exchange WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM claim WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM hand_over WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM departure WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM watch WHERE chat = :chat").param("chat", privateChat).update();
            lasting.sql("DELETE FROM reading WHERE person = :person").param("person", person).update();
            lasting.sql("UPDATE muted SET name = NULL WHERE person = :person").param("person", person).update();
            lasting.sql("UPDATE feedback SET exchange = NULL, person = NULL WHERE person = :person")
                    .param("person", person).update();
            return lasting.sql("UPDATE pin SET by_id = NULL, by_name = NULL WHERE by_id = :person")
                    .param("person", person).update();
        });
        database.scrub(true);
    }

    private void before(String statement, Duration age) {
        database.sql(statement).param("time", clock.millis() - age.toMillis()).update();
    }
}
