package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.store.Claims;
import fr.juliu.store.Exchanges;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.GroupDesks;
import fr.juliu.store.Groups;
import fr.juliu.store.HandOvers;
import fr.juliu.store.Ids;
import fr.juliu.store.MissedQuestions;
import fr.juliu.store.Pins;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Retention;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
    Asking asking(CurrentEdition edition, Conversations conversations, QuestionLog log, MissedQuestions missed,
            WayToPerson way, Ids ids, Clock clock) {
        return new Asking(edition, conversations, log, missed, way, ids, clock);
    }

    @Bean
    WayToPerson wayToPerson(ChatSettings settings, GroupDesks desks, CurrentEdition edition, ConfigFolder config) {
        return new WayToPerson(settings.contact(), desks, edition, config);
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
    AnswerMessages answerMessages(CurrentEdition edition, Exchanges exchanges, PageLinks pages, GroupAnswers answers,
            WayToPerson way, Ids ids, Clock clock) {
        return new AnswerMessages(edition, exchanges, pages, answers, way, ids, clock);
    }

    @Bean
    Notes notes(Pins pins, GroupAnswers answers, Moderators moderators, GroupDesks desks, Ids ids, Clock clock) {
        return new Notes(pins, answers, moderators, desks, ids, clock);
    }

    @Bean
    PinList pinList(Notes notes, Exchanges exchanges, GroupAnswers answers, Moderators moderators, Ids ids,
            Clock clock) {
        return new PinList(notes, exchanges, answers, moderators, ids, clock);
    }

    @Bean
    MissedList missedList(MissedQuestions missed, CurrentEdition edition, GroupAnswers answers, Notes notes,
            Moderators moderators, Exchanges exchanges, Ids ids, Clock clock) {
        return new MissedList(missed, edition, answers, notes, moderators, exchanges, ids, clock);
    }

    @Bean
    PinCommands pinCommands(Notes notes, Exchanges exchanges, Moderators moderators, PinList list, MissedList missed,
            Ids ids, Clock clock) {
        return new PinCommands(notes, exchanges, moderators, list, missed, ids, clock);
    }

    @Bean
    Letters letters(Exchanges exchanges, Ids ids, Clock clock) {
        return new Letters(exchanges, ids, clock);
    }

    @Bean
    HandingOver handingOver(WayToPerson way, HandOvers handOvers, Exchanges exchanges, Claims claims,
            Moderators moderators, Notes notes, Letters letters, ObjectProvider<Forwarding> others, Ids ids,
            Clock clock) {
        return new HandingOver(way, handOvers, exchanges, claims, moderators, notes, letters, message -> {
            Forwarding other = others.getIfAvailable();
            return other != null && other.forward(message);
        }, ids, clock);
    }

    @Bean
    PersonAnswers personAnswers(WayToPerson way, HandingOver handing, Exchanges exchanges, FeedbackBox feedback,
            Clock clock) {
        return new PersonAnswers(way, handing, exchanges, new Judgements(feedback, clock), clock);
    }

    @Bean
    SetupPanel setupPanel(Moderators moderators, GroupDesks desks) {
        return new SetupPanel(moderators, desks);
    }

    @Bean
    TransferCommands transferCommands(Notes notes, Moderators moderators, ObjectProvider<FileReader> files,
            Clock clock) {
        return new TransferCommands(notes, moderators, (file, most) -> Optional.ofNullable(files.getIfAvailable())
                .flatMap(reader -> reader.text(file, most)), clock);
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
            AnswerMessages messages, Clock clock, AskerCommands askers, PinList pins, MissedList missed,
            PersonAnswers persons, HandingOver handing, SetupPanel setup, Groups groups, Moderators moderators) {
        return new ButtonActions(edition, exchanges, new Judgements(feedback, clock), messages,
                new TablePages(edition), askers, new GroupSettingsPanel(groups, moderators),
                verbs(pins, missed, persons, handing, setup));
    }

    /** What moderators' buttons and those that lead to a person do. */
    static Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> verbs(PinList pins, MissedList missed,
            PersonAnswers persons, HandingOver handing, SetupPanel setup) {
        return Map.ofEntries(Map.entry("pins", pins::turn), Map.entry("pin-show", pins::show),
                Map.entry("pin-name", pins::name), Map.entry("pin-drop", pins::drop),
                Map.entry("pin-back", pins::restore), Map.entry("missed", missed::turn),
                Map.entry("miss-note", missed::answer), Map.entry("miss-drop", missed::drop),
                Map.entry("person", persons::press), Map.entry("hand", handing::hand),
                Map.entry("hand-note", handing::note), Map.entry("setup", setup::press));
    }

    @Bean
    Reception reception(Asking asking, GroupAnswers groupAnswers, AnswerMessages messages, AskerCommands askers,
            PinCommands pins, PersonAnswers persons, SetupPanel setup, TransferCommands transfer, WayToPerson way,
            GroupDesks desks, Letters letters, ButtonActions actions, CurrentEdition edition, Moderators moderators,
            Reindexing reindexing, Statistics statistics, PageLinks pages, ChatSettings settings, Claims claims,
            Exchanges exchanges, Groups groups, Clock clock) {
        Admins admins = new Admins(
                settings.admins().stream().map(id -> "telegram:" + id).collect(Collectors.toSet()));
        Map<String, Command> commands = new HashMap<>(askers.all());
        commands.putAll(pins.all());
        commands.putAll(transfer.all());
        commands.put("setup", setup::open);
        commands.put("contact", new ContactCommand(way, desks, moderators)::run);
        commands.put("settings", new GroupSettingsPanel(groups, moderators)::open);
        commands.putAll(new AdminCommands(admins, reindexing, statistics).all());
        return new WithLetters(new ChatReception(asking, groupAnswers, messages, commands, pins, persons, actions,
                new InlineAnswers(edition, pages, Ticker.systemTicker()), new Welcome(moderators),
                new AskLimit(settings.limit().personPerMinute(), Ticker.systemTicker()),
                claims, exchanges, groups, clock), letters);
    }
}
