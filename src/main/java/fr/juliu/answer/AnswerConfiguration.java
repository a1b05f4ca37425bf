package fr.juliu.answer;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first edition, of the folder as it is at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerSettings.class)
class AnswerConfiguration {

    @Bean
    Edition edition(Library library, ConfigFolder config, Clock clock, AnswerSettings settings) {
        return Edition.of(library, config, clock, settings.usesModel());
    }
}
