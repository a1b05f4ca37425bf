package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.store.Claims;
import fr.juliu.store.Exchanges;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.Mutes;
import fr.juliu.store.Pins;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Retention;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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
    GroupRules groupRules(Groups groups, Mutes mutes, Clock clock) {
        return new GroupRules(groups, mutes, clock, Ticker.systemTicker());
    }

    @Bean
    Answering answering(CurrentEdition edition, Asking asking, GroupAnswers groupAnswers, AnswerMessages messages,
            Exchanges exchanges, GroupRules rules) {
        return new Answering(asking, groupAnswers, messages,
                new RecentAnswers(edition, exchanges, Ticker.systemTicker()), rules);
    }

    @Bean
    EditedPins editedPins(Pins pins, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        return new EditedPins(pins, exchanges, moderators, ids, clock);
    }

    @Bean
    Muting muting(Mutes mutes, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        return new Muting(mutes, exchanges, moderators, ids, clock);
    }

    @Bean
    GroupSettingsPanel groupSettingsPanel(Groups groups, Moderators moderators, Muting muting) {
        return new GroupSettingsPanel(groups, moderators, muting);
    }

    @Bean
    AskerCommands askerCommands(CurrentEdition edition, Answering answering, Conversations conversations,
            Retention retention, Pictures pictures, PageLinks pages) {
        return new AskerCommands(edition, answering, conversations, new TablePages(edition),
                new TimelineMessage(edition, pictures, pages), retention);
    }

    @Bean
    ButtonActions buttonActions(CurrentEdition edition, Exchanges exchanges, FeedbackBox feedback,
            AnswerMessages messages, Clock clock, AskerCommands askers, PinList pins, EditedPins editedPins,
            Muting muting, GroupSettingsPanel settings) {
        return new ButtonActions(edition, exchanges, feedback, messages, clock, new TablePages(edition), askers, pins,
                editedPins, muting, settings);
    }

    @Bean
    Replying replying(CurrentEdition edition, ConfigFolder config, Exchanges exchanges, Conversations conversations,
            PinCommands pins, ButtonActions actions, Answering answering, GroupRules rules, Claims claims) {
        return new Replying(exchanges, new ReplyChain(exchanges, conversations), pins, actions,
                new Remarks(edition, config, new KnownSubjects(edition)), answering, rules, claims);
    }

    @Bean
    Map<String, Command> commands(AskerCommands askers, PinCommands pins, Muting muting, GroupSettingsPanel settings,
            ChatSettings chat, Reindexing reindexing, Statistics statistics) {
        Admins admins = new Admins(chat.admins().stream().map(id -> "telegram:" + id).collect(Collectors.toSet()));
        Map<String, Command> commands = new HashMap<>(askers.all());
        commands.putAll(pins.all());
        commands.put("settings", settings::open);
        commands.put("mute", muting::open);
        commands.putAll(new AdminCommands(admins, reindexing, statistics).all());
        return commands;
    }

    @Bean
    Reception reception(Answering answering, Replying replying, GroupRules rules, EditedPins editedPins,
            PinCommands pins, ButtonActions actions, CurrentEdition edition, Moderators moderators,
            Conversations conversations, @Qualifier("commands") Map<String, Command> commands, PageLinks pages,
            ChatSettings settings, Claims claims, Exchanges exchanges, Groups groups, Ids ids, Clock clock) {
        return new ChatReception(answering, new ReplyChain(exchanges, conversations), replying,
                new Unasked(answering, rules, edition, new KnownSubjects(edition)), rules,
                new Albums(claims, exchanges, ids, clock), commands, pins,
                editedPins, actions, new InlineAnswers(edition, pages, Ticker.systemTicker()), new Welcome(moderators),
                new AskLimit(settings.limit().personPerMinute(), Ticker.systemTicker()), claims, exchanges, groups,
                clock);
    }
}
