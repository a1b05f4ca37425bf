package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.decide.Chooser;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Claims;
import fr.juliu.store.Exchanges;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.GroupDesks;
import fr.juliu.store.Groups;
import fr.juliu.store.HandOvers;
import fr.juliu.store.Ids;
import fr.juliu.store.MissedQuestions;
import fr.juliu.store.Mutes;
import fr.juliu.store.Pins;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Retention;
import fr.juliu.store.Talks;
import fr.juliu.store.Unread;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
    Conversations conversations(CurrentEdition edition, Talks talks) {
        return new Conversations(edition, talks.isShared() ? talks : null, Ticker.systemTicker());
    }

    @Bean
    Asking asking(CurrentEdition edition, Conversations conversations, QuestionLog log, MissedQuestions missed,
            WayToPerson way, Ids ids, ObjectProvider<AnswerListener> listener, SecondReaders second, Clock clock) {
        return new Asking(edition, conversations, log, missed, way, ids,
                listener.getIfAvailable(() -> AnswerListener.NONE), second, clock);
    }

    @Bean
    SecondReaders secondReaders(ObjectProvider<Chooser> chooser, Unread unread) {
        return new SecondReaders(chooser.getIfAvailable(), unread);
    }

    @Bean
    WayToPerson wayToPerson(ChatSettings settings, GroupDesks desks, CurrentEdition edition) {
        return new WayToPerson(settings.contact(), desks, edition);
    }

    @Bean
    WebFeedback webFeedback(CurrentEdition edition, Exchanges exchanges, FeedbackBox feedback, Ids ids, Clock clock) {
        return new WebFeedback(edition, exchanges, feedback, ids, clock);
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
    Letters letters(Exchanges exchanges, Watching watching, Ids ids, Clock clock) {
        return new Letters(exchanges, watching, ids, clock);
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
    Pictures pictures(CurrentEdition edition) {
        return new Pictures(edition);
    }

    @Bean
    Answering answering(CurrentEdition edition, Asking asking, GroupAnswers groupAnswers, AnswerMessages messages,
            Exchanges exchanges, GroupRules rules) {
        return new Answering(asking, groupAnswers, messages,
                new RecentAnswers(edition, exchanges, Ticker.systemTicker()), rules);
    }

    @Bean
    AskerCommands askerCommands(CurrentEdition edition, Answering answering, Conversations conversations,
            Retention retention, Pictures pictures, PageLinks pages, SecondReaders second) {
        return new AskerCommands(edition, answering, conversations, new TablePages(edition),
                new TimelineMessage(edition, pictures, pages), retention, second);
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
    GroupRules groupRules(Groups groups, Mutes mutes, Clock clock) {
        return new GroupRules(groups, mutes, clock, Ticker.systemTicker());
    }

    @Bean
    EditedPins editedPins(Notes notes, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        return new EditedPins(notes, exchanges, moderators, ids, clock);
    }

    @Bean
    Muting muting(Mutes mutes, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        return new Muting(mutes, exchanges, moderators, ids, clock);
    }

    @Bean
    GroupSettingsPanel groupSettingsPanel(Groups groups, Moderators moderators, Muting muting,
            SecondReaders second) {
        return new GroupSettingsPanel(groups, moderators, muting, second);
    }

    @Bean
    ButtonActions buttonActions(CurrentEdition edition, Exchanges exchanges, FeedbackBox feedback,
            AnswerMessages messages, Clock clock, AskerCommands askers, PinList pins, MissedList missed,
            EditedPins editedPins, PersonAnswers persons, HandingOver handing, SetupPanel setup, Muting muting,
            GroupSettingsPanel settings, WatchCommands watches) {
        return new ButtonActions(edition, exchanges, new Judgements(feedback, clock), messages,
                new TablePages(edition), askers, settings,
                verbs(pins, missed, editedPins, persons, handing, setup, muting, watches));
    }

    @Bean
    WatchCommands watchCommands(CurrentEdition edition, Watching watching, Asking asking, Exchanges exchanges) {
        return new WatchCommands(edition, watching, asking, exchanges);
    }

    /** What moderators' buttons and those that lead to a person do. */
    static Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> verbs(PinList pins, MissedList missed,
            EditedPins editedPins, PersonAnswers persons, HandingOver handing, SetupPanel setup, Muting muting,
            WatchCommands watches) {
        Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> verbs = new HashMap<>(watches.verbs());
        verbs.putAll(Map.ofEntries(Map.entry("pins", pins::turn), Map.entry("pin-show", pins::show),
                Map.entry("pin-name", pins::name), Map.entry("pin-drop", pins::drop),
                Map.entry("pin-back", pins::restore), Map.entry("pin-edit", editedPins::press),
                Map.entry("missed", missed::turn), Map.entry("miss-note", missed::answer),
                Map.entry("miss-drop", missed::drop), Map.entry("person", persons::press),
                Map.entry("hand", handing::hand), Map.entry("hand-note", handing::note),
                Map.entry("setup", setup::press), Map.entry("mute", muting::press)));
        return verbs;
    }

    @Bean
    Map<String, Command> commands(AskerCommands askers, PinCommands pins, TransferCommands transfer,
            SetupPanel setup, Muting muting, GroupSettingsPanel panel, WayToPerson way, GroupDesks desks,
            Moderators moderators, ChatSettings settings, Reindexing reindexing, Statistics statistics,
            WatchCommands watches, Watching watching) {
        Admins admins = new Admins(
                settings.admins().stream().map(id -> "telegram:" + id).collect(Collectors.toSet()));
        Map<String, Command> commands = new HashMap<>(askers.all());
        commands.putAll(pins.all());
        commands.putAll(transfer.all());
        commands.putAll(Map.of("setup", setup::open, "contact", new ContactCommand(way, desks, moderators)::run,
                "settings", panel::open, "mute", muting::open));
        commands.putAll(watches.all());
        commands.putAll(new TableNews(watching, moderators).all());
        commands.putAll(new AdminCommands(admins, reindexing, statistics, watching).all());
        return commands;
    }

    @Bean
    ReplyChain replyChain(Exchanges exchanges, Conversations conversations) {
        return new ReplyChain(exchanges, conversations);
    }

    @Bean
    Objections objections(CurrentEdition edition) {
        return new Objections(edition);
    }

    @Bean
    Replying replying(CurrentEdition edition, Objections objections, Exchanges exchanges, ReplyChain chain,
            PinCommands pins, PersonAnswers persons, ButtonActions actions, Answering answering, GroupRules rules,
            Claims claims) {
        return new Replying(exchanges, chain, pins, persons, actions,
                new Remarks(edition, objections, new KnownSubjects(edition)), answering, rules, claims);
    }

    @Bean
    Reception reception(Answering answering, ReplyChain chain, Replying replying, GroupRules rules,
            EditedPins editedPins, PinCommands pins, PersonAnswers persons, ButtonActions actions,
            CurrentEdition edition, Moderators moderators, Letters letters,
            @Qualifier("commands") Map<String, Command> commands, PageLinks pages, ChatSettings settings,
            Claims claims, Exchanges exchanges, Groups groups, Ids ids, Clock clock) {
        return new WithLetters(new ChatReception(answering, chain, replying,
                new Unasked(answering, persons, rules, edition, new KnownSubjects(edition)), rules,
                new Albums(claims, exchanges, ids, clock), commands, pins, editedPins, persons, actions,
                new InlineAnswers(edition, pages, Ticker.systemTicker()), new Welcome(moderators),
                new AskLimit(settings.limit().personPerMinute(), Ticker.systemTicker()), claims, exchanges, groups,
                clock), letters);
    }
}
