package fr.juliu.web.meters;

import fr.juliu.chat.AskLimit;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Upkeep;
import fr.juliu.store.Database;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The meters of the rooms that are no edges; the edges have their own. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    @Bean
    AnswerMeters answerMeters(MeterRegistry registry) {
        return new AnswerMeters(registry);
    }

    @Bean
    ChooserMeters chooserMeters(MeterRegistry registry) {
        return new ChooserMeters(registry);
    }

    @Bean
    KnowledgeMeters knowledgeMeters(CurrentEdition edition, Upkeep upkeep) {
        return new KnowledgeMeters(edition, upkeep);
    }

    @Bean
    StoreMeters storeMeters(Database database) {
        return new StoreMeters(database);
    }

    @Bean
    MeterBinder limitMeters(AskLimit webLimit) {
        return registry -> FunctionCounter.builder("juliu.requests.shed", webLimit, AskLimit::refused)
                .tag("reason", "limit").description("Requests and connections sent away, by why").register(registry);
    }
}
