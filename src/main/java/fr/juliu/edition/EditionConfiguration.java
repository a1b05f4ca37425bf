package fr.juliu.edition;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.search.SearchEngine;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first edition, of the folder as it is at the start, and the one in its place now. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EditionSettings.class)
class EditionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EditionConfiguration.class);

    /** Its model is tried, so that the operator learns at the start of one that does not work. */
    @Bean
    Edition edition(Library library, ConfigFolder config, Clock clock, EditionSettings settings,
            ObjectProvider<SearchEngine> engine) {
        Edition edition = Edition.of(library, config, clock, settings.modelUse(LOG::warn),
                engine.getIfAvailable(settings::engine));
        edition.model();
        return edition;
    }

    @Bean
    CurrentEdition currentEdition(Edition edition) {
        return new CurrentEdition(edition);
    }
}
