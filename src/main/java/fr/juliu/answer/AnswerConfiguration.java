package fr.juliu.answer;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first edition, of the folder as it is at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerSettings.class)
class AnswerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerConfiguration.class);

    /** Its model is tried, so that the operator learns at the start of one that does not work. */
    @Bean
    Edition edition(Library library, ConfigFolder config, Clock clock, AnswerSettings settings) {
        Edition edition = Edition.of(library, config, clock, settings.modelUse(LOG::warn));
        edition.model();
        return edition;
    }
}
