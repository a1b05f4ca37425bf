package fr.juliu.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rights that a test gives; it counts how often they are asked. */
final class FakeRights implements Rights {

    private final Map<String, Standing> people = new HashMap<>();
    private Standing bot = Standing.ALL;
    private int asked;

    void give(Person person, Standing standing) {
        people.put(person.id(), standing);
    }

    void giveBot(Standing standing) {
        bot = standing;
    }

    int asked() {
        return asked;
    }

    @Override
    public Optional<Standing> of(Chat group, Person person) {
        asked++;
        return Optional.of(people.getOrDefault(person.id(), Standing.NONE));
    }

    @Override
    public Optional<Standing> ofBot(Chat group) {
        return Optional.of(bot);
    }
}
