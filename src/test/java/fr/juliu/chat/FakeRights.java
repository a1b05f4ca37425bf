package fr.juliu.chat;

import java.util.HashMap;
import java.util.Map;

/** Rights that a test gives; it counts how often they are asked. */
final class FakeRights implements Rights {

    private final Map<String, Told> people = new HashMap<>();
    private Told bot = Standing.ALL;
    private int asked;

    void give(Person person, Told standing) {
        people.put(person.id(), standing);
    }

    void giveBot(Told standing) {
        bot = standing;
    }

    int asked() {
        return asked;
    }

    @Override
    public Told of(Chat group, Person person) {
        asked++;
        return people.getOrDefault(person.id(), Standing.NONE);
    }

    @Override
    public Told ofBot(Chat group) {
        return bot;
    }
}
