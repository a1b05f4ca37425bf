package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.store.Claims;
import fr.juliu.store.Exchanges;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.Pins;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Retention;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room that the edges share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatSettings.class)
class ChatConfiguration {

    @Bean
    Conversations conversations() {
        return new Conversations(Ticker.systemTicker());
    }

    @Bean
    Asking asking(CurrentEdition edition, Conversations conversations, QuestionLog log, Clock clock) {
        return new Asking(edition, conversations, log, clock);
    }

    @Bean
    WebFeedback webFeedback(Exchanges exchanges, FeedbackBox feedback, Ids ids, Clock clock) {
        return new WebFeedback(exchanges, feedback, ids, clock);
    }

    @Bean
    Moderators moderators(ObjectProvider<Rights> rights) {
        return new Moderators(new LateRights(rights::getIfAvailable), Ticker.systemTicker());
    }

    @Bean
    GroupAnswers groupAnswers(CurrentEdition edition, Pins pins) {
        return new GroupAnswers(edition, pins);
    }

    @Bean
    PageLinks pageLinks(ChatSettings settings) {
        return new PageLinks(settings.publicUrl());
    }

    @Bean
    AnswerMessages answerMessages(CurrentEdition edition, Exchanges exchanges, PageLinks pages, Ids ids, Clock clock) {
        return new AnswerMessages(edition, exchanges, pages, ids, clock);
    }

    @Bean
    PinList pinList(Pins pins, Exchanges exchanges, GroupAnswers answers, Moderators moderators, Ids ids,
            Clock clock) {
        return new PinList(pins, exchanges, answers, moderators, ids, clock);
    }

    @Bean
    PinCommands pinCommands(Pins pins, Exchanges exchanges, GroupAnswers answers, Moderators moderators, PinList list,
            Ids ids, Clock clock) {
        return new PinCommands(pins, exchanges, answers, moderators, list, ids, clock);
    }

    @Bean
    Pictures pictures(CurrentEdition edition) {
        return new Pictures(edition);
    }

    @Bean
    AskerCommands askerCommands(CurrentEdition edition, Asking asking, GroupAnswers groupAnswers,
            Conversations conversations, AnswerMessages messages, Retention retention, Pictures pictures,
            PageLinks pages) {
        return new AskerCommands(edition, asking, groupAnswers, conversations, messages, new TablePages(edition),
                new TimelineMessage(edition, pictures, pages), retention);
    }

    @Bean
    ButtonActions buttonActions(CurrentEdition edition, Exchanges exchanges, FeedbackBox feedback,
            AnswerMessages messages,
            Clock clock, AskerCommands askers, PinList pins, Groups groups, Moderators moderators) {
        return new ButtonActions(edition, exchanges, feedback, messages, clock, new TablePages(edition), askers,
                pins, new GroupSettingsPanel(groups, moderators));
    }

    @Bean
    Reception reception(Asking asking, GroupAnswers groupAnswers, AnswerMessages messages, AskerCommands askers,
            PinCommands pins, ButtonActions actions, CurrentEdition edition, Moderators moderators,
            Reindexing reindexing,
            Statistics statistics, PageLinks pages, ChatSettings settings, Claims claims, Exchanges exchanges,
            Groups groups, Clock clock) {
        Admins admins = new Admins(
                settings.admins().stream().map(id -> "telegram:" + id).collect(Collectors.toSet()));
        Map<String, Command> commands = new HashMap<>(askers.all());
        commands.putAll(pins.all());
        commands.put("settings", new GroupSettingsPanel(groups, moderators)::open);
        commands.putAll(new AdminCommands(admins, reindexing, statistics).all());
        return new ChatReception(asking, groupAnswers, messages, commands, pins, actions,
                new InlineAnswers(edition, pages, Ticker.systemTicker()), new Welcome(moderators),
                new AskLimit(settings.limit().personPerMinute(), Ticker.systemTicker()),
                claims, exchanges, groups, clock);
    }
}
