package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Exchanges;
import fr.juliu.store.GroupDesks;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.MissedQuestions;
import fr.juliu.store.Mutes;
import fr.juliu.store.Pins;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room that groups need: what they keep, and what their moderators set. */
@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

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
    GroupSettingsPanel groupSettingsPanel(Groups groups, Moderators moderators, Muting muting) {
        return new GroupSettingsPanel(groups, moderators, muting);
    }

    /** The commands that speak of a group, by name. */
    @Bean
    Map<String, Command> groupCommands(PinCommands pins, TransferCommands transfer, SetupPanel setup, Muting muting,
            GroupSettingsPanel settings, WayToPerson way, GroupDesks desks, Moderators moderators) {
        Map<String, Command> commands = new HashMap<>(pins.all());
        commands.putAll(transfer.all());
        commands.put("setup", setup::open);
        commands.put("contact", new ContactCommand(way, desks, moderators)::run);
        commands.put("settings", settings::open);
        commands.put("mute", muting::open);
        return commands;
    }
}
