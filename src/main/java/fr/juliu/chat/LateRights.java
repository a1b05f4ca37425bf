package fr.juliu.chat;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rights as the messenger tells them that is there when they are asked; without one nobody has any. */
record LateRights(Supplier<@Nullable Rights> messenger) implements Rights {

    @Override
    public Told of(Chat group, Person person) {
        Rights rights = messenger.get();
        return rights == null ? Standing.NONE : rights.of(group, person);
    }

    @Override
    public Told ofBot(Chat group) {
        Rights rights = messenger.get();
        return rights == null ? Standing.NONE : rights.ofBot(group);
    }

    @Override
    public Optional<Presence> presence(Chat group) {
        Rights rights = messenger.get();
        return rights == null ? Optional.empty() : rights.presence(group);
    }
}
