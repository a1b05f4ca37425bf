package fr.juliu.search.cluster;

import fr.juliu.search.SearchEngine;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine, where it is chosen; without that there is nothing that could speak to a cluster. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "juliu.search", havingValue = "opensearch")
@EnableConfigurationProperties(ClusterSettings.class)
class ClusterConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterConfiguration.class);

    @Bean
    OpenSearchEngine openSearchEngine(ClusterSettings settings, @Value("${juliu.data:data}") Path data) {
        LOG.info("Search: OpenSearch at {}, indexes {}-*", settings.hosts(), settings.prefix());
        return new OpenSearchEngine(settings, SearchEngine.in(data.resolve("index")), LOG::warn);
    }
}
