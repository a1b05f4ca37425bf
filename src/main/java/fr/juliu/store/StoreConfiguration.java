package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionTemplate;

/** The database and what is kept in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StoreConfiguration.class);
    private static final Duration RETENTION_PACE = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String DEGRADED = "DEGRADED";

    @Bean
    Database database(StoreSettings settings) {
        return Database.open(settings);
    }

    /** An app that does not start says why, and nothing else. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> storeReport(StoreSettings settings) {
        return ready -> LOG.info("Store: {}", settings.place());
    }

    @Bean
    RetentionJob storeWatch(Database database) {
        return new RetentionJob(database::look, LOOK);
    }

    @Bean
    HealthIndicator store(Database database) {
        return () -> health(database);
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    Claims claims(Database database, Clock clock) {
        return new Claims(database, clock);
    }

    @Bean
    Turns turns(Database database, Ids ids) {
        return new Turns(database, ids);
    }

    @Bean
    Outbox outbox(Database database, Clock clock) {
        return new Outbox(database, clock);
    }

    @Bean
    Exchanges exchanges(Database database, Clock clock, StoreSettings settings) {
        return new Exchanges(database, clock, settings.questions().bounds());
    }

    @Bean
    Pins pins(Database database) {
        return new Pins(database);
    }

    @Bean
    Mutes mutes(Database database, Clock clock) {
        return new Mutes(database, clock);
    }

    @Bean
    Unread unread(Database database) {
        return new Unread(database);
    }

    @Bean
    Groups groups(Database database) {
        return new Groups(database);
    }

    @Bean
    GroupDesks groupDesks(Database database) {
        return new GroupDesks(database);
    }

    @Bean
    MissedQuestions missedQuestions(Database database, StoreSettings settings) {
        return new MissedQuestions(database, settings.questions().bounds());
    }

    @Bean
    HandOvers handOvers(Database database, Clock clock) {
        return new HandOvers(database, clock);
    }

    @Bean
    QuestionLog questionLog(Database database, StoreSettings settings) {
        return new QuestionLog(database, settings.questions().bounds());
    }

    @Bean
    SettledQuestions settledQuestions(Database database) {
        return new SettledQuestions(database);
    }

    @Bean
    FeedbackBox feedbackBox(Database database, StoreSettings settings) {
        return new FeedbackBox(database, settings.questions().bounds());
    }

    @Bean
    EditionHistory editionHistory(Database database, Clock clock) {
        return new EditionHistory(database, clock);
    }

    @Bean
    Replicas replicas(Database database, Clock clock) {
        return new Replicas(database, clock);
    }

    @Bean
    Bell bell(StoreSettings settings) {
        return new Bell(settings.databaseUrl());
    }

    @Bean
    Talks talks(Database database, StoreSettings settings, Ids ids, Clock clock) {
        return new Talks(database, new Seal(settings.password()), ids, clock);
    }

    @Bean
    Tries tries(Database database, Clock clock) {
        return new Tries(database, clock);
    }

    /** The desk's sessions where several processes are behind one address; what is over goes with all that is. */
    @Bean
    @Lazy
    JdbcIndexedSessionRepository sharedSessions(Database database) {
        DataSource connections = database.connections();
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(connections),
                new TransactionTemplate(new DataSourceTransactionManager(connections)));
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        return sessions;
    }

    @Bean
    Watches watches(Database database) {
        return new Watches(database);
    }

    @Bean
    Listings listings(Database database, Clock clock) {
        return new Listings(database, clock);
    }

    @Bean
    Replays replays(Database database, Clock clock) {
        return new Replays(database, clock);
    }

    @Bean
    Readings readings(Database database, Clock clock) {
        return new Readings(database, clock);
    }

    @Bean
    Retention retention(Database database, Clock clock, StoreSettings settings) {
        return new Retention(database, clock, settings.questions().keepDays());
    }

    @Bean
    RetentionJob retentionJob(Retention retention) {
        return new RetentionJob(retention::run, RETENTION_PACE);
    }

    @Bean
    RetentionJob frequentRetentionJob(Retention retention) {
        return new RetentionJob(retention::runOften, OFTEN);
    }

    /** Degraded rather than down: questions are answered all the same, and a restart would lose what waits in memory. */
    private static Health health(Database database) {
        Trouble.Report report = database.report();
        Health.Builder health = report.reason() == null
                ? Health.up()
                : Health.status(DEGRADED).withDetail("trouble", report.reason()).withDetail("for seconds",
                        report.lasting().toSeconds());
        return health.withDetail("waiting", database.waiting()).withDetail("lost since the start", report.lost())
                .withDetail("removed to keep within the bounds", report.removed()).build();
    }
}
