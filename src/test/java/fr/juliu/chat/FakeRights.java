package fr.juliu.chat;

import java.util.HashMap;
import java.util.Map;

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
    public Standing of(Chat group, Person person) {
        asked++;
        return people.getOrDefault(person.id(), Standing.NONE);
    }

    @Override
    public Standing ofBot(Chat group) {
        return bot;
    }
}
