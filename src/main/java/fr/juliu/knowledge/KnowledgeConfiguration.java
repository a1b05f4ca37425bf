package fr.juliu.knowledge;

import java.time.Clock;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The folder of articles as it is at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnowledgeSettings.class)
class KnowledgeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeConfiguration.class);

    @Bean
    LibraryReader libraryReader(KnowledgeSettings settings, ConfigFolder config, Clock clock) {
        return new LibraryReader(settings.knowledge(), settings.siteUrl(), clock, config);
    }

    /** The age from which on facts are old where nothing tells how fast they age. */
    @Bean
    Period oldFacts(KnowledgeSettings settings) {
        return settings.facts().age();
    }

    @Bean
    ConfigFolder configFolder(KnowledgeSettings settings) {
        return new ConfigFolder(settings.config());
    }

    @Bean
    Library library(LibraryReader reader, KnowledgeSettings settings) {
        Library library = reader.read();
        if (library.articles().isEmpty()) {
            throw new NoArticlesException(settings.knowledge(), library);
        }
        library.problems().stream().filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .forEach(problem -> LOG.warn("Left out: {}", problem));
        return library;
    }
}
