package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.git.Upstream;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Bell;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Replicas;
import fr.juliu.store.Watches;
import java.time.Clock;
import java.time.Period;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeepSettings.class, GitSettings.class})
class KeepConfiguration {

    @Bean
    WarmUp warmUp(CurrentEdition edition) {
        return new WarmUp(() -> edition.get().warmUp());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "juliu.warm-up", matchIfMissing = true)
    ApplicationListener<ApplicationReadyEvent> warmUpWhenReady(WarmUp warmUp) {
        return ready -> warmUp.start();
    }

    @Bean
    Upstream upstream(LibraryReader reader, GitSettings settings, Clock clock) {
        return new Upstream(reader.folder(), settings.pull(), settings.timeout(), clock);
    }

    @Bean
    Reindexing reindexing(LibraryReader reader, ConfigFolder config, CurrentEdition edition,
            Publications publications, KeepSettings settings, Clock clock, Upstream upstream) {
        return new Reindexing(reader, config, edition, publications, KnownOutcomes.in(settings.data()), upstream,
                clock);
    }

    @Bean
    Upkeep upkeep(CurrentEdition edition, QuestionLog log, Period oldFacts, Clock clock) {
        return new Upkeep(edition, log, oldFacts, clock);
    }

    @Bean
    Statistics statistics(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Upkeep upkeep,
            Following following, Clock clock) {
        return new Statistics(edition, log, feedback, upkeep, following::others, clock);
    }

    @Bean
    KeeperFigures keeperFigures(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Clock clock) {
        return new KeeperFigures(edition, log, feedback, clock);
    }

    @Bean
    AskedFigures askedFigures(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Clock clock) {
        return new AskedFigures(edition, log, feedback, clock);
    }

    @Bean
    BackgroundReindexing backgroundReindexing(Reindexing reindexing, Clock clock) {
        return new BackgroundReindexing(reindexing, clock);
    }

    @Bean
    Watching watching(Watches watches, Listings listings, CurrentEdition edition, Ids ids) {
        return new Watching(watches, listings, edition::get, ids);
    }

    @Bean
    Publications publications(EditionHistory history, Watching watching, Replicas replicas, CurrentEdition edition) {
        Publications publications = new Publications(history, watching, replicas);
        if (!replicas.isShared()) {
            publications.start(edition.get());
        }
        return publications;
    }

    /** Where there may be other replicas, it says whether readers are told of the edition of the start. */
    @Bean
    Following following(Reindexing reindexing, CurrentEdition edition, Publications publications, Replicas replicas,
            Bell bell, Clock clock) {
        Following following = new Following(reindexing, edition, publications, replicas, bell, clock);
        following.start();
        return following;
    }
}
