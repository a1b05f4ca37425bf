package fr.juliu.keep.edit;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.SettledQuestions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class EditConfiguration {

    @Bean
    KnowledgeFolder knowledgeFolder(LibraryReader reader, Clock clock) {
        return new KnowledgeFolder(reader, clock);
    }

    @Bean
    Settling settling(KnowledgeFolder folder, SettledQuestions settled, Clock clock) {
        return new Settling(folder, settled, clock);
    }

    @Bean
    DraftEditions draftEditions(LibraryReader reader, ConfigFolder config, CurrentEdition edition, Clock clock) {
        return new DraftEditions(reader, config, edition, clock);
    }
}
