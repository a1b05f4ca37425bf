package fr.juliu.choose;

import fr.juliu.knowledge.ConfigFolder;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The second reader, where a server is set; without one there is none, and nothing that could speak to one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChooserSettings.class)
class ChooserConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ChooserConfiguration.class);

    @Bean
    @Conditional(ServerIsSet.class)
    ServerChooser chooser(ChooserSettings settings, ConfigFolder config, ObjectProvider<ChoiceListener> listener,
            Clock clock) {
        LOG.info("Second reader: {} at {} gets questions ({}), {} ms", settings.model(), settings.host(),
                settings.when(), settings.timeout().toMillis());
        return new ServerChooser(settings, Prompts.read(config), listener.getIfAvailable(() -> ChoiceListener.NONE),
                clock, LOG::warn);
    }
}
