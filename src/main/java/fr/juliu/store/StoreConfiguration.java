package fr.juliu.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and what is kept in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    private static final Duration RETENTION_PACE = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofSeconds(20);

    @Bean
    Database database(StoreSettings settings) {
        return Database.open(settings);
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
    Outbox outbox(Database database, Clock clock) {
        return new Outbox(database, clock);
    }

    @Bean
    Exchanges exchanges(Database database, Clock clock) {
        return new Exchanges(database, clock);
    }

    @Bean
    Pins pins(Database database) {
        return new Pins(database);
    }

    @Bean
    Groups groups(Database database) {
        return new Groups(database);
    }

    @Bean
    QuestionLog questionLog(Database database) {
        return new QuestionLog(database);
    }

    @Bean
    FeedbackBox feedbackBox(Database database) {
        return new FeedbackBox(database);
    }

    @Bean
    EditionHistory editionHistory(Database database, Clock clock) {
        return new EditionHistory(database, clock);
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
}
