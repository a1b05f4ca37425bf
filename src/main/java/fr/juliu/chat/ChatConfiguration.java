package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.answer.Edition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room that the edges share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatSettings.class)
class ChatConfiguration {

    @Bean
    CurrentEdition currentEdition(Edition edition) {
        return new CurrentEdition(edition);
    }

    @Bean
    Conversations conversations() {
        return new Conversations(Ticker.systemTicker());
    }
}
